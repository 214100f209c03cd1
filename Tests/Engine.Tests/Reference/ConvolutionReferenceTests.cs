using System.Collections.Immutable;
using System.Text.Json;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Tests.Reference;

/// <summary>Convolutions and pooling against the reference numbers.</summary>
public sealed class ConvolutionReferenceTests
{
    private const string File = "layers_conv.json";

    /// <summary>The parameters that are the layer's, not its activation's.</summary>
    private static readonly string[] Names = ["padding", "strides", "kernelSize", "filters", "activation"];

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Tensor x = ReferenceCase.TensorOf(entry.Inputs.GetProperty("x"));
        LayerBench bench = new(LayerOf(entry), [x], ReferenceCase.TensorOf(entry.Inputs.GetProperty("upstream")));
        foreach (JsonProperty expected in entry.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "y":
                    entry.ShouldMatch(bench.Output, expected.Value, "y");
                    break;
                case "preActivation":
                    bool isIdentity = entry.Parameters.GetProperty("activation").GetString() == "linear";
                    entry.ShouldMatch(bench.ValuesOf(isIdentity ? "o1" : "z1"), expected.Value, "preActivation");
                    break;
                case "paddingBeforeAfter":
                    WindowGrid grid = WindowsOf(entry).GridOf(x.Shape);
                    entry.ShouldMatch(
                        [grid.Rows.Before, grid.Rows.After, grid.Columns.Before, grid.Columns.After], expected.Value, "paddingBeforeAfter");
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
                        entry.ShouldMatch(found, gradient.Value, $"gradient of {gradient.Name}");
                    }

                    break;
                default:
                    throw new NotSupportedException(expected.Name);
            }
        }

        bench.ShouldExplainEverything();
    }

    private static Windows WindowsOf(ReferenceCase entry) => new(
        Integers(entry.Parameters.GetProperty("kernelSize")), Integers(entry.Parameters.GetProperty("strides")), PaddingOf(entry));

    private static Padding PaddingOf(ReferenceCase entry) => Enum.Parse<Padding>(entry.Parameters.GetProperty("padding").GetString()!, ignoreCase: true);

    private static Layer LayerOf(ReferenceCase entry)
    {
        string name = entry.Operation switch
        {
            "conv1d" => "conv-1d",
            "conv2d" => "conv-2d",
            "max_pooling_2d" => "max-pooling-2d",
            var other => throw new NotSupportedException(other),
        };
        CatalogEntry kind = Catalog.Find(typeof(Layer), name).ShouldNotBeNull(name);
        Dictionary<string, object?> arguments = [];
        foreach (JsonProperty parameter in entry.Parameters.EnumerateObject())
        {
            (string argument, object value) = parameter.Name switch
            {
                "filters" => ("filters", parameter.Value.GetInt32()),
                "kernelSize" => ("kernel-size", Sizes("kernel-size", parameter.Value)),
                "poolSize" => ("pool-size", Sizes("pool-size", parameter.Value)),
                "strides" => ("strides", Sizes("strides", parameter.Value)),
                "padding" => ("padding", (object)PaddingOf(entry)),
                "activation" => ("activation", ReferenceKinds.ActivationOf(parameter.Value.GetString()!, entry.Parameters, Names)),
                var other => throw new NotSupportedException(other),
            };
            arguments.Add(argument, value);
        }

        foreach (JsonProperty weights in entry.Inputs.EnumerateObject().Where(input => input.Name is not ("x" or "upstream")))
        {
            arguments.Add(weights.Name, new Given(ReferenceCase.TensorOf(weights.Value)));
        }

        arguments.Keys.Except(kind.Arguments.Select(known => known.Name)).ShouldBeEmpty();
        return (Layer)Catalog.Create(kind, arguments);

        object Sizes(string argument, JsonElement value) =>
            kind.Arguments.Single(known => known.Name == argument).Type == typeof(int) ? Integers(value).Single() : Integers(value);
    }

    private static ImmutableArray<int> Integers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetInt32())] : [value.GetInt32()];
}
