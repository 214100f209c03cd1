namespace Engine.Initializers;

/// <summary>
/// Evenly spread numbers scaled by what comes in, doubled, as suits ReLU: variance <c>2 / fanIn</c>.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "가중치 초기화", 2); He et al., 2015.
/// </summary>
[Kind("he-uniform")]
public sealed class HeUniform : VarianceScaling
{
    /// <summary>The initializer.</summary>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    public HeUniform(int seed = 0)
        : base(seed)
    {
    }

    private protected override bool IsUniform => true;

    private protected override double Variance(double fanIn, double fanOut) => 2 / fanIn;
}
