using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Random numbers of a normal distribution, not cut. Keras' <c>RandomNormal</c>.</summary>
[Kind("normal")]
public sealed class Normal : Initializer
{
    private readonly double mean;
    private readonly double standardDeviation;
    private readonly int seed;

    /// <summary>The initializer.</summary>
    /// <param name="mean">The mean, finite.</param>
    /// <param name="standardDeviation">The standard deviation, finite and at least 0.</param>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Normal(double mean = 0, double standardDeviation = 0.05, int seed = 0)
    {
        this.mean = Require.Finite(mean, nameof(mean));
        this.standardDeviation = Require.AtLeastZero(standardDeviation, nameof(standardDeviation));
        this.seed = seed;
    }

    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0) => Draw.Normal(shape, seed, place, mean, standardDeviation);

    /// <inheritdoc/>
    public override InitialSpread SpreadFor(Shape shape) => new(null, standardDeviation);
}
