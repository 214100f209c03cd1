using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// A sigmoid of three straight pieces: <c>slope·z + 0.5</c>, but not below 0 or above 1. Derivative: the slope between the
/// kinks, 0 outside and at them. Keras 2 has slope 0.2, Keras 3 one sixth.
/// </summary>
[Kind("hard-sigmoid")]
public sealed class HardSigmoid : CellwiseActivation
{
    private readonly double slope;

    /// <summary>The function.</summary>
    /// <param name="slope">The slope of the middle piece, finite; 0.2 by default as in Keras 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public HardSigmoid(double slope = 0.2)
    {
        if (!double.IsFinite(slope))
        {
            throw new ArgumentOutOfRangeException(nameof(slope), slope, "a finite number");
        }

        this.slope = slope;
    }

    /// <inheritdoc/>
    public override string Name => "hard_sigmoid";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Choice(
        (slope * z) + 0.5, 0.0, new Expression.Choice(1.0, (slope * z) + 0.5, (slope * z) + 0.5, 1.0), 0.0);
}
