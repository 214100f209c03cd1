using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="SoftmaxRows"/>: <c>y1 × (g1 − (g1·y1 + g2·y2 + …))</c>. Inputs: y, the softmax, and g, the
/// gradient at it.
/// </summary>
public sealed class SoftmaxGradient : RowOperation
{
    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows)
    {
        (ImmutableArray<Expression> y, ImmutableArray<Expression> g) = (rows[0], rows[1]);
        Expression mean = new Expression.Sum([.. y.Select((value, at) => new Expression.Term(g[at] * value))], Fused: true);
        return y[cell] * (g[cell] - mean);
    }

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double mean = 0;
        for (int cell = 0; cell < output.Length; cell++)
        {
            mean = Math.FusedMultiplyAdd(second[cell], first[cell], mean);
        }

        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = first[cell] * (second[cell] - mean);
        }
    }
}
