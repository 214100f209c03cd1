using System.Collections.Immutable;
using Engine.Metrics;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;

namespace Lessons;

/// <summary>How a lesson's training is run epoch by epoch and measured.</summary>
/// <param name="Network">The network that is trained.</param>
/// <param name="Epochs">How many epochs at most; null where the lesson counts iterations.</param>
/// <param name="Metrics">What is measured beside the loss.</param>
/// <param name="Stopping">When to end before the last epoch; null for never.</param>
public sealed record Fitting(Network Network, int? Epochs, ImmutableArray<Metric> Metrics, EarlyStopping? Stopping)
{
    /// <summary>For each input the rows that are not trained on; empty where there are none.</summary>
    public ImmutableArray<Tensor> ValidationInputs { get; init; } = [];

    /// <summary>For each output the targets of those rows.</summary>
    public ImmutableArray<Tensor> ValidationTargets { get; init; } = [];

    /// <summary>Runs the training.</summary>
    /// <param name="training">The lesson's training.</param>
    /// <param name="epochs">How many epochs at most; the lesson's own number where null.</param>
    /// <param name="progress">Told the number of epochs that are done.</param>
    /// <param name="cancellation">Ends the run with an exception.</param>
    public History Run(Training training, int? epochs = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        Evaluation? validation = ValidationInputs.IsEmpty ? null : new Evaluation(training, Network, ValidationInputs, ValidationTargets, Metrics);
        return Trainer.Run(training, epochs ?? Epochs ?? 1, Metrics, validation, Stopping, progress, cancellation);
    }
}
