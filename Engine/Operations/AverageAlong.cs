using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The mean of the numbers along one axis, added from the first to the last. Input: any shape in which the axis has at least one
/// place. Output: the shape without the axis.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
public sealed class AverageAlong(int axis) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return axis < inputs[0].Rank && inputs[0][axis] > 0
            ? AxisView.Without(inputs[0], axis)
            : throw new ShapeException("average", $"at least one place along axis {axis + 1}", $"shape {inputs[0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        AxisView view = AxisView.Of(inputs[0], axis);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(view.Length);
        for (int place = 0; place < view.Length; place++)
        {
            terms.Add(new Expression.Term(new Expression.Operand(0, view.CellAt(cell, place))));
        }

        return new Expression.Sum(terms.MoveToImmutable()) / view.Length;
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [AxisView.Of(inputs[0], axis).LineOf(cell)];

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        AxisView view = AxisView.Of(inputs.ShapeOf(0), axis);
        for (int line = 0; line < output.Length; line++)
        {
            double sum = x[view.CellAt(line, 0)];
            for (int place = 1; place < view.Length; place++)
            {
                sum += x[view.CellAt(line, place)];
            }

            output[line] = sum / view.Length;
        }
    }

    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new AverageAlongGradient(axis, context.Input(0).Shape[axis]), context.Upstream);
}
