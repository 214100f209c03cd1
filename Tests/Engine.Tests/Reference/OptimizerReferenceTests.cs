using System.Collections.Immutable;
using System.Text.Json;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Reference;

/// <summary>
/// Optimizers with their schedules and clippings against the reference numbers: fixed gradients, one set an update, and after
/// each update the learning rate, the clipped gradients, the parameters and the slots.
/// </summary>
public sealed class OptimizerReferenceTests
{
    private const string File = "optimizers.json";

    /// <summary>What the reference calls an optimizer's slots, and what comes before the parameter's name here.</summary>
    private static readonly ImmutableDictionary<string, string> Slots = new Dictionary<string, string>
    {
        ["sgd v"] = "v",
        ["adagrad accumulator"] = "a",
        ["rmsprop meanSquare"] = "v",
        ["rmsprop meanGrad"] = "m",
        ["rmsprop momentum"] = "mom",
        ["adam m"] = "m",
        ["adam v"] = "v",
        ["adam vHat"] = "vmax",
    }.ToImmutableDictionary();

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        ImmutableArray<GivenParameter> parameters =
        [
            .. entry.Inputs.GetProperty("params").EnumerateObject().Select(property =>
                new GivenParameter(property.Name, ReferenceCase.TensorOf(property.Value))),
        ];
        double[][] rows =
        [
            .. entry.Inputs.GetProperty("grads").EnumerateArray().Select(update =>
                parameters.SelectMany(parameter => ReferenceCase.TensorOf(update.GetProperty(parameter.Name)).Values.ToArray()).ToArray()),
        ];
        Iteration iteration = new(GivenGradients.Of(ReferenceKinds.OptimizerOf(entry.Parameters), parameters, rows));
        JsonElement[] steps = [.. entry.Expected.GetProperty("steps").EnumerateArray()];
        steps.Length.ShouldBe(rows.Length);
        foreach (JsonElement step in steps)
        {
            iteration.Run();
            foreach (JsonProperty expected in step.EnumerateObject())
            {
                Compare(entry, iteration.Trace(), expected);
            }
        }
    }

    private static void Compare(ReferenceCase entry, IterationTrace trace, JsonProperty expected)
    {
        Plan plan = trace.Plan;
        string what = $"{expected.Name} after update {trace.Iteration}";
        switch (expected.Name)
        {
            case "lr":
                entry.ShouldMatch([trace[plan.Find("alpha").Address.ShouldNotBeNull()]], expected.Value, what);
                break;
            case "grads":
                foreach (JsonProperty parameter in expected.Value.EnumerateObject())
                {
                    entry.ShouldMatch(GradientOf(trace, parameter.Name), parameter.Value, $"{what}, {parameter.Name}");
                }

                break;
            case "params":
                foreach (JsonProperty parameter in expected.Value.EnumerateObject())
                {
                    entry.ShouldMatch(NextOf(trace, parameter.Name), parameter.Value, $"{what}, {parameter.Name}");
                }

                break;
            case "slots":
                int slots = 0;
                foreach (JsonProperty slot in expected.Value.EnumerateObject())
                {
                    string prefix = Slots[$"{entry.Operation} {slot.Name}"];
                    foreach (JsonProperty parameter in slot.Value.EnumerateObject())
                    {
                        entry.ShouldMatch(NextOf(trace, $"{prefix}_{parameter.Name}"), parameter.Value, $"{what}, {slot.Name} of {parameter.Name}");
                        slots++;
                    }
                }

                plan.Symbols.Count(symbol => symbol.Role == SymbolRole.State && symbol.Shape.Rank > 0).ShouldBe(slots, $"{entry.Id}, slots");
                break;
            default:
                throw new NotSupportedException(expected.Name);
        }
    }

    private static ReadOnlySpan<double> NextOf(IterationTrace trace, string name) =>
        trace[trace.Plan.NextOf(SymbolOf(trace.Plan, name)).ShouldNotBeNull(name)];

    /// <summary>The gradient that the optimizer uses: the clipped one where gradients are clipped.</summary>
    private static double[] GradientOf(IterationTrace trace, string name)
    {
        Plan plan = trace.Plan;
        if (plan.Symbols.FirstOrDefault(symbol => symbol.Label.ToString() == $"g_{name}") is { } clipped)
        {
            return trace[clipped].ToArray();
        }

        Symbol parameter = SymbolOf(plan, name);
        return
        [
            .. Enumerable.Range(0, parameter.Shape.Size).Select(cell =>
                trace[plan.FindDerivative(new Address(plan.Loss.Index, 0), new Address(parameter.Index, cell)).ShouldNotBeNull(name)]),
        ];
    }

    private static Symbol SymbolOf(Plan plan, string name) => plan.Symbols.Single(symbol => symbol.Label.ToString() == name);
}
