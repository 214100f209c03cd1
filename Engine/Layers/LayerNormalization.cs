using Engine.Formulas;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Normalizes each sample by itself, over the last axis: <c>h = γ·(x − mean)/√(variance + ε) + β</c>. The same for training
/// and inference.
/// </summary>
/// <remarks>Source: J. L. Ba, J. R. Kiros, G. E. Hinton, "Layer normalization", 2016.</remarks>
[Kind("layer-normalization")]
public sealed class LayerNormalization : Normalization
{
    /// <summary>A layer normalization layer.</summary>
    /// <param name="epsilon">What is added to the variance, finite and not negative.</param>
    /// <param name="center">Whether β is added.</param>
    /// <param name="scale">Whether there is a factor γ.</param>
    /// <param name="gamma">The first values of γ; ones where none are given.</param>
    /// <param name="beta">The first values of β; zeros where none are given.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>mean</c>, <c>centered</c>, <c>variance</c>, <c>normalized</c>, <c>gamma</c>,
    /// <c>beta</c>, <c>output</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is outside its range.</exception>
    /// <exception cref="ArgumentException">There are values or symbols for something that the layer does not have.</exception>
    public LayerNormalization(
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? gamma = null,
        Initializer? beta = null,
        PartNames? symbols = null)
        : base(epsilon, center, scale, gamma, beta, symbols)
    {
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        RequireFeatures(input);
        Shape rows = input.Shape.WithLast(1);
        int count = input.Shape[^1];
        Symbol mean = builder.Emit(
            new Reduction("mean", Cellwise.Input(0), rows, count), LayerPart.None, "mean", Symbols["mean"] ?? builder.NameOf("mean"), input);
        Symbol centered = EmitCentered(builder, input, mean);
        Symbol variance = builder.Emit(
            new Reduction("variance", new Expression.Square(Cellwise.Input(0)), rows, count),
            LayerPart.None,
            "variance",
            Symbols["variance"] ?? builder.NameOf("var"),
            centered);
        return EmitNormalized(builder, centered, variance);
    }
}
