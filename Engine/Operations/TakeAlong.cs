using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Of the numbers along one axis the one at a given place: the maximum, where its position is known. Inputs: any shape, and
/// the places, counted from 0, in the shape without the axis. Output: the shape without the axis; NaN where there is no such place.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
public sealed class TakeAlong(int axis) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape lines = AxisView.Without(inputs[0], axis);
        return inputs[1].Equals(lines)
            ? lines
            : throw new ShapeException("take along an axis", $"places of shape {lines}", $"{inputs[1]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        AxisView view = AxisView.Of(inputs[0], axis);
        var choices = ImmutableArray.CreateBuilder<Expression>(view.Length);
        for (int place = 0; place < view.Length; place++)
        {
            choices.Add(new Expression.Operand(0, view.CellAt(cell, place)));
        }

        return new Expression.Selection(new Expression.Operand(1, cell), choices.MoveToImmutable());
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) =>
        [input == 0 ? AxisView.Of(inputs[0], axis).LineOf(cell) : cell];

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        ReadOnlySpan<double> places = inputs[1];
        AxisView view = AxisView.Of(inputs.ShapeOf(0), axis);
        for (int line = 0; line < output.Length; line++)
        {
            output[line] = Expression.Selection.PlaceOf(places[line], view.Length) is { } place ? x[view.CellAt(line, place)] : double.NaN;
        }
    }

    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new TakeAlongGradient(axis, context.Input(0).Shape[axis]), context.Input(1), context.Upstream);
}
