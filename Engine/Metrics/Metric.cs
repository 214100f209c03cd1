namespace Engine.Metrics;

/// <summary>
/// How good predictions are, for people to read: training does not make it large or small. One number for each sample; over
/// many samples it is their mean.
/// </summary>
public abstract class Metric
{
    /// <summary>Whether a larger number is better.</summary>
    public virtual bool IsLargerBetter => true;

    /// <summary>The number of one sample.</summary>
    /// <param name="prediction">What the network answers, row by row.</param>
    /// <param name="target">What it should answer.</param>
    public abstract double Of(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target);

    /// <summary>The place of the greatest number; of equal ones the first.</summary>
    private protected static int PlaceOfGreatest(ReadOnlySpan<double> row)
    {
        int greatest = 0;
        for (int place = 1; place < row.Length; place++)
        {
            if (row[place] > row[greatest])
            {
                greatest = place;
            }
        }

        return greatest;
    }

    /// <summary>How many outputs are on the side of the threshold that their target is on.</summary>
    private protected static int Right(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, double threshold)
    {
        int right = 0;
        for (int output = 0; output < prediction.Length; output++)
        {
            right += (prediction[output] > threshold ? 1.0 : 0.0) == target[output] ? 1 : 0;
        }

        return right;
    }

    private protected static void RequireThreshold(double threshold)
    {
        if (!double.IsFinite(threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "a finite number");
        }
    }
}
