using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="LogSoftmaxRows"/>: <c>g1 − exp(y1) × (g1 + g2 + …)</c>. Inputs: y, the log-softmax, and g, the
/// gradient at it.
/// </summary>
public sealed class LogSoftmaxGradient : RowOperation
{
    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows) =>
        rows[1][cell] - (new Expression.Call(ElementaryFunction.Exponential, rows[0][cell]) * SumOf(rows[1]));

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double sum = second[0];
        for (int cell = 1; cell < output.Length; cell++)
        {
            sum += second[cell];
        }

        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = second[cell] - (Math.Exp(first[cell]) * sum);
        }
    }
}
