using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// <c>z/(1 + |z|)</c>, with values between −1 and 1. Derivative: <c>1/(1 + |z|)²</c>.
/// </summary>
[Kind("softsign")]
public sealed class Softsign : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "softsign";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => z / (1.0 + new Expression.Call(ElementaryFunction.Absolute, z));

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => 1.0 / new Expression.Square(1.0 + new Expression.Call(ElementaryFunction.Absolute, z));
}
