using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient of a dense layer's kernel, <c>xᵀ·δ</c>: for each weight the sum over the samples of the gradient at the
/// unit times the input. Inputs: x (batch × inputs) and δ, the gradient at the weighted sums (batch × units). Output:
/// inputs × units.
/// </summary>
public sealed class KernelGradient : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[0][0] == inputs[1][0]
            ? new Shape(inputs[0][1], inputs[1][1])
            : throw new ShapeException("kernel gradient", $"{inputs[0][0]} samples", $"{inputs[1][0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int features, int units) = (inputs[0][1], inputs[1][1]);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(inputs[0][0]);
        for (int sample = 0; sample < inputs[0][0]; sample++)
        {
            Expression gradient = new Expression.Operand(1, (sample * units) + (cell % units));
            Expression input = new Expression.Operand(0, (sample * features) + (cell / units));
            terms.Add(new Expression.Term(gradient * input));
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        MatrixView gradient = inputs.MatrixOf(1);
        int features = gradient.Columns == 0 ? 0 : output.Length / gradient.Columns;
        MatrixProduct.Compute(inputs.MatrixOf(0).Transposed.SliceRows(inputs.FirstRow, features), gradient, output);
    }
}
