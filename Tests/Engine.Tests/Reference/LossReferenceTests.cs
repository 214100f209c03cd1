using System.Text.Json;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>Losses, sample by sample and reduced, and their gradients at the predictions against the reference numbers.</summary>
public sealed class LossReferenceTests
{
    private const string File = "losses.json";

    public static TheoryData<string> Cases =>
        [.. ReferenceCase.Of(File).Where(entry => !entry.Operation.EndsWith("_penalty", StringComparison.Ordinal)).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Tensor predictions = ReferenceCase.TensorOf(entry.Inputs.GetProperty("yPred"));
        Tensor targets = ReferenceCase.TensorOf(entry.Inputs.GetProperty("yTrue"));
        (int samples, int outputs) = (predictions.Shape[0], predictions.Shape[1]);
        if (targets.Shape.Rank == 1)
        {
            targets = new Tensor(new Shape(samples, 1), [.. targets.Values]);
        }

        // A layer that hands its inputs on unchanged makes them predictions with a gradient.
        Tensor identity = new(
            new Shape(outputs, outputs), [.. Enumerable.Range(0, outputs * outputs).Select(cell => cell / outputs == cell % outputs ? 1.0 : 0.0)]);
        Network network = Network.Sequential(
            new Shape(outputs), [new Dense(outputs, new Given(identity), useBias: false)], LossOf(entry), new GradientDescent(0));
        Plan plan = Planner.Build(network, samples);
        Iteration iteration = new(new Training(plan, predictions, targets));
        iteration.Run();
        IterationTrace trace = iteration.Trace();

        entry.ShouldMatch(trace[plan.Loss], entry.Expected.GetProperty("loss"), "loss");
        if (entry.Expected.TryGetProperty("perSample", out JsonElement expected))
        {
            entry.ShouldMatch(PerSample(entry, trace, samples, outputs), expected, "perSample");
        }

        double[] gradients =
        [
            .. Enumerable.Range(0, samples * outputs).Select(cell =>
                trace[plan.FindDerivative(new Address(plan.Loss.Index, 0), new Address(plan.Predictions[0].Index, cell)).ShouldNotBeNull()]),
        ];
        entry.ShouldMatch(gradients, entry.Expected.GetProperty("gradPred"), "gradPred");
    }

    private static double[] PerSample(ReferenceCase entry, IterationTrace trace, int samples, int outputs)
    {
        Symbol terms = trace.Plan.Symbols.Single(symbol => symbol.Role == SymbolRole.LossTerm);
        bool isSum = entry.Operation is "half_squared_error" || entry.Operation.Contains("categorical", StringComparison.Ordinal);
        return
        [
            .. Enumerable.Range(0, samples).Select(sample =>
                trace[terms].Slice(sample * outputs, outputs).ToArray().Sum() / (isSum ? 1 : outputs)),
        ];
    }

    private static Loss LossOf(ReferenceCase entry)
    {
        CatalogEntry kind = Catalog.Find(typeof(Loss), entry.Operation.Replace('_', '-')).ShouldNotBeNull(entry.Operation);
        Dictionary<string, object?> arguments = [];
        foreach (JsonProperty parameter in entry.Parameters.EnumerateObject())
        {
            (string name, object value) = parameter.Name switch
            {
                "fromLogits" => ("from-logits", parameter.Value.GetBoolean()),
                "clipEpsilon" => ("clip-epsilon", parameter.Value.GetDouble()),
                "logEpsilon" => ("log-epsilon", parameter.Value.GetDouble()),
                "normalize" => ("normalize", parameter.Value.GetBoolean()),
                "delta" => ("delta", parameter.Value.GetDouble()),
                "reduction" => ("reduction", parameter.Value.GetString() == "sum" ? Reduction.Sum : (object)Reduction.Mean),
                var other => throw new NotSupportedException(other),
            };
            arguments.Add(name, value);
        }

        return (Loss)Catalog.Create(kind, arguments);
    }
}
