using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// A layer: the parameters that it owns and the operations that it emits on the way forward. The way back follows from
/// the operations.
/// </summary>
public abstract class Layer
{
    /// <summary>Emits the layer's steps and returns what it hands to later layers.</summary>
    /// <exception cref="ShapeException">The inputs do not fit the layer.</exception>
    internal abstract Symbol Emit(LayerBuilder builder, ImmutableArray<Symbol> inputs);
}

/// <summary>A layer that takes what one other hands on.</summary>
public abstract class SingleInputLayer : Layer
{
    internal sealed override Symbol Emit(LayerBuilder builder, ImmutableArray<Symbol> inputs) =>
        inputs is [var only]
            ? Emit(builder, only)
            : throw new ShapeException(Catalog.NameOf(this), "one input", $"{inputs.Length} inputs");

    /// <summary>Emits the layer's steps and returns what it hands to later layers.</summary>
    /// <exception cref="ShapeException">The input does not fit the layer.</exception>
    private protected abstract Symbol Emit(LayerBuilder builder, Symbol input);
}
