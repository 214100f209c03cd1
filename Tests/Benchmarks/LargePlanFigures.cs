using Engine.Activations;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Benchmarks;

/// <summary>
/// A network of the size that handwritten digits need: 784-128-128-10, ReLU, softmax cross-entropy, batches of 128, 48,000 samples
/// an epoch. The data are random; the arithmetic does not depend on them. The peer is <c>peers/pytorch.py</c>.
/// </summary>
internal static class LargePlanFigures
{
    private const int Samples = 48_000;
    private const int Batch = 128;
    private const int Features = 784;
    private const int Classes = 10;

    /// <summary>PyTorch's float32 at its best setting, in seconds, on the machine where the goal was set.</summary>
    private const double GoalOfDescent = 0.26;
    private const double GoalOfAdam = 0.41;

    public static void Measure(Report report, bool quick)
    {
        // A quick run sees a tenth of the data and says so.
        int batches = (quick ? Samples / 10 : Samples) / Batch;
        Training training = Mnist(batches * Batch, new GradientDescent(0.1));
        Training adam = Mnist(batches * Batch, new Adam(0.001));
        string scaled = quick ? $", {batches} of its {Samples / Batch} batches scaled up" : "";
        foreach (int threads in new[] { 1, 2 })
        {
            string name = $"{threads} thread{(threads > 1 ? "s" : "")}{scaled}";
            double epoch = EpochOf(training, threads, batches, quick);
            report.Line($"mnist-sized epoch, SGD, {name}", epoch, "s", epoch / GoalOfDescent, $"goal {GoalOfDescent} s");
            epoch = EpochOf(adam, threads, batches, quick);
            report.Line($"mnist-sized epoch, Adam, {name}", epoch, "s", epoch / GoalOfAdam, $"goal {GoalOfAdam} s");
        }

        MeasureExplaining(report, training);
    }

    private static double EpochOf(Training training, int threads, int batches, bool quick)
    {
        Iteration machine = new(training, threads);
        double time = Report.Fastest(quick ? 4 : 12, () =>
        {
            for (int batch = 0; batch < batches; batch++)
            {
                machine.Run();
            }
        });
        return time * (Samples / Batch) / batches;
    }

    /// <summary>Finding out about one number: its formula, with symbols and with numbers, and its value.</summary>
    private static void MeasureExplaining(Report report, Training training)
    {
        Iteration machine = new(training);
        machine.Run();
        IterationTrace trace = machine.Trace();
        Plan plan = training.Plan;
        Symbol[] computed = [.. plan.Steps.Select(step => step.Output)];
        Random random = new(3);
        double[] times = Report.Times(2000, _ =>
        {
            Symbol symbol = computed[random.Next(computed.Length)];
            Explanation explanation = plan.Explain(new Address(symbol.Index, random.Next(symbol.Shape.Size)));
            explanation.Symbolic(Notation.Mathematical, mostTerms: 8);
            explanation.Substituted(trace, Notation.Mathematical, mostTerms: 8);
            explanation.Evaluate(trace);
        });
        report.Line("explaining a random cell of 784-128-128-10, median", Report.Quantile(times, 0.5), "µs", Report.Quantile(times, 0.5) / 1000, "goal 1 ms");
        report.Line("explaining a random cell of 784-128-128-10, p99", Report.Quantile(times, 0.99), "µs", Report.Quantile(times, 0.99) / 1000, "goal 1 ms");
    }

    private static Training Mnist(int samples, Optimizer optimizer)
    {
        Network network = Network.Sequential(
            new Shape(Features),
            [
                new Dense(128, new GlorotUniform(1), new RectifiedLinear()),
                new Dense(128, new GlorotUniform(2), new RectifiedLinear()),
                new Dense(Classes, new GlorotUniform(3)),
            ],
            new SparseCategoricalCrossentropy(fromLogits: true),
            optimizer);
        Random random = new(2);
        double[] inputs = new double[samples * Features];
        foreach (ref double input in inputs.AsSpan())
        {
            input = random.NextDouble();
        }

        double[] targets = new double[samples];
        foreach (ref double target in targets.AsSpan())
        {
            target = random.Next(Classes);
        }

        return new Training(
            Planner.Build(network, Batch), new Tensor(new Shape(samples, Features), [.. inputs]), new Tensor(new Shape(samples, 1), [.. targets]));
    }
}
