using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Time;

namespace Engine.Tests.Time;

/// <summary>What is drawn at random is drawn again: dropout, shuffled rows, running statistics, on any number of threads.</summary>
public class NoisyReplayTests
{
    private const int Iterations = 30;

    [Theory]
    [InlineData(2, 3, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(64, 96, 2)]
    [InlineData(64, 96, 3)]
    public void Should_equal_the_first_run_bit_for_bit(int features, int units, int threads)
    {
        Training training = TrainingOf(features, units);
        double[][] first = RunThrough(training, threads: 1);
        double[][] again = RunThrough(training, threads);
        again.ShouldBe(first, "another number of threads");

        // Jumps in all directions, with room for few checkpoints.
        Timeline timeline = new(training, Iterations, checkpointBytes: 40_000);
        Random random = new(11);
        for (int jump = 0; jump < 40; jump++)
        {
            int iteration = random.Next(1, Iterations + 1);
            NumbersOf(timeline.At(iteration)).ShouldBe(first[iteration - 1], $"jump {jump} to iteration {iteration}");
        }
    }

    [Fact]
    public void Should_differ_from_iteration_to_iteration_and_seed_to_seed()
    {
        Training training = TrainingOf(2, 3);
        Symbol mask = training.Plan.Symbols.First(symbol => symbol.Label.ToString().StartsWith("mask", StringComparison.Ordinal));
        Timeline timeline = new(training, Iterations);
        string[] masks = [.. Enumerable.Range(1, Iterations).Select(iteration => string.Join(' ', timeline.At(iteration)[mask].ToArray()))];
        masks.Distinct().Count().ShouldBeGreaterThan(Iterations / 2);
        RunThrough(TrainingOf(2, 3, seed: 2), threads: 1)[0].ShouldNotBe(RunThrough(training, threads: 1)[0]);
    }

    private static double[][] RunThrough(Training training, int threads)
    {
        Iteration machine = new(training, threads);
        double[][] numbers = new double[Iterations][];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            machine.Run();
            numbers[iteration] = NumbersOf(machine.Trace());
        }

        return numbers;
    }

    private static double[] NumbersOf(IterationTrace trace) => [.. trace.Plan.Symbols.SelectMany(symbol => trace[symbol].ToArray())];

    private static Training TrainingOf(int features, int units, int seed = 1)
    {
        Network network = Network.Sequential(
            new Shape(features),
            [
                new Dense(units, new GlorotUniform(seed), new HyperbolicTangent()),
                new BatchNormalization(),
                new Dropout(0.4, seed),
                new Dense(2, new GlorotUniform(seed + 1), new Softmax()),
            ],
            new CategoricalCrossentropy(),
            new Adam(0.01));
        Random random = new(5);
        const int Samples = 24;
        Tensor inputs = new(new Shape(Samples, features), [.. Enumerable.Range(0, Samples * features).Select(_ => random.NextDouble() - 0.5)]);
        ImmutableArray<double> targets = [.. Enumerable.Range(0, Samples).SelectMany(sample => sample % 3 == 0 ? new[] { 1.0, 0 } : [0, 1.0])];
        return new Training(Planner.Build(network, 8), [inputs], [new Tensor(new Shape(Samples, 2), targets)], shuffleSeed: seed);
    }
}
