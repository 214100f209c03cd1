using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The leaky rectified linear unit: z where it is positive, otherwise α·z, so that no unit dies. Derivative: 1 or α; α at the
/// kink z = 0, as in Keras. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "활성화 함수 종류", 5).
/// </summary>
[Kind("leaky-relu")]
public sealed class LeakyRectifiedLinear : CellwiseActivation
{
    private readonly double alpha;

    /// <summary>The function.</summary>
    /// <param name="alpha">The slope for negative sums, finite; 0.3 by default as in Keras.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public LeakyRectifiedLinear(double alpha = 0.3)
    {
        if (!double.IsFinite(alpha))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "a finite number");
        }

        this.alpha = alpha;
    }

    /// <inheritdoc/>
    public override string Name => "leaky_relu";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Choice(z, 0.0, z, alpha * z);
}
