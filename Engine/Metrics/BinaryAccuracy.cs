namespace Engine.Metrics;

/// <summary>
/// The share of outputs that are on the right side of a threshold, each by itself: accuracy where every output is a yes or
/// no, with one output or, for several labels a sample, with several. Keras' <c>BinaryAccuracy</c>: an output above the
/// threshold is a 1.
/// </summary>
[Kind("binary-accuracy")]
public sealed class BinaryAccuracy : Metric
{
    private readonly double threshold;

    /// <summary>The share of right yes-or-no answers.</summary>
    /// <param name="threshold">The number above which an output is a yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not finite.</exception>
    public BinaryAccuracy(double threshold = 0.5)
    {
        RequireThreshold(threshold);
        this.threshold = threshold;
    }

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target) =>
        (double)Right(prediction, target, threshold) / prediction.Length;
}
