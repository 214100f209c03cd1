namespace Engine.Initializers;

/// <summary>
/// Evenly spread numbers scaled by the mean of what comes in and goes out, as suits sigmoid and tanh. Also called Xavier: variance <c>2 / (fanIn + fanOut)</c>.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "가중치 초기화", 1); Glorot and Bengio, 2010.
/// </summary>
[Kind("glorot-uniform")]
public sealed class GlorotUniform : VarianceScaling
{
    /// <summary>The initializer.</summary>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    public GlorotUniform(int seed = 0)
        : base(seed)
    {
    }

    private protected override bool IsUniform => true;

    private protected override double Variance(double fanIn, double fanOut) => 2 / (fanIn + fanOut);
}
