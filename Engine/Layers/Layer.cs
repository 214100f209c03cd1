using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// A layer: the parameters that it owns and the operations that it emits on the way forward. The way back follows from
/// the operations.
/// </summary>
public abstract class Layer
{
    /// <summary>Emits the layer's steps and returns what it hands to the next layer.</summary>
    /// <exception cref="Numbers.ShapeException">The input does not fit the layer.</exception>
    internal abstract Symbol Emit(LayerBuilder builder, Symbol input);
}
