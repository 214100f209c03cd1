using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="NormalizeRows"/>: <c>(g1 − (g1·o1 + g2·o2 + …) / s) / s</c> with s the sum of the row. Inputs:
/// o, the numbers before, and g, the gradient after.
/// </summary>
public sealed class NormalizeGradient : RowOperation
{
    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows)
    {
        (ImmutableArray<Expression> o, ImmutableArray<Expression> g) = (rows[0], rows[1]);
        Expression product = new Expression.Sum([.. o.Select((value, at) => new Expression.Term(g[at] * value))], Fused: true);
        return (g[cell] - (product / SumOf(o))) / SumOf(o);
    }

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double sum = first[0];
        double product = 0;
        for (int cell = 0; cell < output.Length; cell++)
        {
            sum = cell == 0 ? sum : sum + first[cell];
            product = Math.FusedMultiplyAdd(second[cell], first[cell], product);
        }

        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = (second[cell] - (product / sum)) / sum;
        }
    }
}
