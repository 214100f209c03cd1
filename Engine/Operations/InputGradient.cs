using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient at a dense layer's inputs, <c>δ·Wᵀ</c>, without a stored number for each path. Inputs: δ, the gradient at
/// the weighted sums (batch × units), and the kernel (inputs × units). Output: batch × inputs. Sums run over the units from
/// the first to the last with fused multiply-add.
/// </summary>
public sealed class InputGradient : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[0].WithLast(inputs[1][0]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int features, int units) = (inputs[1][0], inputs[1][1]);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(units);
        for (int unit = 0; unit < units; unit++)
        {
            Expression gradient = new Expression.Operand(0, (cell / features * units) + unit);
            Expression weight = new Expression.Operand(1, (cell % features * units) + unit);
            terms.Add(new Expression.Term(gradient * weight));
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        (int features, int units) = (inputs[1][0], inputs[1][1]);
        return input == 0
            ? Enumerable.Range(cell / units * features, features)
            : Enumerable.Range(0, inputs[0].Size / units).Select(row => (row * features) + (cell / units));
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => input == 0;

    internal override void Compute(in Operands inputs, Span<double> output) =>
        MatrixProduct.Compute(inputs.MatrixOf(0), inputs.MatrixOf(1).Transposed, output);
}
