using System.Collections.Immutable;

namespace Engine.Running;

/// <summary>What was measured: the loss and each metric, in the order in which the metrics were asked for.</summary>
/// <param name="Loss">The loss, penalties included.</param>
/// <param name="Metrics">One number for each metric.</param>
public sealed record Score(double Loss, ImmutableArray<double> Metrics);

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="Training">
/// On the training data: the mean over the epoch's iterations, each measured before its update, as Keras shows it.
/// </param>
/// <param name="Validation">On data that are not trained on, after the epoch's last update; null where there are none.</param>
public sealed record EpochResult(int Epoch, Score Training, Score? Validation);

/// <summary>How a training went, epoch by epoch.</summary>
/// <param name="Epochs">The epochs that were run.</param>
/// <param name="Stopped">Whether early stopping ended the training.</param>
/// <param name="BestEpoch">The epoch that early stopping found best, from 1; null where there is none to watch.</param>
/// <param name="Final">The state at the end: of the best epoch, where that is to be restored.</param>
public sealed record History(ImmutableArray<EpochResult> Epochs, bool Stopped, int? BestEpoch, TrainingState Final);
