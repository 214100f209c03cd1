using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The logistic function <c>1/(1 + exp(−z))</c>, with values between 0 and 1. For z below about −709 the exponential is
/// infinite and the value 0; nothing is NaN for any number. Derivative: <c>h(1 − h)</c>, at most 0.25.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "활성화 함수 종류", 2).
/// </summary>
[Kind("sigmoid")]
public sealed class Sigmoid : Activation
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    /// <inheritdoc/>
    public override Expression Formula(Expression z)
    {
        Expression.Abbreviation h = new(Name, z, 1.0 / (1.0 + new Expression.Call(ElementaryFunction.Exponential, -z)));
        return h with { Slope = DerivativeFormula(z, h) };
    }

    /// <inheritdoc/>
    public override double Derivative(double z, double h) => h * (1 - h);

    /// <inheritdoc/>
    public override Expression DerivativeFormula(Expression z, Expression h) => h * (1.0 - h);
}
