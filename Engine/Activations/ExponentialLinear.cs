using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The exponential linear unit: z where it is positive, otherwise α(exp(z) − 1). Derivative: 1, or α·exp(z) from the kink z = 0
/// downwards. Source: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear units", 2016.
/// </summary>
[Kind("elu")]
public sealed class ExponentialLinear : CellwiseActivation
{
    private readonly double alpha;

    /// <summary>The function.</summary>
    /// <param name="alpha">What the function approaches far below 0, with the other sign; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public ExponentialLinear(double alpha = 1)
    {
        if (!double.IsFinite(alpha))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "a finite number");
        }

        this.alpha = alpha;
    }

    /// <inheritdoc/>
    public override string Name => "elu";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Choice(z, 0.0, z, alpha * new Expression.Call(ElementaryFunction.ExponentialMinusOne, z));
}
