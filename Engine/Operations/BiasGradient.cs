using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient of a dense layer's bias: for each unit the sum over the samples of the gradient at its weighted sum.
/// Input: that gradient (batch × units); of a bias that is used several times, such gradients one after the other. Output: units.
/// </summary>
public sealed class BiasGradient : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.All(input => input[^1] == inputs[0][^1])
            ? new Shape(inputs[0][^1])
            : throw new ShapeException("bias gradient", $"gradients of {inputs[0][^1]} units, as the first", string.Join(", ", inputs));
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int input = 0; input < inputs.Count; input++)
        {
            for (int at = cell; at < inputs[input].Size; at += inputs[0][^1])
            {
                terms.Add(new Expression.Term(new Expression.Operand(input, at)));
            }
        }

        return new Expression.Sum(terms.ToImmutable());
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [cell % inputs[0][^1]];

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        for (int input = 0; input < inputs.Count; input++)
        {
            Rows.AddUp(inputs.MatrixOf(input), inputs.FirstRow, output, accumulate: input > 0);
        }
    }
}
