using Engine.Formulas;

namespace Engine.Regularizers;

/// <summary>
/// The sum of the weights' squares, <c>l2·Σw²</c>, which pulls large weights harder than small ones: gradient <c>2·l2·w</c>. Keras' <c>L2</c>.
/// </summary>
/// <remarks>
/// Textbooks, and 002_d82fa7d1bd0f4ce9.txt, chapter 4, 4), write half of it, <c>½·λ·Σw²</c>, so that the gradient is <c>λ·w</c>.
/// </remarks>
[Kind("l2")]
public sealed class L2 : FormulaRegularizer
{
    private readonly double l2;
    private readonly bool half;

    /// <summary>The penalty.</summary>
    /// <param name="l2">How strong it is, finite and at least 0; 0.01 by default, as in Keras.</param>
    /// <param name="half">Whether half of it is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is negative or not finite.</exception>
    public L2(double l2 = 0.01, bool half = false)
    {
        this.l2 = Require.AtLeastZero(l2, nameof(l2));
        this.half = half;
    }

    private protected override Expression Term(Expression weight)
    {
        Expression square = new Expression.Square(weight);
        return half ? new Expression.Product([0.5, l2, square]) : l2 * square;
    }
}
