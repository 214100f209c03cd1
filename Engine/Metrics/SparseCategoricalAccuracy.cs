namespace Engine.Metrics;

/// <summary>
/// The share of samples whose greatest output is in the place that the target names, counted from 0. Keras'
/// <c>SparseCategoricalAccuracy</c>; of equal outputs the first counts.
/// </summary>
[Kind("sparse-categorical-accuracy")]
public sealed class SparseCategoricalAccuracy : Metric
{
    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target) =>
        PlaceOfGreatest(prediction) == target[0] ? 1 : 0;
}
