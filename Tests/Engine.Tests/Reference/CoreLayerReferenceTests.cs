using System.Collections.Immutable;
using System.Text.Json;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>Layers, forward and backward, against the reference numbers.</summary>
public sealed class CoreLayerReferenceTests
{
    private const string File = "layers_core.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Where(entry => !IsSequence(entry)).Select(entry => entry.Id)];

    public static TheoryData<string> Sequences => [.. ReferenceCase.Of(File).Where(IsSequence).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        Subject subject = new(ReferenceCase.Of(File).First(candidate => candidate.Id == id));
        LayerBench bench = new(
            subject.Layer(), subject.Data(), ReferenceCase.TensorOf(subject.Entry.Inputs.GetProperty("upstream")), subject.Mode);
        bench.ShouldExplainEverything();
        foreach (JsonProperty expected in subject.Entry.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "grad":
                    foreach (JsonProperty gradient in expected.Value.EnumerateObject())
                    {
                        double[] found = gradient.Name == "x" ? bench.InputGradient() : bench.GradientOf(subject.NameOf(gradient.Name));
                        subject.Entry.ShouldMatch(found, gradient.Value, $"gradient of {gradient.Name}");
                    }

                    break;
                case "gradXs":
                    for (int input = 0; input < expected.Value.GetArrayLength(); input++)
                    {
                        subject.Entry.ShouldMatch(bench.InputGradient(input), expected.Value[input], $"gradient of input {input}");
                    }

                    break;
                case "y":
                    subject.Entry.ShouldMatch(bench.Output, expected.Value, "y");
                    break;
                case "delta":
                    subject.Entry.ShouldMatch(bench.GradientOf(subject.NameOf("z")), expected.Value, "delta");
                    break;
                case "movingMean" or "movingVariance":
                    // What passes to the next iteration: nothing new where nothing is learned.
                    string name = subject.NameOf(expected.Name);
                    bool isUpdated = bench.Plan.NextOf(bench[name]) is not null;
                    isUpdated.ShouldBe(subject.Mode == Mode.Training);
                    subject.Entry.ShouldMatch(isUpdated ? bench.NextOf(name) : bench.ValuesOf(name), expected.Value, expected.Name);
                    break;
                default:
                    subject.Entry.ShouldMatch(bench.ValuesOf(subject.NameOf(expected.Name)), expected.Value, expected.Name);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Should_remember_what_batches_had_in_common(string id)
    {
        Subject subject = new(ReferenceCase.Of(File).First(candidate => candidate.Id == id));
        Tensor batches = ReferenceCase.TensorOf(subject.Entry.Inputs.GetProperty("batches"));
        Tensor rows = new(new Shape([batches.Shape[0] * batches.Shape[1], .. batches.Shape.Lengths[2..]]), [.. batches.Values]);
        LayerBench bench = new(subject.Layer(), [rows], batches: batches.Shape[0]);
        JsonElement steps = subject.Entry.Expected.GetProperty("steps");
        steps.GetArrayLength().ShouldBe(bench.Traces.Count);
        for (int batch = 0; batch < bench.Traces.Count; batch++)
        {
            IterationTrace trace = bench.Traces[batch];
            foreach (JsonProperty expected in steps[batch].EnumerateObject())
            {
                Symbol symbol = expected.Name == "y" ? bench.Plan.Predictions[0] : bench[subject.NameOf(expected.Name)];
                symbol = expected.Name is "movingMean" or "movingVariance" ? bench.Plan.NextOf(symbol).ShouldNotBeNull() : symbol;
                subject.Entry.ShouldMatch(trace[symbol], expected.Value, $"{expected.Name} of batch {batch + 1}");
            }
        }

        Tensor inference = ReferenceCase.TensorOf(subject.Entry.Inputs.GetProperty("inferenceX"));
        LayerBench after = new(
            subject.Layer(bench.NextOf(subject.NameOf("movingMean")), bench.NextOf(subject.NameOf("movingVariance"))), [inference], mode: Mode.Inference);
        subject.Entry.ShouldMatch(after.Output, subject.Entry.Expected.GetProperty("inferenceY"), "inferenceY");
    }

    private static bool IsSequence(ReferenceCase entry) => entry.Operation == "batch_normalization_sequence";

    /// <summary>A case with its layer, and what the layer calls the reference's numbers.</summary>
    private sealed class Subject(ReferenceCase entry)
    {
        private readonly HashSet<string> used = [];

        public ReferenceCase Entry { get; } = entry;

        public Mode Mode =>
            Entry.Parameters.TryGetProperty("training", out JsonElement training) && !training.GetBoolean() ? Mode.Inference : Mode.Training;

        /// <summary>The layer; with a running mean and variance instead of the case's.</summary>
        public Layer Layer(double[]? movingMean = null, double[]? movingVariance = null)
        {
            Layer layer = Entry.Operation switch
            {
                "dense" => new Dense(Integer("units"), Given("kernel")!, ActivationOf(Text("activation")), Boolean("useBias"), Given("bias")),
                "flatten" => new Flatten(),
                "dropout" => new Dropout(Number("rate"), mask: Find("mask")),
                "batch_normalization" or "batch_normalization_sequence" => new BatchNormalization(
                    Number("momentum"),
                    Number("epsilon"),
                    gamma: Given("gamma"),
                    beta: Given("beta"),
                    movingMean: movingMean is null ? Given("movingMean") : new Given(Tensor.Vector(movingMean)),
                    movingVariance: movingVariance is null ? Given("movingVariance") : new Given(Tensor.Vector(movingVariance))),
                "layer_normalization" => new LayerNormalization(Number("epsilon"), gamma: Given("gamma"), beta: Given("beta")),
                "embedding" => new Embedding(Integer("inputDim"), Integer("outputDim"), Given("embeddings")),
                "global_max_pooling_1d" => new GlobalMaxPooling1D(),
                "global_average_pooling_1d" => new GlobalAveragePooling1D(),
                "concatenate" => new Concatenate(Integer("axis")),
                var other => throw new NotSupportedException(other),
            };
            foreach (JsonProperty parameter in Entry.Parameters.EnumerateObject().Where(parameter => !used.Contains(parameter.Name)))
            {
                bool isKnown = parameter.Name switch
                {
                    "training" => true,
                    "axis" => parameter.Value.GetInt32() == -1,
                    _ => false,
                };
                isKnown.ShouldBeTrue($"{Entry.Id}: {parameter}");
            }

            return layer;
        }

        public IReadOnlyList<Tensor> Data() => Entry.Inputs.TryGetProperty("xs", out JsonElement several)
            ? [.. several.EnumerateArray().Select(ReferenceCase.TensorOf)]
            : [Find("x") ?? Find("indices")!];

        /// <summary>The engine's name for a number of the reference.</summary>
        public string NameOf(string reference) => reference switch
        {
            "z" => Text("activation") == "linear" ? "o1" : "z1",
            "kernel" or "embeddings" => "W1",
            "bias" => "b1",
            "gamma" => "gamma1",
            "beta" => "beta1",
            "xHat" => "xhat1",
            "batchMean" or "mean" => "mean1",
            "batchVariance" or "variance" => "var1",
            "movingMean" => "moving_mean1",
            "movingVariance" => "moving_var1",
            "argmax" => "argmax1",
            var other => throw new NotSupportedException(other),
        };

        private static Activation ActivationOf(string name) => (Activation)Catalog.Create(
            Catalog.Find(typeof(Activation), name.Replace('_', '-')).ShouldNotBeNull(name), ImmutableDictionary<string, object?>.Empty);

        private Tensor? Find(string name) => Entry.Inputs.TryGetProperty(name, out JsonElement values) ? ReferenceCase.TensorOf(values) : null;

        private Given? Given(string name) => Find(name) is { } values ? new Given(values) : null;

        private JsonElement Parameter(string name)
        {
            used.Add(name);
            return Entry.Parameters.GetProperty(name);
        }

        private int Integer(string name) => Parameter(name).GetInt32();

        private double Number(string name) => Parameter(name).GetDouble();

        private bool Boolean(string name) => Parameter(name).GetBoolean();

        private string Text(string name) => Parameter(name).GetString()!;
    }
}
