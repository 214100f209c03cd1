using System.Text.Json;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;

namespace Engine.Tests.Reference;

/// <summary>Recurrent layers against the reference numbers: every gate of every time step, and the way back through time.</summary>
public sealed class RecurrentLayerReferenceTests
{
    private const string File = "layers_recurrent.json";

    /// <summary>The parameters that are the layer's, not its activations'.</summary>
    private static readonly string[] Names =
        ["units", "activation", "recurrentActivation", "resetAfter", "initialState", "lastStepOnly"];

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    public static TheoryData<string> CasesThatBeginWithZeros =>
        [.. ReferenceCase.Of(File).Where(entry => !entry.Parameters.GetProperty("initialState").GetBoolean()).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree_with_given_states(string id) => Check(ReferenceCase.Of(File).First(candidate => candidate.Id == id), hasStates: true);

    /// <summary>A layer that is given no first states begins with zeros.</summary>
    [Theory]
    [MemberData(nameof(CasesThatBeginWithZeros))]
    public void Should_agree_without_states(string id) => Check(ReferenceCase.Of(File).First(candidate => candidate.Id == id), hasStates: false);

    private static void Check(ReferenceCase entry, bool hasStates)
    {
        string[] states = entry.Operation == "lstm" ? ["h0", "c0"] : ["h0"];
        bool isLastOnly = entry.Parameters.GetProperty("lastStepOnly").GetBoolean();
        Tensor x = ReferenceCase.TensorOf(entry.Inputs.GetProperty("x"));
        Tensor upstream = ReferenceCase.TensorOf(entry.Inputs.GetProperty("upstream"));
        Tensor[] inputs = [x, .. hasStates ? states.Select(state => ReferenceCase.TensorOf(entry.Inputs.GetProperty(state))) : []];
        LayerBench bench = new(LayerOf(entry, isLastOnly), inputs, isLastOnly ? LastOf(upstream) : upstream);
        int steps = x.Shape[1];
        double[] hidden = [.. Enumerable.Range(1, steps).SelectMany(time => bench.ValuesOf($"h1_t{time}"))];
        Tensor expected = ReferenceCase.TensorOf(entry.Expected.GetProperty("y"));
        entry.ShouldMatch(TimeSecond(hidden, expected.Shape), entry.Expected.GetProperty("y"), "y");
        bench.Output.ShouldBe(isLastOnly ? bench.ValuesOf($"h1_t{steps}") : TimeSecond(hidden, expected.Shape));
        if (entry.Expected.TryGetProperty("steps", out JsonElement times))
        {
            times.GetArrayLength().ShouldBe(steps);
            for (int time = 1; time <= steps; time++)
            {
                foreach (JsonProperty part in times[time - 1].EnumerateObject())
                {
                    entry.ShouldMatch(bench.ValuesOf($"{NameOf(part.Name)}_t{time}"), part.Value, $"{part.Name} of time step {time}");
                }
            }
        }

        foreach (JsonProperty gradient in entry.Expected.GetProperty("grad").EnumerateObject())
        {
            if (Array.IndexOf(states, gradient.Name) is var state and >= 0)
            {
                if (hasStates)
                {
                    entry.ShouldMatch(bench.InputGradient(1 + state), gradient.Value, $"gradient of {gradient.Name}");
                }

                continue;
            }

            double[] found = gradient.Name == "x" ? bench.InputGradient() : bench.GradientOf(PartsOf(entry, gradient.Name));
            entry.ShouldMatch(found, gradient.Value, $"gradient of {gradient.Name}");
        }

        bench.ShouldExplainEverything();
    }

    /// <summary>The letters of a written tensor's parts, in Keras' order.</summary>
    private static string[] PartsOf(ReferenceCase entry, string tensor)
    {
        string letter = tensor switch
        {
            "kernel" => "W",
            "recurrentKernel" => "R",
            "bias" => "b",
            var other => throw new NotSupportedException(other),
        };
        string[] gates = entry.Operation switch
        {
            "simple_rnn" => [""],
            "lstm" => ["i", "f", "c", "o"],
            "gru" when tensor == "bias" && entry.Parameters.GetProperty("resetAfter").GetBoolean() => ["z", "r", "h", "Rz", "Rr", "Rh"],
            "gru" => ["z", "r", "h"],
            var other => throw new NotSupportedException(other),
        };
        return [.. gates.Select(gate => $"{letter}{gate}1")];
    }

    private static string NameOf(string part) => part switch
    {
        "cCandidate" => "ctilde1",
        "hCandidate" => "htilde1",
        _ => part + "1",
    };

    private static Layer LayerOf(ReferenceCase entry, bool isLastOnly)
    {
        Dictionary<string, object?> arguments = new()
        {
            ["kernel"] = Given("kernel"),
            ["recurrent-kernel"] = Given("recurrentKernel"),
            ["bias"] = Given("bias"),
            ["return-sequences"] = !isLastOnly,
        };
        foreach (JsonProperty parameter in entry.Parameters.EnumerateObject())
        {
            switch (parameter.Name)
            {
                case "units":
                    arguments.Add("units", parameter.Value.GetInt32());
                    break;
                case "activation":
                    arguments.Add("activation", ReferenceKinds.ActivationOf(parameter.Value.GetString()!, entry.Parameters, Names));
                    break;
                case "recurrentActivation":
                    arguments.Add("recurrent-activation", ReferenceKinds.ActivationOf(parameter.Value.GetString()!, entry.Parameters, Names));
                    break;
                case "resetAfter":
                    arguments.Add("reset-after", parameter.Value.GetBoolean());
                    break;
                case "initialState" or "lastStepOnly":
                    break;
                default:
                    throw new NotSupportedException(parameter.Name);
            }
        }

        CatalogEntry kind = Catalog.Find(typeof(Layer), entry.Operation.Replace('_', '-')).ShouldNotBeNull(entry.Operation);
        arguments.Keys.Except(kind.Arguments.Select(argument => argument.Name)).ShouldBeEmpty();
        return (Layer)Catalog.Create(kind, arguments);

        Given Given(string name) => new(ReferenceCase.TensorOf(entry.Inputs.GetProperty(name)));
    }

    /// <summary>The last time step of each sample.</summary>
    private static Tensor LastOf(Tensor sequence)
    {
        (int samples, int steps, int units) = (sequence.Shape[0], sequence.Shape[1], sequence.Shape[2]);
        return new Tensor(
            new Shape(samples, units),
            [.. Enumerable.Range(0, samples).SelectMany(sample => sequence.Values.Slice(((sample * steps) + steps - 1) * units, units).ToArray())]);
    }

    /// <summary>Numbers ordered by time, sample and unit as sample, time and unit.</summary>
    private static double[] TimeSecond(double[] values, Shape shape)
    {
        (int samples, int steps, int units) = (shape[0], shape[1], shape[2]);
        return
        [
            .. from sample in Enumerable.Range(0, samples)
               from time in Enumerable.Range(0, steps)
               from unit in Enumerable.Range(0, units)
               select values[(((time * samples) + sample) * units) + unit],
        ];
    }
}
