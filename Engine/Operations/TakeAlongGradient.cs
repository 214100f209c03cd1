using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="TakeAlong"/>: the gradient goes to the place that was taken, the others get 0. Inputs: the
/// places, counted from 0, and the gradient at what was taken, both of one shape. Output: the shape with the axis.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
/// <param name="length">The number of places along it.</param>
public sealed class TakeAlongGradient(int axis, int length) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[1].Equals(inputs[0])
            ? AxisView.With(inputs[0], axis, length)
            : throw new ShapeException("take along an axis", $"a gradient of shape {inputs[0]}", $"{inputs[1]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        AxisView view = AxisView.Of(ShapeOf(inputs), axis);
        int line = view.LineOf(cell);
        return new Expression.Match(new Expression.Operand(0, line), view.PlaceOf(cell), new Expression.Operand(1, line), 0.0);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        AxisView view = AxisView.OfLines(inputs[0], axis, length);
        return Enumerable.Range(0, length).Select(place => view.CellAt(cell, place));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> places = inputs[0];
        ReadOnlySpan<double> gradient = inputs[1];
        AxisView view = AxisView.OfLines(inputs.ShapeOf(0), axis, length);
        output.Clear();
        for (int line = 0; line < places.Length; line++)
        {
            if (Expression.Selection.PlaceOf(places[line], length) is { } place)
            {
                output[view.CellAt(line, place)] = gradient[line];
            }
        }
    }
}
