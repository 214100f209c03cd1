namespace Engine.Metrics;

/// <summary>
/// The share of samples of which every output is on the right side of a threshold: the strict accuracy of several labels a
/// sample.
/// </summary>
[Kind("subset-accuracy")]
public sealed class SubsetAccuracy : Metric
{
    private readonly double threshold;

    /// <summary>The share of samples that are right in every output.</summary>
    /// <param name="threshold">The number above which an output is a yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not finite.</exception>
    public SubsetAccuracy(double threshold = 0.5)
    {
        RequireThreshold(threshold);
        this.threshold = threshold;
    }

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target) =>
        Right(prediction, target, threshold) == prediction.Length ? 1 : 0;
}
