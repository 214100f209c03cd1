using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// −1, 0 or 1 by the sign of z. Derivative: taken as 0 everywhere, so that no gradient passes; the perceptron rule needs none.
/// Source: 004_285f60844450f17c.txt, §10.1.
/// </summary>
[Kind("sign")]
public sealed class Sign : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "sign";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Call(ElementaryFunction.Sign, z);

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => 0.0;
}
