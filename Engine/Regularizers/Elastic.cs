using Engine.Formulas;

namespace Engine.Regularizers;

/// <summary>
/// The elastic net as scikit-learn writes it, one strength and how it is shared: <c>alpha·r·Σ|w| + ½·alpha·(1 − r)·Σw²</c>. Gradient:
/// <c>alpha·r·sign(w) + alpha·(1 − r)·w</c>. Source: 001_6625efc81c740f24.txt, "과적합을 피하기 위한 정규화 적용"; Zou, Hastie, "Regularization and
/// variable selection via the elastic net", 2005.
/// </summary>
[Kind("elastic")]
public sealed class Elastic : FormulaRegularizer
{
    private readonly double alpha;
    private readonly double l1Ratio;

    /// <summary>The penalty.</summary>
    /// <param name="alpha">How strong it is, finite and at least 0.</param>
    /// <param name="l1Ratio">The share r of the sizes, from 0 to 1; the squares have the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Elastic(double alpha, double l1Ratio = 0.5)
    {
        this.alpha = Require.AtLeastZero(alpha, nameof(alpha));
        this.l1Ratio = Require.Share(l1Ratio, nameof(l1Ratio));
    }

    private protected override Expression Term(Expression weight) =>
        (alpha * l1Ratio * SizeOf(weight)) + (0.5 * (alpha * (1 - l1Ratio)) * new Expression.Square(weight));
}
