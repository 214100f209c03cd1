using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="AverageAlong"/>: each place gets its share of the gradient. Input: the gradient at the mean.
/// Output: its shape with the axis.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
/// <param name="length">The number of places along it, at least 1.</param>
public sealed class AverageAlongGradient(int axis, int length) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return AxisView.With(inputs[0], axis, length);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs) =>
        new Expression.Operand(0, AxisView.Of(ShapeOf(inputs), axis).LineOf(cell)) / length;

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        AxisView view = AxisView.OfLines(inputs[0], axis, length);
        return Enumerable.Range(0, length).Select(place => view.CellAt(cell, place));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> gradient = inputs[0];
        AxisView view = AxisView.OfLines(inputs.ShapeOf(0), axis, length);
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = gradient[view.LineOf(cell)] / length;
        }
    }
}
