using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// <c>z1 − log(exp(z1) + exp(z2) + …)</c> along the last axis. The row's maximum is subtracted first, which changes no value
/// and lets nothing overflow.
/// </summary>
public sealed class LogSoftmaxRows : RowOperation
{
    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new LogSoftmaxGradient(), context.Output, context.Upstream);

    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows)
    {
        ImmutableArray<Expression> z = rows[0];
        Expression most = new Expression.Maximum(z);
        return new Expression.Equivalent(
            z[cell] - new Expression.Call(ElementaryFunction.Logarithm, SumOf(z.Select(other => (Expression)new Expression.Call(ElementaryFunction.Exponential, other)))),
            z[cell] - most - new Expression.Call(ElementaryFunction.Logarithm, SumOf(z.Select(other => (Expression)new Expression.Call(ElementaryFunction.Exponential, other - most)))));
    }

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double most = MaximumOf(first);
        double sum = 0;
        for (int cell = 0; cell < output.Length; cell++)
        {
            double part = Math.Exp(first[cell] - most);
            sum = cell == 0 ? part : sum + part;
        }

        double log = Math.Log(sum);
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = first[cell] - most - log;
        }
    }
}
