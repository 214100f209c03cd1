using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>
/// Random numbers whose variance depends on how many numbers a unit takes in and hands out, so that signals neither fade nor
/// grow from layer to layer.
/// </summary>
/// <remarks>
/// The fans are those of Keras: of a kernel inputs × units they are inputs and units; axes before these count as often as
/// they are long.
/// </remarks>
public abstract class VarianceScaling : Initializer
{
    private readonly int seed;

    private protected VarianceScaling(int seed) => this.seed = seed;

    /// <summary>Whether numbers are spread evenly; otherwise they are normal, cut at two standard deviations.</summary>
    private protected abstract bool IsUniform { get; }

    /// <inheritdoc/>
    public sealed override Tensor Values(Shape shape, int place = 0)
    {
        double deviation = DeviationFor(shape);
        return IsUniform
            ? Draw.Uniform(shape, seed, place, LimitFor(shape))
            : Draw.TruncatedNormal(shape, seed, place, deviation);
    }

    /// <inheritdoc/>
    public sealed override InitialSpread SpreadFor(Shape shape) => new(IsUniform ? LimitFor(shape) : null, DeviationFor(shape));

    /// <summary>The variance of the numbers for a parameter of the given shape.</summary>
    /// <exception cref="ShapeException">The parameter has fewer than two axes: there is no fan.</exception>
    public double VarianceFor(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Rank < 2 || shape.Size == 0)
        {
            throw new ShapeException("initializer", "at least two axes, inputs × units", $"{shape}");
        }

        int field = 1;
        foreach (int length in shape.Lengths[..^2])
        {
            field *= length;
        }

        return Variance((double)field * shape[^2], (double)field * shape[^1]);
    }

    /// <summary>The standard deviation of the numbers.</summary>
    /// <inheritdoc cref="VarianceFor"/>
    public double DeviationFor(Shape shape) => Math.Sqrt(VarianceFor(shape));

    /// <summary>How far from 0 evenly spread numbers may be.</summary>
    /// <inheritdoc cref="VarianceFor"/>
    public double LimitFor(Shape shape) => Math.Sqrt(3 * VarianceFor(shape));

    /// <summary>The variance, given how many numbers come in and go out.</summary>
    private protected abstract double Variance(double fanIn, double fanOut);
}
