using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Where along one axis the greatest number is: its place, counted from 0, the first of equal ones. Input: any shape in which
/// the axis has at least one place. Output: the shape without the axis.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
public sealed class ArgMax(int axis) : Operation
{
    internal override bool IsDifferentiable => false;

    internal override bool GivesPlaces => true;

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return axis < inputs[0].Rank && inputs[0][axis] > 0
            ? AxisView.Without(inputs[0], axis)
            : throw new ShapeException("position of the maximum", $"at least one place along axis {axis + 1}", $"shape {inputs[0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        AxisView view = AxisView.Of(inputs[0], axis);
        var candidates = ImmutableArray.CreateBuilder<Expression>(view.Length);
        for (int place = 0; place < view.Length; place++)
        {
            candidates.Add(new Expression.Operand(0, view.CellAt(cell, place)));
        }

        return new Expression.PositionOfMaximum(candidates.MoveToImmutable());
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [AxisView.Of(inputs[0], axis).LineOf(cell)];

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        AxisView view = AxisView.Of(inputs.ShapeOf(0), axis);
        for (int line = 0; line < output.Length; line++)
        {
            int position = 0;
            for (int place = 1; place < view.Length; place++)
            {
                if (Expression.PositionOfMaximum.IsGreater(x[view.CellAt(line, place)], x[view.CellAt(line, position)]))
                {
                    position = place;
                }
            }

            output[line] = position;
        }
    }
}
