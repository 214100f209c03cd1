using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The Heaviside step of threshold units: 1 above 0, 0 below. Derivative: taken as 0 everywhere, so that no gradient passes; the
/// perceptron rule needs none. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 1; 004_285f60844450f17c.txt, §10.1.
/// </summary>
[Kind("step")]
public sealed class Heaviside : CellwiseActivation
{
    private readonly double valueAtZero;

    /// <summary>The function.</summary>
    /// <param name="valueAtZero">The value at z = 0, finite; 1 by default, as in the documents.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public Heaviside(double valueAtZero = 1)
    {
        if (!double.IsFinite(valueAtZero))
        {
            throw new ArgumentOutOfRangeException(nameof(valueAtZero), valueAtZero, "a finite number");
        }

        this.valueAtZero = valueAtZero;
    }

    /// <inheritdoc/>
    public override string Name => "step";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Choice(z, 0.0, 1.0, new Expression.Choice(0.0, z, 0.0, valueAtZero));

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => 0.0;
}
