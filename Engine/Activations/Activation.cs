using Engine.Operations;

namespace Engine.Activations;

/// <summary>What a layer does with its weighted sums.</summary>
public abstract class Activation
{
    /// <summary>The name in formulas, such as <c>sigmoid</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the function hands its argument on unchanged, so that no step is needed.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>The function as an operation: weighted sums in, a tensor of the same shape out.</summary>
    public abstract Operation ToOperation();
}
