namespace Engine.Metrics;

/// <summary>The mean distance between outputs and targets, as Keras' <c>mae</c>, in the targets' unit.</summary>
[Kind("mean-absolute-error")]
public sealed class MeanAbsoluteErrorMetric : Metric
{
    /// <inheritdoc/>
    public override bool IsLargerBetter => false;

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target)
    {
        double sum = 0;
        for (int output = 0; output < prediction.Length; output++)
        {
            sum += Math.Abs(prediction[output] - target[output]);
        }

        return sum / prediction.Length;
    }
}
