using System.Diagnostics;
using Engine.Activations;
using Engine.Health;
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
/// A million updates of XOR, 2-2-1 with biases and sigmoids, a sample an update: what checkpoints cost, how quickly any update is
/// reached and the whole is searched; and going back through a network whose iterations take long.
/// </summary>
internal static class TimelineFigures
{
    private const int Updates = 1_000_000;
    private const double SeekGoal = 100;
    private const double MemoryGoal = 64;
    private const double MiB = 1 << 20;
    private const int Rounds = 5;

    public static void Measure(Report report)
    {
        Training xor = Xor();
        double[] losses = new double[Updates + 1];
        Timeline timeline = MeasureCheckpoints(report, xor, losses);
        MeasureSeeks(report, timeline, losses);
        MeasureSearches(report, timeline, losses);
        MeasureGoingBack(report);
    }

    private static Timeline MeasureCheckpoints(Report report, Training xor, double[] losses)
    {
        int loss = xor.Plan.OffsetOf(xor.Plan.Loss);
        double[] without = new double[Rounds];
        double[] ratios = new double[Rounds];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Timeline timeline = new(xor, Updates);

        // Turn by turn, so that the machine's changing speed meets both; the first round warms up.
        for (int round = -1; round < Rounds; round++)
        {
            Iteration machine = new(xor);
            long start = Stopwatch.GetTimestamp();
            for (int update = 1; update <= Updates; update++)
            {
                machine.Run();
            }

            double straight = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            timeline = new Timeline(xor, Updates);
            start = Stopwatch.GetTimestamp();
            timeline.At(Updates);
            double kept = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round >= 0)
            {
                (without[round], ratios[round]) = (straight, kept / straight);
            }
        }

        long used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Array.Sort(without);
        Array.Sort(ratios);
        report.Line("XOR, 1,000,000 updates without checkpoints", without[Rounds / 2], "ms");
        report.Line("XOR, 1,000,000 updates with checkpoints", without[Rounds / 2] * ratios[Rounds / 2], "ms", ratios[Rounds / 2], "without (goal 1.1)");
        report.Line("XOR, memory of its checkpoints", timeline.CheckpointBytes / MiB, "MiB", timeline.CheckpointBytes / MiB / MemoryGoal, "goal 64 MiB");
        report.Line("XOR, memory of the run, all objects", used / MiB, "MiB", used / MiB / MemoryGoal, "goal 64 MiB");

        Iteration straightRun = new(xor);
        for (int update = 1; update <= Updates; update++)
        {
            straightRun.Run();
            losses[update] = straightRun.Trace()[new Address(xor.Plan.Loss.Index, 0)];
        }

