using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The hyperbolic tangent, with values between −1 and 1. Derivative: <c>1 − h²</c>, at most 1.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "활성화 함수 종류", 3).
/// </summary>
[Kind("tanh")]
public sealed class HyperbolicTangent : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Call(ElementaryFunction.HyperbolicTangent, z);

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => 1.0 - new Expression.Square(h);
}
