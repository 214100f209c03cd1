using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient of a dense layer's bias: for each unit the sum over the samples of the gradient at its weighted sum.
/// Input: that gradient (batch × units). Output: units.
/// </summary>
public sealed class BiasGradient : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Shape(inputs[0][^1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int at = cell; at < inputs[0].Size; at += inputs[0][^1])
        {
            terms.Add(new Expression.Term(new Expression.Operand(0, at)));
        }

        return new Expression.Sum(terms.ToImmutable());
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output) =>
        Rows.AddUp(inputs.MatrixOf(0), inputs.FirstRow, output);
}
