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
/// What a person waits for who traces numbers: breakpoints and changes in 10,000 epochs of XOR, one sample an update, each asked of a timeline
/// that has not run yet; and the users of numbers in a large network.
/// </summary>
internal static class TracingFigures
{
    private const int Updates = 40_000;
    private const double Goal = 100;
    private const int Rounds = 21;

    public static void Measure(Report report)
    {
        Plan plan = Xor().Plan;
        Address loss = new(plan.Loss.Index, 0);
        Address weight = plan.Find("W2", 1, 1).Address!.Value;
        Condition flips = new Condition.PredictionFlip { Sample = 1 };
        Condition never = new Condition.Comparison(Condition.NumberAt(loss), Relation.Less, 0.0);
        Condition[] several =
        [
            never,
            new Condition.NonFinite(),
            new Condition.Crossing(Condition.NumberAt(weight), 1e6),
            new Condition.Comparison(Condition.NumberAt(weight), Relation.Greater, 1e6),
            new Condition.SignChange(Condition.NumberAt(loss)),
        ];
        Line(report, "back to the last flip of a prediction", line => new TimelineSearch(line, flips).PreviousHit(line.End));
        Line(report, "continue, one breakpoint, not met", line => new TimelineSearch(line, never).NextHit(line.Start));
        Line(report, "continue, five breakpoints, not met", line => new TimelineSearch(line, several).NextHit(line.Start));
        Line(report, "continue back, five breakpoints, not met", line => new TimelineSearch(line, several).PreviousHit(line.End));
        Line(report, "last change of a weight", line => new TimelineSearch(line, new Condition.Change(Condition.NumberAt(weight))).PreviousHit(line.End));
        Line(report, "ten watched numbers recorded", line => Recorder.Record(line, [.. Enumerable.Range(0, 10).Select(index => new Address(plan.Steps[index % plan.Steps.Length].Output.Index, 0))]));
        MeasureUsers(report);
    }

    private static void Line(Report report, string name, Action<Timeline> ask)
    {
        double[] times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            Timeline line = new(Xor(), Updates);
            long start = Stopwatch.GetTimestamp();
            ask(line);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        report.Line($"XOR, 10,000 epochs, {name}", times[Rounds / 2], "ms", times[Rounds / 2] / Goal, "goal 100 ms");
    }

    private static void MeasureUsers(Report report)
    {
        Plan plan = Planner.Build(
            Network.Sequential(
                new Shape(784),
                [
                    new Dense(128, new GlorotUniform(1), new RectifiedLinear()),
                    new Dense(128, new GlorotUniform(2), new RectifiedLinear()),
                    new Dense(10, new GlorotUniform(3), new Softmax()),
                ],
                new SparseCategoricalCrossentropy(),
                new GradientDescent(0.1)),
            batchSize: 32);
        Address weight = plan.Find("W2", 3, 57).Address!.Value;
        Address pixel = plan.Find("x", 7, 300).Address!.Value;
        int found = 0;
        double[] times = Report.Times(200, _ => found = plan.UsersOf(weight).Count() + plan.UsersOf(pixel).Count());
        report.Line($"784-128-128-10, batch of 32, the {found} users of a weight and a pixel", Report.Quantile(times, 0.5), "µs");
    }

    private static Training Xor() => new(
        Planner.Build(Network.Sequential(
            new Shape(2),
            [
                new Dense(2, new Given(Tensor.Matrix([[0.5, -0.4], [0.3, 0.8]])), new Sigmoid(), bias: new Given(Tensor.Vector(0.1, -0.1))),
                new Dense(1, new Given(Tensor.Matrix([[0.7], [-0.6]])), new Sigmoid(), bias: new Given(Tensor.Vector(0.2))),
            ],
            new HalfSquaredError(),
            new GradientDescent(0.5))),
        Tensor.Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
        Tensor.Matrix([[0], [1], [1], [0]]));
}
