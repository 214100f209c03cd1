using System.Diagnostics;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Engine.Time.Search;

namespace Benchmarks;

/// <summary>
/// What one does to think about a training of 10,000 epochs of XOR (2-2-1, biases, sigmoids): back to the last flip of a prediction, a weight
/// over all iterations, a branch with another learning rate up to the same place, both compared. Each is to answer within 100 ms, on a
/// training that has been walked to its end; planning the branch is part of it. Then the same tools on a large network.
/// </summary>
internal static class ThinkingFigures
{
    private const int Epochs = 10_000;
    private const int Fork = 301;
    private const int Rounds = 7;
    private const string Goal = "a plain run (goal 100 ms)";

    public static void Measure(Report report)
    {
        foreach (int batch in new[] { 4, 1 })
        {
            MeasureXor(report, batch, Epochs * 4 / batch);
        }

        MeasureLarge(report);
    }

    private static void MeasureXor(Report report, int batch, int updates)
    {
        (double Wall, double Processor)[][] times = [.. Enumerable.Range(0, Rounds + 1).Select(_ => RoundOf(batch, updates))];
        string[] names = ["a plain run", "back to the last flip of a prediction", "a weight recorded", "a branch run to the same place", "both compared, first parting found"];
        double plain = MedianOf(times, 0);
        for (int figure = 0; figure < names.Length; figure++)
        {
            string name = $"XOR, {Epochs:N0} epochs, batches of {batch}: {names[figure]}";
            double median = MedianOf(times, figure);
            report.Line(name, median, "ms", figure == 0 ? null : median / plain, figure == 0 ? "" : Goal);
        }

        // What the first one meets: code that nothing has compiled yet, but for that of the plain run. Once only, so that what else the
        // machine does must not count.
        for (int figure = 1; figure < names.Length && batch == 4; figure++)
        {
            double first = times[0][figure].Processor;
            report.Line($"XOR: {names[figure]}, first time, processor time", first, "ms", first / 100, "goal 100 ms");
        }
    }

    /// <summary>The times of one round in the order of the figures, on timelines of its own.</summary>
    private static (double Wall, double Processor)[] RoundOf(int batch, int updates)
    {
        (double, double) plain = Time(() =>
        {
            Iteration machine = new(Xor(batch, 2));
            while (machine.Number < updates)
            {
                machine.Run();
            }
        });
        Timeline timeline = new(Xor(batch, 2), updates);
        timeline.At(updates);
        Moment? flip = null;
        (double, double) back = Time(() => flip = new TimelineSearch(timeline, new Condition.PredictionFlip()).FindPrevious(timeline.End));
        if (flip is null)
        {
            throw new InvalidOperationException("No prediction flips.");
        }

        Address weight = timeline.Plan.Find("W2", 1, 1).Address!.Value;
        (double, double) record = Time(() => Recorder.Record(timeline, [weight, new Address(timeline.Plan.Loss.Index, 0)]));
        timeline.At(updates);
        Timeline branch = timeline;
        (double, double) run = Time(() =>
        {
            branch = new Timeline(Xor(batch, 5).From(timeline.StateBefore(Fork)), updates);
            branch.At(updates);
        });
        timeline.At(updates);
        (double, double) compare = Time(() =>
        {
            Comparison comparison = new(timeline, branch);
            if (comparison.In(updates)?.Largest is null || comparison.FirstParting()?.Moment.Iteration != Fork)
            {
                throw new InvalidOperationException("The branch does not part.");
            }
        });
        return [plain, back, record, run, compare];
    }

    private static void MeasureLarge(Report report)
    {
        Random random = new(1);
        const int Samples = 32;
        double[] pixels = [.. Enumerable.Range(0, Samples * 784).Select(_ => random.NextDouble())];
        double[] classes = [.. Enumerable.Range(0, Samples).Select(index => (double)(index % 10))];
        Training Digits(double rate) => new(
            Planner.Build(
                Network.Sequential(
                    new Shape(784),
                    [
                        new Dense(128, new GlorotUniform(1), new RectifiedLinear()),
                        new Dense(128, new GlorotUniform(2), new RectifiedLinear()),
                        new Dense(10, new GlorotUniform(3), new Softmax()),
                    ],
                    new SparseCategoricalCrossentropy(),
                    new GradientDescent(rate)),
                Samples),
            new Tensor(new Shape(Samples, 784), [.. pixels]),
            new Tensor(new Shape(Samples, 1), [.. classes]));
        Timeline one = new(Digits(0.1), 20);
        Timeline other = new(Digits(0.2), 20);
        Iteration machine = new(one.Training);
        Iteration byHand = new(one.Training.With(Rounding.ToDecimals(4)));
        (double full, double rounded) = Report.Fastest(3, machine.Run, byHand.Run);
        double iteration = full * 1000;
        report.Line("784-128-128-10, batch of 32, an iteration", iteration, "ms");
        report.Line("784-128-128-10, by hand to 4 decimals, an iteration", rounded * 1000, "ms", rounded / full, "full precision");
        one.At(20);
        other.At(20);
        Comparison comparison = new(one, other);
        double pairs = Report.Fastest(0.5, () => comparison = new Comparison(one, other)) * 1000;
        report.Line("784-128-128-10, names of two plans matched", pairs, "ms", pairs / iteration, "an iteration");
        double differences = Report.Fastest(0.5, () => comparison.In(20)) * 1000;
        report.Line("784-128-128-10, an iteration compared, two made already", differences, "ms", differences / iteration, "an iteration");
    }

    private static double MedianOf((double Wall, double Processor)[][] times, int figure)
    {
        // The first round warms up.
        double[] sorted = [.. times.Skip(1).Select(round => round[figure].Wall).Order()];
        return sorted[sorted.Length / 2];
    }

    private static (double Wall, double Processor) Time(Action run)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        run();
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (wall, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    private static Training Xor(int batch, double rate) => new(
        Planner.Build(
            Network.Sequential(
                new Shape(2),
                [new Dense(2, new GlorotUniform(3), new Sigmoid()), new Dense(1, new GlorotUniform(4), new Sigmoid())],
                new HalfSquaredError(),
                new GradientDescent(rate)),
            batch),
        Tensor.Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
        Tensor.Matrix([[0], [1], [1], [0]]));
}
