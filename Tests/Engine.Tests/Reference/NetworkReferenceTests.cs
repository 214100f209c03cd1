using System.Text.Json;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Planning;
using Engine.Regularizers;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>
/// Whole trainings of dense networks against the reference numbers: every weighted sum, output, gradient and weight of every
/// iteration, or the losses along a long training and where it ends.
/// </summary>
public sealed class NetworkReferenceTests
{
    private const string File = "nets.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        RequireKnown(entry.Parameters, "layers", "loss", "optimizer", "feed", "iterations");
        Tensor x = ReferenceCase.TensorOf(entry.Inputs.GetProperty("x"));
        Tensor y = ReferenceCase.TensorOf(entry.Inputs.GetProperty("y"));
        if (y.Shape.Rank == 1)
        {
            y = new Tensor(new Shape(y.Shape[0], 1), [.. y.Values]);
        }

        Tensor[] weights = [.. entry.Inputs.GetProperty("weights").EnumerateArray().SelectMany(WeightsOf)];
        Plan plan = Planner.Build(NetworkOf(entry, x.Shape[1], weights), BatchSizeOf(entry, x.Shape[0]), new PlanOptions { InputGradients = true });
        Training training = new(plan, x, y);
        Iteration iteration = new(training);
        int iterations = entry.Parameters.GetProperty("iterations").GetInt32();
        List<double> losses = [];
        IterationTrace trace;
        do
        {
            iteration.Run();
            trace = iteration.Trace();
            losses.Add(trace[plan.Loss][0]);
            if (entry.Expected.TryGetProperty("iterations", out JsonElement expected))
            {
                Compare(entry, training, trace, expected[trace.Iteration - 1]);
            }
        }
        while (iteration.Number < iterations);

