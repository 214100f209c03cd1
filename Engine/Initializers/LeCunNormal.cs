namespace Engine.Initializers;

/// <summary>
/// Normal numbers scaled by what comes in, as suits SELU: variance <c>1 / fanIn</c>.
/// Source: LeCun et al., "Efficient BackProp", 1998.
/// </summary>
[Kind("lecun-normal")]
public sealed class LeCunNormal : VarianceScaling
{
    /// <summary>The initializer.</summary>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    public LeCunNormal(int seed = 0)
        : base(seed)
    {
    }

    private protected override bool IsUniform => false;

    private protected override double Variance(double fanIn, double fanOut) => 1 / fanIn;
}
