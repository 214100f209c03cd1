namespace Engine.Initializers;

/// <summary>
/// Evenly spread numbers scaled by what comes in, as suits SELU: variance <c>1 / fanIn</c>.
/// Source: LeCun et al., "Efficient BackProp", 1998.
/// </summary>
[Kind("lecun-uniform")]
public sealed class LeCunUniform : VarianceScaling
{
    /// <summary>The initializer.</summary>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    public LeCunUniform(int seed = 0)
        : base(seed)
    {
    }

    private protected override bool IsUniform => true;

    private protected override double Variance(double fanIn, double fanOut) => 1 / fanIn;
}