        CompareEnd(entry, trace, losses, x, y);
    }

    private static void Compare(ReferenceCase entry, Training training, IterationTrace trace, JsonElement expected)
    {
        Plan plan = trace.Plan;
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string what = $"{property.Name} of iteration {trace.Iteration - 1}";
            switch (property.Name)
            {
                case "rows":
                    training.RowsOf(trace.Iteration).ShouldBe(property.Value.EnumerateArray().Select(row => row.GetInt32()), what);
                    break;
                case "lr":
                    entry.ShouldMatch([trace[plan.Find("alpha").Address.ShouldNotBeNull()]], property.Value, what);
                    break;
                case "loss":
                    entry.ShouldMatch(trace[plan.Loss], property.Value, what);
                    break;
                case "dataLoss":
                    entry.ShouldMatch([trace[plan.Loss][0] - PenaltyOf(trace)], property.Value, what);
                    break;
                case "penalty":
                    entry.ShouldMatch([PenaltyOf(trace)], property.Value, what);
                    break;
                case "gradX":
                    entry.ShouldMatch(GradientOf(trace, plan.Inputs[0]), property.Value, what);
                    break;
                case "layers":
                    int layer = 0;
                    foreach (JsonElement element in property.Value.EnumerateArray())
                    {
                        layer++;
                        foreach (JsonProperty part in element.EnumerateObject())
                        {
                            entry.ShouldMatch(NumbersOf(trace, layer, part.Name), part.Value, $"layer {layer}, {part.Name}, {what}");
                        }
                    }

                    layer.ShouldBe(plan.Predictions[0].Place.Layer);
                    break;
                default:
                    throw new NotSupportedException(property.Name);
            }
        }
    }

    private static void CompareEnd(ReferenceCase entry, IterationTrace trace, List<double> losses, Tensor x, Tensor y)
    {
        Tensor[] weights = [.. trace.Plan.Parameters.Select(tensor => trace.TensorOf(trace.Plan.NextOf(tensor.Symbols[0])!))];
        foreach (JsonProperty property in entry.Expected.EnumerateObject())
        {
            switch (property.Name)
            {
                case "iterations":
                    break;
                case "lossAt":
                    foreach (JsonElement pair in property.Value.EnumerateArray())
                    {
                        entry.ShouldMatch([losses[pair[0].GetInt32()]], pair[1], $"loss at {pair[0]}");
                    }

                    break;
                case "finalWeights":
                    JsonElement[] expected = [.. property.Value.EnumerateArray().SelectMany(layer => layer.EnumerateObject().Select(part => part.Value))];
                    expected.Length.ShouldBe(weights.Length);
                    for (int index = 0; index < weights.Length; index++)
                    {
                        entry.ShouldMatch(weights[index].Values, expected[index], $"final weights {trace.Plan.Parameters[index].Name}");
                    }

                    break;
                case "finalPrediction":
                    Network network = NetworkOf(entry, x.Shape[1], weights);
                    Iteration answer = new(new Training(Planner.Build(network, x.Shape[0], new PlanOptions { Mode = Mode.Inference }), x, y));
                    answer.Run();
                    IterationTrace answers = answer.Trace();
                    entry.ShouldMatch(answers[answers.Plan.Predictions[0]], property.Value, "final prediction");
                    break;
                default:
                    throw new NotSupportedException(property.Name);
            }
        }
    }

    private static ReadOnlySpan<double> NumbersOf(IterationTrace trace, int layer, string part)
    {
        Plan plan = trace.Plan;
        return part switch
        {
            "z" => trace[Sums()],
            "h" => trace[At(LayerPart.Output, SymbolRole.Activation)],
            "delta" => GradientOf(trace, Sums()),
            "gradH" => GradientOf(trace, At(LayerPart.Output, SymbolRole.Activation)),
            "gradKernel" => GradientOf(trace, At(LayerPart.Kernel, SymbolRole.Parameter)),
            "gradBias" => GradientOf(trace, At(LayerPart.Bias, SymbolRole.Parameter)),
            "kernel" => trace[plan.NextOf(At(LayerPart.Kernel, SymbolRole.Parameter))!],
            "bias" => trace[plan.NextOf(At(LayerPart.Bias, SymbolRole.Parameter))!],
            _ => throw new NotSupportedException(part),
        };

        Symbol At(LayerPart place, SymbolRole role) => plan.Symbols.Single(symbol => symbol.Role == role && symbol.Place == new Place(layer, place));

        // The weighted sum of a linear layer is its output.
        Symbol Sums() => plan.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.Activation && symbol.Place == new Place(layer, LayerPart.PreActivation))
            ?? At(LayerPart.Output, SymbolRole.Activation);
    }

    private static double[] GradientOf(IterationTrace trace, Symbol symbol)
    {
        Address loss = new(trace.Plan.Loss.Index, 0);
        return
        [
            .. Enumerable.Range(0, symbol.Shape.Size).Select(cell =>
                trace[trace.Plan.FindDerivative(loss, new Address(symbol.Index, cell)).ShouldNotBeNull($"{symbol.Label}[{cell}]")]),
        ];
    }

    private static double PenaltyOf(IterationTrace trace) => trace.Plan.Symbols
        .Where(symbol => symbol.Role == SymbolRole.LossPart && symbol.Label.ToString().StartsWith("R_", StringComparison.Ordinal))
        .Sum(symbol => trace[symbol][0]);

    private static Network NetworkOf(ReferenceCase entry, int features, Tensor[] weights)
    {
        int next = 0;
        return Network.Sequential(
            new Shape(features),
            [.. entry.Parameters.GetProperty("layers").EnumerateArray().Select(LayerOf)],
            ReferenceKinds.LossOf(entry.Parameters.GetProperty("loss")),
            ReferenceKinds.OptimizerOf(entry.Parameters.GetProperty("optimizer")));

        Layer LayerOf(JsonElement layer)
        {
            bool useBias = layer.GetProperty("useBias").GetBoolean();
            return new Dense(
                layer.GetProperty("units").GetInt32(),
                new Given(weights[next++]),
                ReferenceKinds.ActivationOf(layer.GetProperty("activation").GetString()!, layer, "units", "activation", "useBias", "kernelL2"),
                useBias,
                useBias ? new Given(weights[next++]) : null,
                kernelRegularizer: layer.TryGetProperty("kernelL2", out JsonElement strength) ? new L2(strength.GetDouble()) : null);
        }
    }

    private static IEnumerable<Tensor> WeightsOf(JsonElement layer)
    {
        RequireKnown(layer, "kernel", "bias");
        yield return ReferenceCase.TensorOf(layer.GetProperty("kernel"));
        if (layer.TryGetProperty("bias", out JsonElement bias))
        {
            yield return ReferenceCase.TensorOf(bias);
        }
    }

    private static int BatchSizeOf(ReferenceCase entry, int samples)
    {
        JsonElement feed = entry.Parameters.GetProperty("feed");
        RequireKnown(feed, "type", "batchSize");
        return feed.GetProperty("type").GetString() switch
        {
            "fullBatch" => samples,
            "online" => 1,
            "miniBatch" => feed.GetProperty("batchSize").GetInt32(),
            var other => throw new NotSupportedException(other),
        };
    }

    private static void RequireKnown(JsonElement element, params string[] names) =>
        element.EnumerateObject().Select(property => property.Name).Except(names).ShouldBeEmpty();
}
