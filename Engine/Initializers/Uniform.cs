using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Random numbers spread evenly between two bounds. Keras' <c>RandomUniform</c>.</summary>
[Kind("uniform")]
public sealed class Uniform : Initializer
{
    private readonly double minimum;
    private readonly double maximum;
    private readonly int seed;

    /// <summary>The initializer.</summary>
    /// <param name="minimum">The lower bound, included; finite.</param>
    /// <param name="maximum">The upper bound, finite and at least the lower one.</param>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or the upper one is below the lower one.</exception>
    public Uniform(double minimum = -0.05, double maximum = 0.05, int seed = 0)
    {
        this.minimum = Require.Finite(minimum, nameof(minimum));
        this.maximum = Require.Finite(maximum, nameof(maximum));
        this.seed = seed;
        if (maximum < minimum)
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, $"a finite number of at least the minimum, {minimum}");
        }
    }

    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0) => Draw.Between(shape, seed, place, minimum, maximum);

    /// <inheritdoc/>
    public override InitialSpread SpreadFor(Shape shape) =>
        new(Math.Max(Math.Abs(minimum), Math.Abs(maximum)), (maximum - minimum) / Math.Sqrt(12));
}
