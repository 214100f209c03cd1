using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Engine;

/// <summary>
/// One argument that a kind takes: the name a lesson writes, its type, whether it must be given, and what it is where it is left out;
/// null where that depends, or is nothing.
/// </summary>
public sealed record CatalogArgument(string Name, Type Type, bool IsRequired, object? Default);

/// <summary>One kind: its name, the class behind it and its arguments in order.</summary>
public sealed record CatalogEntry(string Name, Type Type, ImmutableArray<CatalogArgument> Arguments);

/// <summary>
/// Finds every layer, activation, loss, optimizer and what else there are kinds of by the name that lessons use, and makes one
/// from named arguments. The only place that uses reflection: adding a kind is adding its file.
/// </summary>
public static class Catalog
{
    private static readonly ImmutableArray<CatalogEntry> Entries =
    [
        .. typeof(Catalog).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<KindAttribute>() is not null)
            .Select(type => new CatalogEntry(
                type.GetCustomAttribute<KindAttribute>()!.Name,
                type,
                [.. ConstructorOf(type).GetParameters().Select(parameter =>
                    new CatalogArgument(
                        Kebab(parameter.Name!),
                        parameter.ParameterType,
                        !parameter.HasDefaultValue,
                        parameter.HasDefaultValue ? parameter.DefaultValue : null))]))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>The kinds of a family, such as <see cref="Activations.Activation"/>, by name.</summary>
    public static ImmutableArray<CatalogEntry> Of(Type family) => [.. Entries.Where(entry => entry.Type.IsAssignableTo(family))];

    /// <summary>The kind of a family with the given name; null where there is none.</summary>
    public static CatalogEntry? Find(Type family, string name) => Of(family).FirstOrDefault(entry => entry.Name == name);

    /// <summary>The name of an instance's kind; its class name where it has none.</summary>
    public static string NameOf(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.GetType().GetCustomAttribute<KindAttribute>()?.Name ?? instance.GetType().Name;
    }

    /// <summary>Makes an instance; arguments that are left out take their defaults.</summary>
    /// <exception cref="CatalogException">The class refuses an argument.</exception>
    public static object Create(CatalogEntry entry, IReadOnlyDictionary<string, object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(arguments);
        ConstructorInfo constructor = ConstructorOf(entry.Type);
        object?[] values =
        [
            .. constructor.GetParameters().Select(parameter =>
                arguments.TryGetValue(Kebab(parameter.Name!), out object? value) ? value : parameter.DefaultValue),
        ];
        try
        {
            return constructor.Invoke(values);
        }
        catch (TargetInvocationException outer) when (outer.InnerException is ArgumentException inner)
        {
            throw new CatalogException(Kebab(inner.ParamName ?? ""), MessageOf(inner), inner);
        }
    }

    /// <summary>
    /// The values of an enumeration by the names that lessons use: <c>inside-root</c> for <see cref="Optimizers.EpsilonPlacement.InsideRoot"/>.
    /// </summary>
    public static ImmutableArray<(string Name, object Value)> ChoicesOf(Type enumeration)
    {
        ArgumentNullException.ThrowIfNull(enumeration);
        return [.. Enum.GetValuesAsUnderlyingType(enumeration).Cast<object>()
            .Select(value => Enum.ToObject(enumeration, value))
            .Select(value => (Kebab(value.ToString()!), value))];
    }

    /// <summary>The message without what <see cref="ArgumentException"/> adds about the parameter.</summary>
    /// <summary>A member of an enumeration as files write it: <c>next-phase</c>.</summary>
    public static string WordOf(Enum member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Kebab(member.ToString());
    }

    private static string MessageOf(ArgumentException problem)
    {
        string message = problem.Message;
        int added = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return added < 0 ? message : message[..added];
    }

    private static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().Single();

    /// <summary>A name as lessons write it: words and numbers that belong to a letter joined by hyphens.</summary>
    private static string Kebab(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(letter == '_' ? '-' : char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