        return timeline;
    }

    private static void MeasureSeeks(Report report, Timeline timeline, double[] losses)
    {
        Random random = new(1);
        Address loss = new(timeline.Plan.Loss.Index, 0);
        int different = 0;
        double[] seeks = Report.Times(20_000, _ =>
        {
            int update = random.Next(1, Updates + 1);
            different += BitConverter.DoubleToInt64Bits(timeline.At(update)[loss]) == BitConverter.DoubleToInt64Bits(losses[update]) ? 0 : 1;
        });
        report.Line("XOR, seek to a random update, median", Report.Quantile(seeks, 0.5), "µs", Report.Quantile(seeks, 0.5) / 100, "goal 100 µs");
        report.Line("XOR, seek to a random update, p99", Report.Quantile(seeks, 0.99), "µs", Report.Quantile(seeks, 0.99) / SeekGoal, "goal 100 µs");
        report.Line("XOR, seeks that were not bit-equal to the straight run", different, "");
    }

    private static void MeasureSearches(Report report, Timeline timeline, double[] losses)
    {
        Address loss = new(timeline.Plan.Loss.Index, 0);
        double straight = 0;
        foreach ((string name, Condition condition) in new (string, Condition)[]
        {
            ("loss < 0", new Condition.Comparison(Condition.NumberAt(loss), Relation.Less, 0.0)),
            ("not finite", new Condition.NonFinite()),
            ("prediction flips", new Condition.PredictionFlip(2)),
        })
        {
            TimelineSearch search = new(timeline, condition);
            foreach (bool isForward in new[] { true, false })
            {
                long start = Stopwatch.GetTimestamp();
                Moment? found = isForward ? search.FindNext(Moment.Start) : search.FindPrevious(timeline.End);
                double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                straight = straight == 0 ? time : straight;
                string direction = isForward ? "forward" : "backward";
                report.Line($"XOR, all updates searched for {name}, {direction}", time, "ms", time / straight, found is null ? "the first" : "FOUND");
            }
        }

        double least = losses.Skip(1).Take(Updates / 2).Min();
        TimelineSearch smaller = new(timeline, new Condition.Comparison(Condition.NumberAt(loss), Relation.Less, least));
        long begin = Stopwatch.GetTimestamp();
        Moment? moment = smaller.FindNext(Moment.Start);
        report.Line($"XOR, found loss < {least:G3} at update {moment?.Iteration}", Stopwatch.GetElapsedTime(begin).TotalMilliseconds, "ms");
    }

    /// <summary>784-128-10, a batch of 8: about 100,000 parameters, room for some forty states.</summary>
    private static void MeasureGoingBack(Report report)
    {
        const int Iterations = 1000;
        const int Steps = 200;
        Random random = new(1);
        Plan plan = Planner.Build(
            Network.Sequential(
                new Shape(784),
                [
                    new Dense(128, new GlorotUniform(1), new RectifiedLinear()),
                    new Dense(10, new GlorotUniform(2), new Softmax()),
                ],
                new CategoricalCrossentropy(),
                new GradientDescent(0.01)),
            batchSize: 8);
        double[] pixels = [.. Enumerable.Range(0, 64 * 784).Select(_ => random.NextDouble())];
        double[] classes = [.. Enumerable.Range(0, 64 * 10).Select(index => index % 10 == index / 10 % 10 ? 1.0 : 0.0)];
        Training digits = new(plan, new Tensor(new Shape(64, 784), [.. pixels]), new Tensor(new Shape(64, 10), [.. classes]));
        Timeline timeline = new(digits, Iterations, checkpointBytes: 32 << 20);
        long start = Stopwatch.GetTimestamp();
        timeline.At(Iterations);
        double forward = Stopwatch.GetElapsedTime(start).TotalMilliseconds / Iterations;
        double[] back = new double[Steps];
        for (int step = 0; step < Steps; step++)
        {
            start = Stopwatch.GetTimestamp();
            timeline.At(Iterations - 1 - step);
            back[step] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(back);
        report.Line("784-128-10, batch of 8, an iteration", forward, "ms");
        report.Line("784-128-10, back one iteration, 32 MiB, mean", back.Average(), "ms", back.Average() / forward, "an iteration");
        report.Line("784-128-10, back one iteration, slowest of 200", back[^1], "ms", back[^1] / forward, "an iteration");

        start = Stopwatch.GetTimestamp();
        int dead = NumericalHealth.ActivationsOverData(timeline, Iterations)[0].DeadUnits.Count();
        report.Line($"784-128-10, dead units over the data ({dead} of 128)", Stopwatch.GetElapsedTime(start).TotalMilliseconds, "ms");
    }

    private static Training Xor()
    {
        Network network = Network.Sequential(
            new Shape(2),
            [
                new Dense(2, new GlorotUniform(3), new Sigmoid()),
                new Dense(1, new GlorotUniform(4), new Sigmoid()),
            ],
            new HalfSquaredError(),
            new GradientDescent(0.5));
        return new Training(Planner.Build(network), Tensor.Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor.Matrix([[0], [1], [1], [0]]));
    }
}
