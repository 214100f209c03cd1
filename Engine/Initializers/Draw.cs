using Engine.Numbers;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Engine.Initializers;

/// <summary>Random numbers that are a function of seed, place and cell, drawn from MathNet's sources.</summary>
internal static class Draw
{
    /// <summary>Where Keras cuts its normal distributions, in standard deviations of the distribution before the cut.</summary>
    private const double Cut = 2;

    /// <summary>The standard deviation that remains of a standard normal distribution cut at ±2.</summary>
    private const double RemainingDeviation = 0.87962566103423978;

    /// <summary>Numbers spread evenly from −limit to limit.</summary>
    public static Tensor Uniform(Shape shape, int seed, int place, double limit) =>
        Each(shape, seed, place, part => ((2 * part) - 1) * limit);

    /// <summary>Numbers of a normal distribution of mean 0, cut at two standard deviations, as Keras draws them.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="place">The place in the plan.</param>
    /// <param name="deviation">The standard deviation after the cut.</param>
    public static Tensor TruncatedNormal(Shape shape, int seed, int place, double deviation)
    {
        double sigma = deviation / RemainingDeviation;
        double below = Normal.CDF(0, 1, -Cut);
        return Each(shape, seed, place, part => sigma * Normal.InvCDF(0, 1, below + (part * (1 - (2 * below)))));
    }

    /// <summary>Numbers of a normal distribution of mean 0 and standard deviation 1.</summary>
    public static Tensor StandardNormal(Shape shape, int seed, int place) =>
        Each(shape, seed, place, part => Normal.InvCDF(0, 1, Math.Max(part, double.Epsilon)));

    private static Tensor Each(Shape shape, int seed, int place, Func<double, double> value)
    {
        // The odd multiplier spreads neighbouring seeds and places over the source's states.
        double[] parts = Xoshiro256StarStar.Doubles(shape.Size, unchecked((seed * 1_000_003) + place));
        return new Tensor(shape, [.. parts.Select(value)]);
    }
}
