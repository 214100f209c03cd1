namespace Engine.Running;

/// <summary>What early stopping watches.</summary>
public enum Watched
{
    /// <summary>The loss on the validation data.</summary>
    ValidationLoss,

    /// <summary>The loss on the training data.</summary>
    TrainingLoss,

    /// <summary>The first metric on the validation data.</summary>
    ValidationMetric,

    /// <summary>The first metric on the training data.</summary>
    TrainingMetric,
}

/// <summary>
/// Ends a training when it no longer gets better, as Keras' <c>EarlyStopping</c>. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 4.
/// </summary>
[Kind("early-stopping")]
public sealed record EarlyStopping
{
    /// <summary>Ends a training.</summary>
    /// <param name="watch">What has to get better.</param>
    /// <param name="patience">How many epochs in a row may be no better before the training ends, at least 0.</param>
    /// <param name="minimumDelta">By how much at least an epoch must be better to count, at least 0.</param>
    /// <param name="restoreBest">Whether the state after the best epoch is the result.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public EarlyStopping(Watched watch = Watched.ValidationLoss, int patience = 0, double minimumDelta = 0, bool restoreBest = false)
    {
        if (patience < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(patience), patience, "an integer of at least 0");
        }

        if (!double.IsFinite(minimumDelta) || minimumDelta < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumDelta), minimumDelta, "a finite number of at least 0");
        }

        Watched = watch;
        Patience = patience;
        MinimumDelta = minimumDelta;
        RestoresBest = restoreBest;
    }

    /// <summary>What has to get better.</summary>
    public Watched Watched { get; }

    /// <summary>How many epochs in a row may be no better before the training ends.</summary>
    public int Patience { get; }

    /// <summary>By how much at least an epoch must be better to count.</summary>
    public double MinimumDelta { get; }

    /// <summary>Whether the state after the best epoch is the result.</summary>
    public bool RestoresBest { get; }
}
