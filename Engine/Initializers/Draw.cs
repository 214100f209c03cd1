using Engine.Numbers;
using MathNet.Numerics.Random;
using Gaussian = MathNet.Numerics.Distributions.Normal;

namespace Engine.Initializers;

/// <summary>Random numbers that are a function of seed, place and cell, drawn from MathNet's sources.</summary>
internal static class Draw
{
    /// <summary>Where Keras cuts its normal distributions, in standard deviations of the distribution before the cut.</summary>
    private const double Cut = 2;

    /// <summary>The standard deviation that remains of a standard normal distribution cut at ±2.</summary>
    private const double RemainingDeviation = 0.87962566103423978;

    /// <summary>Half the distance of drawn numbers: what 0 is taken for where it would stand for −∞.</summary>
    private const double SmallestPart = 1.0 / (1L << 54);

    /// <summary>Numbers spread evenly from −limit to limit.</summary>
    public static Tensor Uniform(Shape shape, int seed, int place, double limit) =>
        Each(shape, seed, place, part => ((2 * part) - 1) * limit);

    /// <summary>Numbers spread evenly between two bounds, the lower one included.</summary>
    public static Tensor Between(Shape shape, int seed, int place, double minimum, double maximum) =>
        Each(shape, seed, place, part => Math.Clamp(((1 - part) * minimum) + (part * maximum), minimum, maximum));

    /// <summary>Numbers of a normal distribution.</summary>
    public static Tensor Normal(Shape shape, int seed, int place, double mean, double deviation) =>
        Each(shape, seed, place, part => mean + (deviation * Gaussian.InvCDF(0, 1, Math.Max(part, SmallestPart))));

    /// <summary>Numbers of a normal distribution of mean 0, cut at two standard deviations, as Keras draws them.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="place">The place in the plan.</param>
    /// <param name="deviation">The standard deviation after the cut.</param>
    public static Tensor TruncatedNormal(Shape shape, int seed, int place, double deviation)
    {
        double sigma = deviation / RemainingDeviation;
        double below = Gaussian.CDF(0, 1, -Cut);
        return Each(shape, seed, place, part => sigma * Gaussian.InvCDF(0, 1, below + (part * (1 - (2 * below)))));
    }

    private static Tensor Each(Shape shape, int seed, int place, Func<double, double> value)
    {
        // The odd multiplier spreads neighbouring seeds and places over the source's states.
        double[] parts = Xoshiro256StarStar.Doubles(shape.Size, unchecked((seed * 1_000_003) + place));
        return new Tensor(shape, [.. parts.Select(value)]);
    }
}
