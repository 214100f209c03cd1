using System.Text.Json;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>Connectionist temporal classification: losses, forward variables and gradients against the reference numbers.</summary>
public sealed class CtcReferenceTests
{
    private const string File = "ctc.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        bool fromLogits = entry.Operation switch
        {
            "ctc_loss" => true,
            "ctc_batch_cost" => false,
            var other => throw new NotSupportedException(other),
        };
        Tensor predictions = ReferenceCase.TensorOf(entry.Inputs.GetProperty(fromLogits ? "logits" : "yPred"));
        Tensor targets = TargetsOf(entry, out int labels);
        Loss loss = new ConnectionistTemporalClassification(
            labels,
            entry.Parameters.GetProperty("blank").GetInt32(),
            fromLogits,
            entry.Parameters.TryGetProperty("epsilon", out JsonElement epsilon) ? epsilon.GetDouble() : 0,
            Losses.Reduction.Sum);
        Network network = Network.Sequential(predictions.Shape.WithoutFirst(), [new HandOn()], loss, new GradientDescent(0));
        Plan plan = Planner.Build(network, predictions.Shape[0], new PlanOptions { InputGradients = true });
        Iteration iteration = new(new Training(plan, predictions, targets));
        iteration.Run();
        IterationTrace trace = iteration.Trace();

        entry.ShouldMatch(trace[plan.Symbols.Single(symbol => symbol.Role == SymbolRole.LossTerm)], entry.Expected.GetProperty("perSample"), "perSample");
        entry.ShouldMatch(trace[plan.Loss], entry.Expected.GetProperty("loss"), "loss");
        Address total = new(plan.Loss.Index, 0);
        double[] gradients =
        [
            .. Enumerable.Range(0, predictions.Shape.Size).Select(cell =>
                trace[plan.FindDerivative(total, new Address(plan.Inputs[0].Index, cell)).ShouldNotBeNull()]),
        ];
        entry.ShouldMatch(gradients, entry.Expected.GetProperty(fromLogits ? "gradLogits" : "gradProbs"), "gradient");
        CheckForwardVariables(entry, trace);
        foreach (Step step in plan.Steps)
        {
            for (int cell = 0; cell < step.Output.Shape.Size; cell++)
            {
                Explanation explanation = plan.Explain(new Address(step.Output.Index, cell));
                explanation.Evaluate(trace).ShouldBe(trace[explanation.Address], explanation.Label.ToString());
            }
        }
    }

    private static void CheckForwardVariables(ReferenceCase entry, IterationTrace trace)
    {
        int sample = 0;
        foreach (JsonElement times in entry.Expected.GetProperty("alpha").EnumerateArray())
        {
            int time = 0;
            foreach (JsonElement places in times.EnumerateArray())
            {
                int count = places.GetArrayLength();
                double[] computed =
                [
                    .. Enumerable.Range(0, count).Select(place => trace[ForwardVariable(trace.Plan, time + 1, sample, place)]),
                ];
                entry.ShouldMatch(computed, places, $"alpha of sample {sample}, time {time}");
                time++;
            }

            sample++;
        }
    }

    private static Address ForwardVariable(Plan plan, int time, int sample, int place)
    {
        Symbol symbol = plan.Symbols.Single(symbol => symbol.Label.ToString() == $"a_t{time}");
        return new Address(symbol.Index, (sample * symbol.Shape[1]) + place);
    }

    /// <summary>One row a sample: how many times count, the symbols, −1 beyond the last.</summary>
    private static Tensor TargetsOf(ReferenceCase entry, out int labels)
    {
        int[][] rows = [.. entry.Inputs.GetProperty("labels").EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetInt32()).ToArray())];
        int[] lengths = [.. entry.Parameters.GetProperty("labelLengths").EnumerateArray().Select(item => item.GetInt32())];
        int[] times = [.. entry.Parameters.GetProperty("inputLengths").EnumerateArray().Select(item => item.GetInt32())];
        int most = lengths.Max();
        labels = most;
        return new Tensor(
            new Shape(rows.Length, 1 + most),
            [
                .. rows.SelectMany((row, sample) => Enumerable.Range(0, most)
                    .Select(at => at < lengths[sample] ? row[at] : -1.0).Prepend(times[sample])),
            ]);
    }

    /// <summary>A layer that hands its input on.</summary>
    private sealed class HandOn : SingleInputLayer
    {
        private protected override Symbol Emit(LayerBuilder builder, Symbol input) =>
            builder.Emit(new Reshape(input.Shape), LayerPart.Output, "output", builder.NameOf("o"), input);
    }
}
