using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>Each number divided by the sum of its row, so that rows add up to 1: <c>o1 / (o1 + o2 + …)</c>.</summary>
public sealed class NormalizeRows : RowOperation
{
    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new NormalizeGradient(), context.Input(0), context.Upstream);

    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows) =>
        rows[0][cell] / SumOf(rows[0]);

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double sum = first[0];
        for (int cell = 1; cell < output.Length; cell++)
        {
            sum += first[cell];
        }

        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = first[cell] / sum;
        }
    }
}
