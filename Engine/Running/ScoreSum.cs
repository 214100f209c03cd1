using System.Collections.Immutable;
using Engine.Metrics;
using Engine.Planning;

namespace Engine.Running;

/// <summary>Adds up what iterations of one size come to.</summary>
internal sealed class ScoreSum(ImmutableArray<Metric> metrics)
{
    private readonly double[] sums = new double[metrics.Length];
    private double loss;
    private int iterations;

    public void Add(Iteration iteration)
    {
        loss += iteration[iteration.Plan.Loss][0];
        iterations++;
        for (int metric = 0; metric < sums.Length; metric++)
        {
            sums[metric] += Measure(metrics[metric], iteration);
        }
    }

    /// <summary>A metric's mean over the rows of the iteration that was computed last, of the network's first output.</summary>
    public static double Measure(Metric metric, Iteration iteration)
    {
        Plan plan = iteration.Plan;
        ReadOnlySpan<double> predictions = iteration[plan.Predictions[0]];
        ReadOnlySpan<double> targets = iteration[plan.Targets[0]];
        int outputs = predictions.Length / plan.BatchSize;
        int wanted = targets.Length / plan.BatchSize;
        double sum = 0;
        for (int sample = 0; sample < plan.BatchSize; sample++)
        {
            sum += metric.Of(predictions.Slice(sample * outputs, outputs), targets.Slice(sample * wanted, wanted));
        }

        return sum / plan.BatchSize;
    }

    public Score Mean() => new(loss / iterations, [.. sums.Select(sum => sum / iterations)]);
}
