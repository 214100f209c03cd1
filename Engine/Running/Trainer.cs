using System.Collections.Immutable;
using Engine.Metrics;

namespace Engine.Running;

/// <summary>
/// Runs a training epoch by epoch and measures it, as Keras' <c>fit</c> does. Of a training that begins within an epoch, the first
/// that is run is the rest of it.
/// </summary>
public static class Trainer
{
    /// <summary>Runs a training.</summary>
    /// <param name="training">The training.</param>
    /// <param name="epochs">The last epoch at most, from 1; those before the training's beginning count.</param>
    /// <param name="metrics">What is measured beside the loss, on the network's first output.</param>
    /// <param name="validation">Measures data that are not trained on, with the same metrics; null for none.</param>
    /// <param name="stopping">When to end before the last epoch; null for never.</param>
    /// <param name="progress">Told the number of epochs that are done.</param>
    /// <param name="cancellation">Ends the run with an exception.</param>
    /// <exception cref="ArgumentException">What early stopping watches is not measured.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static History Run(
        Training training,
        int epochs,
        ImmutableArray<Metric> metrics,
        Evaluation? validation = null,
        EarlyStopping? stopping = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        RequireMeasured(stopping, metrics, validation);
        Iteration machine = new(training);
        int done = (training.FirstIteration - 1) / training.IterationsPerEpoch;
        Patience? patience = stopping is null ? null : new Patience(stopping, metrics, done);
        var results = ImmutableArray.CreateBuilder<EpochResult>();
        TrainingState? best = null;
        bool isStopped = false;
        while (done < epochs && !isStopped)
        {
            ScoreSum sum = new(metrics);
            do
            {
                cancellation.ThrowIfCancellationRequested();
                machine.Run();
                sum.Add(machine);
            }
            while (machine.Number % training.IterationsPerEpoch != 0);

            results.Add(new EpochResult(++done, sum.Mean(), validation?.Of(machine.State())));
            isStopped = patience?.IsOver(results[^1]) ?? false;
            if (stopping is { RestoresBest: true } && patience!.BestEpoch == done)
            {
                best = machine.State();
            }

            progress?.Report(done);
        }

        return new History(results.ToImmutable(), isStopped, patience?.BestEpoch, best ?? machine.State());
    }

    private static void RequireMeasured(EarlyStopping? stopping, ImmutableArray<Metric> metrics, Evaluation? validation)
    {
        if (stopping?.Watched is Watched.ValidationLoss or Watched.ValidationMetric && validation is null)
        {
            throw new ArgumentException("early stopping on validation data, of which there are none", nameof(stopping));
        }

        if (stopping?.Watched is Watched.TrainingMetric or Watched.ValidationMetric && metrics.IsEmpty)
        {
            throw new ArgumentException("early stopping on a metric, of which there is none", nameof(stopping));
        }
    }

    /// <summary>What early stopping remembers.</summary>
    private sealed class Patience(EarlyStopping stopping, ImmutableArray<Metric> metrics, int before)
    {
        private double best = double.NaN;

        /// <summary>The best epoch so far; the one before the first that is run, 0 as a rule, while nothing but NaN was measured.</summary>
        public int BestEpoch { get; private set; } = before;

        public bool IsOver(EpochResult result)
        {
            double value = stopping.Watched switch
            {
                Watched.ValidationLoss => result.Validation!.Loss,
                Watched.TrainingLoss => result.Training.Loss,
                Watched.ValidationMetric => result.Validation!.Metrics[0],
                _ => result.Training.Metrics[0],
            };
            bool isMetric = stopping.Watched is Watched.ValidationMetric or Watched.TrainingMetric;
            double sign = isMetric && metrics[0].IsLargerBetter ? -1 : 1;
            if (!double.IsNaN(value) && (double.IsNaN(best) || sign * value < best - stopping.MinimumDelta))
            {
                best = sign * value;
                BestEpoch = result.Epoch;
            }

            // As in Keras, the epoch that uses up the patience is the last.
            return result.Epoch > BestEpoch && result.Epoch - BestEpoch >= Math.Max(1, stopping.Patience);
        }
    }
}
