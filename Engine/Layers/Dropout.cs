using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Leaves out a part of its inputs, others in every iteration, so that no unit can rely on another; those that stay grow to make
/// up for it: <c>h = x·mask / (1 − rate)</c> ("inverted dropout", as in Keras). Any shape. For inference it hands its input on
/// unchanged.
/// </summary>
/// <remarks>
/// A number stays where the uniform number u drawn for it is at least the rate. The numbers follow from seed, layer and iteration,
/// so that the same mask returns whenever an iteration is computed again. Source: N. Srivastava et al., "Dropout: a simple way to
/// prevent neural networks from overfitting", JMLR 15, 2014.
/// </remarks>
[Kind("dropout")]
public sealed class Dropout : SingleInputLayer
{
    private readonly double rate;
    private readonly int seed;
    private readonly Tensor? mask;
    private readonly PartNames symbols;

    /// <summary>A dropout layer.</summary>
    /// <param name="rate">The part that is left out on average, at least 0 and below 1.</param>
    /// <param name="seed">What the numbers are drawn from.</param>
    /// <param name="mask">
    /// For computing by hand, instead of drawing: a row for each sample of a batch, with 1 for each number that stays and 0 for each
    /// that is left out. It is the same in every iteration.
    /// </param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>u</c>, what is drawn (not with a given mask), <c>mask</c>, <c>output</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range, or the mask has other numbers than 0 and 1.</exception>
    /// <exception cref="ArgumentException">There are symbols for something that the layer does not have.</exception>
    public Dropout(double rate, int seed = 0, Tensor? mask = null, PartNames? symbols = null)
    {
        if (!(rate >= 0 && rate < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "a number of at least 0 and below 1");
        }

        if (mask is not null && mask.Values.ContainsAnyExcept(0, 1))
        {
            throw new ArgumentOutOfRangeException(nameof(mask), "rows of 0 (left out) and 1 (stays)");
        }

        this.rate = rate;
        this.seed = seed;
        this.mask = mask;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(mask is null ? ["u", "mask", "output"] : ["mask", "output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        if (builder.Mode == Mode.Inference)
        {
            return input;
        }

        Symbol kept = mask is null ? Draw(builder, input.Shape) : Given(builder, input.Shape, mask);
        Cellwise drop = new("dropout", Cellwise.Input(0) * Cellwise.Input(1) / (1.0 - (Expression)rate));
        return builder.Emit(drop, LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input, kept);
    }

    private Symbol Draw(LayerBuilder builder, Shape shape)
    {
        Symbol u = builder.Noise("u", shape, seed, symbols["u"] ?? builder.NameOf("u"));
        Cellwise compare = new("dropout mask", new Expression.Choice(Cellwise.Input(0), rate, 1.0, 0.0, OrEqual: true));
        return builder.Emit(compare, LayerPart.None, "mask", symbols["mask"] ?? builder.NameOf("mask"), u);
    }

    /// <summary>The given mask, whose rows may also be those of a sample that is flattened.</summary>
    private Symbol Given(LayerBuilder builder, Shape shape, Tensor given)
    {
        bool fits = given.Shape.Rank > 1 && given.Shape[0] == shape[0] && given.Shape.Size == shape.Size;
        if (!fits)
        {
            builder.Report("mask", $"shape {new Shape(shape[0], shape.WithoutFirst().Size)}, a row for each sample of a batch", $"{given.Shape}");
            given = Tensor.Filled(shape, 1);
        }

        return builder.Setting("mask", new Tensor(shape, [.. given.Values]), symbols["mask"] ?? builder.NameOf("mask"));
    }
}
