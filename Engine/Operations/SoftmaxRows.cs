using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// <c>exp(z1) / (exp(z1) + exp(z2) + …)</c> along the last axis. The row's maximum is subtracted first, which changes no value
/// and lets nothing overflow.
/// </summary>
public sealed class SoftmaxRows : RowOperation
{
    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new SoftmaxGradient(), context.Output, context.Upstream);

    private protected override Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows)
    {
        ImmutableArray<Expression> z = rows[0];
        Expression most = new Expression.Maximum(z);
        return new Expression.Equivalent(
            new Expression.Call(ElementaryFunction.Exponential, z[cell]) / SumOf(z.Select(other => (Expression)new Expression.Call(ElementaryFunction.Exponential, other))),
            new Expression.Call(ElementaryFunction.Exponential, z[cell] - most) / SumOf(z.Select(other => (Expression)new Expression.Call(ElementaryFunction.Exponential, other - most))));
    }

    private protected override void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output)
    {
        double most = MaximumOf(first);
        double sum = 0;
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = Math.Exp(first[cell] - most);
            sum = cell == 0 ? output[cell] : sum + output[cell];
        }

        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] /= sum;
        }
    }
}
