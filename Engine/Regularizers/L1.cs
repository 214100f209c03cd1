using Engine.Formulas;

namespace Engine.Regularizers;

/// <summary>
/// The sum of the weights' sizes, <c>l1·Σ|w|</c>, which pulls each weight to 0 equally hard and leaves few: gradient <c>l1·sign(w)</c>, 0 at 0.
/// Keras' <c>L1</c>. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 4, 3).
/// </summary>
[Kind("l1")]
public sealed class L1 : FormulaRegularizer
{
    private readonly double l1;

    /// <summary>The penalty.</summary>
    /// <param name="l1">How strong it is, finite and at least 0; 0.01 by default, as in Keras.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is negative or not finite.</exception>
    public L1(double l1 = 0.01) => this.l1 = Require.AtLeastZero(l1, nameof(l1));

    private protected override Expression Term(Expression weight) => l1 * SizeOf(weight);
}
