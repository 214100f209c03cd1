using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Several inputs one after the other along one axis. Inputs: shapes that differ along that axis at most. Output: that shape, the
/// axis as long as all of them together.
/// </summary>
[Kind("concatenate")]
public sealed class Concatenate : Layer
{
    private readonly int axis;
    private readonly PartNames symbols;

    /// <summary>A layer that concatenates.</summary>
    /// <param name="axis">
    /// The axis, counted as in Keras: 1 is the first after the batch, −1 the last. The batch's, 0, is not among them.
    /// </param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The axis is 0.</exception>
    public Concatenate(int axis = -1, PartNames? symbols = null)
    {
        if (axis == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, "an integer other than 0, which is the batch: -1 is the last axis");
        }

        this.axis = axis;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    internal override Symbol Emit(LayerBuilder builder, ImmutableArray<Symbol> inputs)
    {
        if (inputs.Length < 2)
        {
            throw new ShapeException("concatenate", "at least two inputs", inputs.IsEmpty ? "none" : "one input");
        }

        Shape first = inputs[0].Shape;
        int along = axis < 0 ? first.Rank + axis : axis;
        if (along < 1 || along >= first.Rank)
        {
            throw new ShapeException("concatenate", $"inputs that have an axis {axis} after the batch", $"shape {first}");
        }

        var runs = ImmutableArray.CreateBuilder<(int Start, int Length)>(inputs.Length);
        int length = 0;
        foreach (Symbol input in inputs)
        {
            Shape shape = input.Shape;
            if (shape.Rank != first.Rank || !AxisView.Without(shape, along).Equals(AxisView.Without(first, along)))
            {
                throw new ShapeException(
                    "concatenate", $"inputs whose shapes differ along one axis only, from {first} along axis {along}", $"shape {shape}");
            }

            runs.Add((length, shape[along]));
            length = checked(length + shape[along]);
        }

        Join join = new(AxisView.With(AxisView.Without(first, along), along, length), along, runs.MoveToImmutable());
        return builder.Emit(join, LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, inputs);
    }
}
