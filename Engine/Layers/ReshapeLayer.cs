using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// The numbers of a sample in the same order with other axes, such as a sequence instead of a row. Input: batch × any axes.
/// Output: batch × the given axes.
/// </summary>
[Kind("reshape")]
public sealed class ReshapeLayer : SingleInputLayer
{
    /// <summary>Stands for the length of an axis that follows from the others, as in Keras.</summary>
    private const int Rest = -1;

    private readonly ImmutableArray<int> shape;
    private readonly PartNames symbols;

    /// <summary>A layer that gives its input other axes.</summary>
    /// <param name="shape">
    /// The lengths of the axes of one sample, outermost first, each at least 1; one of them may be −1, which is as long as is left.
    /// </param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no axis, or a length is neither at least 1 nor the only −1.</exception>
    public ReshapeLayer(ImmutableArray<int> shape, PartNames? symbols = null)
    {
        if (shape.IsDefaultOrEmpty || shape.Any(length => length < 1 && length != Rest) || shape.Count(length => length == Rest) > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(shape), "one or more integers of at least 1, of which one may be -1: what is left");
        }

        this.shape = shape;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input) => builder.Emit(
        new Reshape(new Shape([input.Shape[0], .. FittedTo(input.Shape.WithoutFirst())])),
        LayerPart.Output,
        "output",
        symbols["output"] ?? builder.NameOfOutput,
        input);

    private ImmutableArray<int> FittedTo(Shape sample)
    {
        long known = 1;
        foreach (int length in shape.Where(length => length != Rest))
        {
            known = checked(known * length);
        }

        bool fits = shape.Contains(Rest) ? sample.Size % known == 0 : sample.Size == known;
        return fits
            ? [.. shape.Select(length => length == Rest ? (int)(sample.Size / known) : length)]
            : throw new ShapeException(
                "reshape",
                shape.Contains(Rest)
                    ? $"a shape for the {sample.Size} numbers of a sample of shape {sample}: the lengths that are given must divide that"
                    : $"a shape of {sample.Size} numbers, as many as a sample of shape {sample} has",
                $"{known} in shape {string.Join(" × ", shape)}");
    }
}
