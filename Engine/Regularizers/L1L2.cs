using Engine.Formulas;

namespace Engine.Regularizers;

/// <summary>
/// Sizes and squares of the weights together, <c>l1·Σ|w| + l2·Σw²</c>: gradient <c>l1·sign(w) + 2·l2·w</c>. Keras' <c>L1L2</c>.
/// </summary>
[Kind("l1-l2")]
public sealed class L1L2 : FormulaRegularizer
{
    private readonly double l1;
    private readonly double l2;

    /// <summary>The penalty.</summary>
    /// <param name="l1">How strong the sizes count, finite and at least 0.</param>
    /// <param name="l2">How strong the squares count, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A strength is negative or not finite.</exception>
    public L1L2(double l1 = 0, double l2 = 0)
    {
        this.l1 = Require.AtLeastZero(l1, nameof(l1));
        this.l2 = Require.AtLeastZero(l2, nameof(l2));
    }

    private protected override Expression Term(Expression weight) => (l1 * SizeOf(weight)) + (l2 * new Expression.Square(weight));
}
