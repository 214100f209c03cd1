using System.Collections.Immutable;
using Engine.Metrics;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// Measures a network on data without training it: the same layers in inference mode, with the parameters and running
/// statistics of a training's state. Not thread-safe.
/// </summary>
public sealed class Evaluation
{
    private const int MostAtOnce = 256;

    private readonly Iteration machine;
    private readonly ImmutableArray<Metric> metrics;
    private readonly int iterations;
    private readonly ImmutableArray<(int From, int Length, Symbol To)> copied;

    /// <summary>An evaluation.</summary>
    /// <param name="training">The training whose states are measured.</param>
    /// <param name="network">Its network.</param>
    /// <param name="inputs">For each input of the network its data, samples × features.</param>
    /// <param name="targets">For each output what the network should answer.</param>
    /// <param name="metrics">What is measured beside the loss, on the network's first output.</param>
    /// <exception cref="ShapeException">The data do not fit the network.</exception>
    public Evaluation(
        Training training, Network network, ImmutableArray<Tensor> inputs, ImmutableArray<Tensor> targets, ImmutableArray<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(network);
        int samples = inputs[0].Shape.Rank == 0 ? 0 : inputs[0].Shape[0];
        int batch = Enumerable.Range(1, Math.Clamp(samples, 1, MostAtOnce)).Last(size => samples % size == 0);
        Plan = Planner.Build(network, batch, new PlanOptions { Mode = Mode.Inference });
        machine = new Iteration(new Training(Plan, inputs, targets));
        iterations = samples / batch;
        this.metrics = metrics;

        // Both plans are of one network, so that a parameter has one name in both.
        copied = [.. TrainingState.Places(training.Plan, Plan).Select(pair => (pair.From, pair.Symbol.Shape.Size, pair.Other))];
    }

    /// <summary>The steps of the evaluation: forward and loss.</summary>
    public Plan Plan { get; }

    /// <summary>Measures a state: the mean over all samples.</summary>
    public Score Of(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach ((int from, int length, Symbol to) in copied)
        {
            machine.Set(to, state.Values.AsSpan().Slice(from, length));
        }

        machine.Rewind();
        ScoreSum sum = new(metrics);
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            machine.Run();
            sum.Add(machine);
        }

        return sum.Mean();
    }

    /// <summary>All numbers of the batch that was measured last.</summary>
    public IterationTrace Trace() => machine.Trace();
}
