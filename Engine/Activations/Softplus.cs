using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The smooth rectifier <c>log(1 + exp(z))</c>, evaluated as <c>max(z, 0) + log1p(exp(−|z|))</c> so that nothing overflows.
/// Derivative: sigmoid(z).
/// </summary>
[Kind("softplus")]
public sealed class Softplus : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Equivalent(
        new Expression.Call(ElementaryFunction.Logarithm, 1.0 + new Expression.Call(ElementaryFunction.Exponential, z)),
        new Expression.Maximum([z, 0.0])
            + new Expression.Call(ElementaryFunction.LogarithmOfOnePlus, new Expression.Call(ElementaryFunction.Exponential, -new Expression.Call(ElementaryFunction.Absolute, z))));

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => new Sigmoid().Of(z);
}
