namespace Engine;

/// <summary>
/// The name by which lessons ask for this layer, activation, loss, optimizer, schedule and so on. The constructor's parameters,
/// written in kebab-case, are the arguments a lesson may give. <see cref="Catalog"/> finds all classes that carry it.
/// </summary>
/// <param name="name">The name, in kebab-case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string name) : Attribute
{
    /// <summary>The name, in kebab-case.</summary>
    public string Name { get; } = name;
}
