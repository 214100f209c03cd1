namespace Engine.Metrics;

/// <summary>
/// The share of samples whose greatest output is in the place of the greatest target: accuracy where targets are one-hot.
/// Keras' <c>CategoricalAccuracy</c>; of equal outputs the first counts. For sequences, the mean over the steps.
/// </summary>
[Kind("categorical-accuracy")]
public sealed class CategoricalAccuracy : Metric
{
    private readonly int classes;

    /// <summary>The share of samples of the right class.</summary>
    /// <param name="classes">How many outputs a choice has; 0 for all of a sample's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 classes.</exception>
    public CategoricalAccuracy(int classes = 0)
    {
        if (classes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "an integer of at least 0");
        }

        this.classes = classes;
    }

    /// <inheritdoc/>
    public override double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target)
    {
        int width = classes == 0 ? prediction.Length : classes;
        int right = 0;
        for (int start = 0; start < prediction.Length; start += width)
        {
            right += PlaceOfGreatest(prediction.Slice(start, width)) == PlaceOfGreatest(target.Slice(start, width)) ? 1 : 0;
        }

        return (double)right * width / prediction.Length;
    }
}
