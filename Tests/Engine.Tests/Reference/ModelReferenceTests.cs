using System.Collections.Immutable;
using System.Text.Json;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Reference;

/// <summary>
/// Whole trainings of networks that branch, share layers, read sequences and pictures, against the reference numbers: the
/// value and the gradient of every node, every weight's gradient and new value, iteration by iteration.
/// </summary>
public sealed class ModelReferenceTests
{
    private const string File = "models.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        Model model = new(ReferenceCase.Of(File).First(candidate => candidate.Id == id));
        Iteration iteration = new(model.Training);
        JsonElement iterations = model.Entry.Expected.GetProperty("iterations");
        iterations.GetArrayLength().ShouldBe(model.Entry.Parameters.GetProperty("iterations").GetInt32());
        foreach (JsonElement expected in iterations.EnumerateArray())
        {
            iteration.Run();
            model.Compare(iteration.Trace(), expected);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_explain_every_number(string id)
    {
        Iteration iteration = new(new Model(ReferenceCase.Of(File).First(candidate => candidate.Id == id)).Training);
        iteration.Run();
        iteration.Run();
        IterationTrace trace = iteration.Trace();
        foreach (Address address in trace.Plan.Steps.SelectMany(step => step.Output.AllAddresses()))
        {
            trace.Plan.Explain(address).Evaluate(trace).ShouldBeBitEqual(trace[address], trace.Plan.LabelOf(address).ToString());
        }
    }

    /// <summary>A case's network, and where its numbers are.</summary>
    private sealed class Model
    {
        private readonly Dictionary<string, int> layers = [];
        private readonly Dictionary<string, (int Layer, string Part)> weights = [];
        private readonly Dictionary<string, Layer> shared = [];
        private readonly Plan plan;

        public Model(ReferenceCase entry)
        {
            Entry = entry;
            RequireKnown(entry.Parameters, "graph", "loss", "optimizer", "iterations", "frozen");
            var nodes = ImmutableArray.CreateBuilder<Node>();
            foreach (JsonElement node in entry.Parameters.GetProperty("graph").EnumerateArray())
            {
                string name = node.GetProperty("name").GetString()!;
                ImmutableArray<string> from = [.. node.GetProperty("inputs").EnumerateArray().Select(input => input.GetString()!)];
                layers.Add(name, nodes.Count + 1);
                nodes.Add(new Node(name, LayerOf(node, nodes.Count + 1), from));
            }

            string[] inputs =
            [
                .. nodes.SelectMany(node => node.Inputs).Where(name => !layers.ContainsKey(name)).Distinct(),
            ];
            Tensor[] data = [.. inputs.Select(name => ReferenceCase.TensorOf(entry.Inputs.GetProperty("data").GetProperty(name)))];
            Tensor targets = ReferenceCase.TensorOf(entry.Inputs.GetProperty("y"));
            targets = targets.Shape.Rank == 1 ? new Tensor(targets.Shape.Append(1), [.. targets.Values]) : targets;
            Network network = new(
                [.. inputs.Zip(data, (name, values) => new NetworkInput(name, values.Shape.WithoutFirst()))],
                nodes.ToImmutable(),
                [new NetworkOutput(nodes[^1].Name, ReferenceKinds.LossOf(entry.Parameters.GetProperty("loss")))],
                ReferenceKinds.OptimizerOf(entry.Parameters.GetProperty("optimizer")));
            plan = Planner.Build(network, data[0].Shape[0], new PlanOptions { InputGradients = true });
            Training = new Training(plan, [.. data], [targets]);
            string[] frozen = [.. entry.Parameters.GetProperty("frozen").EnumerateArray().Select(name => name.GetString()!)];
            weights.Where(weight => weight.Value.Part.StartsWith("moving", StringComparison.Ordinal)).Select(weight => weight.Key).ShouldBe(frozen, ignoreOrder: true);
        }

        public ReferenceCase Entry { get; }

        public Training Training { get; }

        public void Compare(IterationTrace trace, JsonElement expected)
        {
            foreach (JsonProperty property in expected.EnumerateObject())
            {
                string what = $"{property.Name} of iteration {trace.Iteration}";
                switch (property.Name)
                {
                    case "loss":
                        Entry.ShouldMatch(trace[plan.Loss], property.Value, what);
                        break;
                    case "lr":
                        Entry.ShouldMatch([trace[plan.Find("alpha").Address.ShouldNotBeNull()]], property.Value, what);
                        break;
                    case "nodes":
                        Each(property, name => [.. trace[OutputOf(name)]]);
                        break;
                    case "gradNodes":
                        Each(property, name => [.. GradientOf(trace, OutputOf(name)).Values]);
                        break;
                    case "gradInputs":
                        Each(property, name => [.. GradientOf(trace, plan.Inputs.Single(input => input.Label.ToString() == name)).Values]);
                        break;
                    case "grads":
                        Each(property, name => LayerBench.SideBySide([.. SymbolsOf(name).Select(symbol => GradientOf(trace, symbol))]));
                        break;
                    case "weights":
                        Each(property, name => LayerBench.SideBySide([.. SymbolsOf(name).Select(symbol => trace.TensorOf(plan.NextOf(symbol) ?? symbol))]));
                        break;
                    default:
                        throw new NotSupportedException(property.Name);
                }

                void Each(JsonProperty group, Func<string, double[]> found)
                {
                    foreach (JsonProperty item in group.Value.EnumerateObject())
                    {
                        Entry.ShouldMatch(found(item.Name), item.Value, $"{item.Name}, {what}");
                    }
                }
            }
        }

        private Tensor GradientOf(IterationTrace trace, Symbol symbol) => new(
            symbol.Shape,
            [
                .. symbol.AllAddresses().Select(address =>
                    trace[plan.FindDerivative(new Address(plan.Loss.Index, 0), address).ShouldNotBeNull($"{plan.LabelOf(address)}")]),
            ]);

        /// <summary>What a node hands on.</summary>
        private Symbol OutputOf(string name) => plan.Symbols.Single(symbol =>
            symbol.Role == SymbolRole.Activation && symbol.Place == new Place(layers[name], LayerPart.Output));

        /// <summary>The symbols of a weight: several where what is written as one is computed in parts.</summary>
        private ImmutableArray<Symbol> SymbolsOf(string weight)
        {
            (int layer, string part) = weights[weight];
            return part.StartsWith("moving", StringComparison.Ordinal)
                ? [plan.Symbols.Single(symbol => symbol.Label.ToString() == part + layer)]
                : plan.Parameters.Single(tensor => tensor.Layer == layer && tensor.Part == part).Symbols;
        }

        /// <summary>A node's layer; nodes with the same weights have the same.</summary>
        private Layer LayerOf(JsonElement node, int number)
        {
            string key = string.Join(' ', node.EnumerateObject().Where(option => option.Name is not ("name" or "inputs")));
            bool isNew = !shared.TryGetValue(key, out Layer? layer) || !node.EnumerateObject().Any(option => IsWeight(option.Name));
            if (isNew)
            {
                shared[key] = layer = Create(node);
                foreach (JsonProperty option in node.EnumerateObject().Where(option => IsWeight(option.Name)))
                {
                    weights.Add(option.Value.GetString()!, (number, PartOf(option.Name)));
                }
            }

            return layer!;
        }

        private Layer Create(JsonElement node)
        {
            HashSet<string> used = ["name", "op", "inputs"];
            Layer layer = node.GetProperty("op").GetString() switch
            {
                "dense" => new Dense(Find("kernel")!.Shape[1], Given("kernel")!, ActivationOf("activation"), Find("bias") is not null, Given("bias")),
                "activation" => new ActivationLayer(ActivationOf("activation")),
                "concatenate" => new Concatenate(),
                "add" => new Add(),
                "flatten" => new Flatten(),
                "embedding" => new Embedding(Find("embeddings")!.Shape[0], Find("embeddings")!.Shape[1], Given("embeddings")),
                "global_max_pooling_1d" => new GlobalMaxPooling1D(),
                "global_average_pooling_1d" => new GlobalAveragePooling1D(),
                "dropout" => new Dropout(Option("rate").GetDouble(), mask: MaskOf(Option("mask").GetString()!)),
                "batch_normalization" when Option("training").GetBoolean() => new BatchNormalization(
                    Option("momentum").GetDouble(),
                    Option("epsilon").GetDouble(),
                    gamma: Given("gamma"),
                    beta: Given("beta"),
                    movingMean: Given("movingMean"),
                    movingVariance: Given("movingVariance")),
                "layer_normalization" => new LayerNormalization(Option("epsilon").GetDouble(), gamma: Given("gamma"), beta: Given("beta")),
                "simple_rnn" => new SimpleRecurrent(
                    Find("kernel")!.Shape[1],
                    ActivationOf("activation"),
                    Given("kernel"),
                    Given("recurrentKernel"),
                    Find("bias") is not null,
                    Given("bias"),
                    Option("returnSequences").GetBoolean()),
                "lstm" => new LongShortTermMemory(
                    Find("kernel")!.Shape[1] / 4,
                    ActivationOf("activation"),
                    ActivationOf("recurrentActivation"),
                    Given("kernel"),
                    Given("recurrentKernel"),
                    Find("bias") is not null,
                    Given("bias"),
                    returnSequences: Option("returnSequences").GetBoolean()),
                "gru" => new GatedRecurrent(
                    Find("kernel")!.Shape[1] / 3,
                    ActivationOf("activation"),
                    ActivationOf("recurrentActivation"),
                    Given("kernel"),
                    Given("recurrentKernel"),
                    Find("bias") is not null,
                    Given("bias"),
                    Option("resetAfter").GetBoolean(),
                    Option("returnSequences").GetBoolean()),
                "conv1d" => new Convolution1D(
                    Find("kernel")!.Shape[^1],
                    Find("kernel")!.Shape[0],
                    Option("strides").GetInt32(),
                    PaddingOf(),
                    ActivationOf("activation"),
                    Find("bias") is not null,
                    Given("kernel"),
                    Given("bias")),
                "conv2d" => new Convolution2D(
                    Find("kernel")!.Shape[^1],
                    [Find("kernel")!.Shape[0], Find("kernel")!.Shape[1]],
                    Integers("strides"),
                    PaddingOf(),
                    ActivationOf("activation"),
                    Find("bias") is not null,
                    Given("kernel"),
                    Given("bias")),
                "max_pooling_2d" => new MaxPooling2D(Integers("poolSize"), Integers("strides"), PaddingOf()),
                var other => throw new NotSupportedException(other),
            };
            node.EnumerateObject().Select(option => option.Name).Except(used).ShouldBeEmpty($"{Entry.Id}, {node}");
            return layer;

            JsonElement Option(string name)
            {
                used.Add(name);
                return node.GetProperty(name);
            }

            Tensor? Find(string name)
            {
                used.Add(name);
                return node.TryGetProperty(name, out JsonElement weight)
                    ? ReferenceCase.TensorOf(Entry.Inputs.GetProperty("weights").GetProperty(weight.GetString()!))
                    : null;
            }

            Given? Given(string name) => Find(name) is { } values ? new Given(values) : null;

            Activation ActivationOf(string name) => ReferenceKinds.ActivationOf(
                Option(name).GetString()!, node, [.. node.EnumerateObject().Select(option => option.Name).Where(option => option is not ("alpha" or "slope"))]);

            ImmutableArray<int> Integers(string name) => [.. Option(name).EnumerateArray().Select(item => item.GetInt32())];

            Padding PaddingOf() => Enum.Parse<Padding>(Option("padding").GetString()!, ignoreCase: true);
        }

        private Tensor MaskOf(string name) => ReferenceCase.TensorOf(Entry.Inputs.GetProperty("data").GetProperty(name));

        private static bool IsWeight(string option) => option is "kernel" or "recurrentKernel" or "bias" or "embeddings" or "gamma" or "beta"
            or "movingMean" or "movingVariance";

        /// <summary>The layer's name for a weight; the beginning of the symbol's for what is not learned.</summary>
        private static string PartOf(string option) => option switch
        {
            "recurrentKernel" => "recurrent-kernel",
            "movingMean" => "moving_mean",
            "movingVariance" => "moving_var",
            _ => option,
        };

        private static void RequireKnown(JsonElement element, params string[] known) =>
            element.EnumerateObject().Select(property => property.Name).Except(known).ShouldBeEmpty();
    }
}
