using System.Text.Json;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;

namespace Engine.Tests.Reference;

/// <summary>Layers, forward and backward, against the reference numbers.</summary>
public sealed class CoreLayerReferenceTests
{
    private const string File = "layers_core.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Where(entry => entry.Operation == "dense").Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        bool isLinear = entry.Parameters.GetProperty("activation").GetString() == "linear";
        Dense layer = new(
            entry.Parameters.GetProperty("units").GetInt32(),
            Given("kernel")!,
            (Activation)Catalog.Create(
                Catalog.Find(typeof(Activation), entry.Parameters.GetProperty("activation").GetString()!.Replace('_', '-')).ShouldNotBeNull(),
                new Dictionary<string, object?>()),
            entry.Parameters.GetProperty("useBias").GetBoolean(),
            Given("bias"));
        LayerBench bench = new(layer, [ReferenceCase.TensorOf(entry.Inputs.GetProperty("x"))], ReferenceCase.TensorOf(entry.Inputs.GetProperty("upstream")));
        bench.ShouldExplainEverything();
        foreach (JsonProperty expected in entry.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "y":
                    entry.ShouldMatch(bench.Output, expected.Value, "y");
                    break;
                case "z":
                    entry.ShouldMatch(bench.ValuesOf(isLinear ? "o1" : "z1"), expected.Value, "z");
                    break;
                case "delta":
                    entry.ShouldMatch(bench.GradientOf(isLinear ? "o1" : "z1"), expected.Value, "delta");
                    break;
                case "grad":
                    foreach (JsonProperty gradient in expected.Value.EnumerateObject())
                    {
                        double[] found = gradient.Name switch
                        {
                            "x" => bench.InputGradient(),
                            "kernel" => bench.GradientOf("W1"),
                            "bias" => bench.GradientOf("b1"),
                            var other => throw new NotSupportedException(other),
                        };
                        entry.ShouldMatch(found, gradient.Value, "grad " + gradient.Name);
                    }

                    break;
                default:
                    throw new NotSupportedException(expected.Name);
            }
        }

        Initializer? Given(string name) =>
            entry.Inputs.TryGetProperty(name, out JsonElement values) ? new Given(ReferenceCase.TensorOf(values)) : null;
    }
}
