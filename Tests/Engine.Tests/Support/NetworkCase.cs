using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Oracles;

namespace Engine.Tests.Support;

/// <summary>One layer of a <see cref="NetworkCase"/>.</summary>
public sealed record LayerCase(int Units, bool IsSigmoid = true, bool HasBias = true);

/// <summary>
/// A training that the engine and the oracle can both be asked about. All numbers follow from the seed: uniform between
/// −<see cref="Scale"/> and <see cref="Scale"/>.
/// </summary>
public sealed record NetworkCase(int Features, ImmutableArray<LayerCase> Layers)
{
    public int BatchSize { get; init; } = 1;

    public int Batches { get; init; } = 1;

    public bool IsNamed { get; init; }

    public bool IsMean { get; init; } = true;

    public int Seed { get; init; } = 1;

    public double Scale { get; init; } = 1;

    public double LearningRate { get; init; } = 0.3;

    public int MostPathCells { get; init; } = PlanOptions.DefaultMostPathCells;

    public double[][] Inputs => Rows(101, Features);

    public double[][] Targets => Rows(102, Layers[^1].Units);

    public DenseNetworkOracle Oracle => new(
        [
            .. Layers.Select((layer, index) => new OracleLayer(
                KernelOf(index), layer.HasBias ? BiasOf(index) : null, layer.IsSigmoid)),
        ],
        IsMean,
        LearningRate);

    public Network ToNetwork()
    {
        Names names = new(IsNamed);
        return Network.Sequential(
            new Shape(Features),
            [.. Layers.Select((layer, index) => ToLayer(layer, index, names))],
            new HalfSquaredError(IsMean ? Reduction.Mean : Reduction.Sum),
            new GradientDescent(LearningRate),
            names.Of("x", new Shape(Features)));
    }

    public Plan ToPlan() => Planner.Build(ToNetwork(), BatchSize, new PlanOptions { MostPathCells = MostPathCells });

    public Training ToTraining() => new(ToPlan(), Tensor.Matrix(Inputs), Tensor.Matrix(Targets));

    public IterationTrace FirstTrace()
    {
        Iteration iteration = new(ToTraining());
        iteration.Run();
        return iteration.Trace();
    }

    public OraclePass FirstPass() => Oracle.Train(Inputs, Targets, BatchSize, 1).Single();

    public override string ToString() =>
        $"{Features}-{string.Join('-', Layers.Select(layer => $"{layer.Units}{(layer.IsSigmoid ? "s" : "l")}{(layer.HasBias ? "b" : "")}"))} "
        + $"batch {BatchSize}×{Batches} {(IsNamed ? "named" : "indexed")} {(IsMean ? "mean" : "sum")} scale {Scale} seed {Seed}";

    private static string? Part(string part, bool exists) => exists ? part : null;

    private Dense ToLayer(LayerCase layer, int index, Names names)
    {
        int inputs = InputsOf(index);
        Dictionary<string, SymbolNames> symbols = [];
        foreach (string? part in new[] { "kernel", Part("bias", layer.HasBias), Part("z", layer.IsSigmoid), "output" })
        {
            Shape shape = part == "kernel" ? new Shape(inputs, layer.Units) : new Shape(layer.Units);
            string letter = part switch
            {
                "kernel" => "w",
                "bias" => "c",
                "z" => "z",
                _ => index == Layers.Length - 1 ? "o" : "h",
            };
            if (part is not null && names.Of(letter, shape) is { } given)
            {
                symbols.Add(part, given);
            }
        }

        return new Dense(
            layer.Units,
            new Given(Tensor.Matrix(KernelOf(index))),
            layer.IsSigmoid ? new Sigmoid() : null,
            layer.HasBias,
            layer.HasBias ? new Given(Tensor.Vector(BiasOf(index))) : null,
            new PartNames(symbols));
    }

    private int InputsOf(int layer) => layer == 0 ? Features : Layers[layer - 1].Units;

    private double[][] KernelOf(int layer) => Values(2 * layer, InputsOf(layer), Layers[layer].Units);

    private double[] BiasOf(int layer) => Values((2 * layer) + 1, 1, Layers[layer].Units)[0];

    private double[][] Rows(int stream, int width) => Values(stream, BatchSize * Batches, width);

    private double[][] Values(int stream, int rows, int columns)
    {
        Random random = new((Seed * 1000) + stream);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Scale * ((2 * random.NextDouble()) - 1)).ToArray())];
    }

    /// <summary>Numbers names of one letter through the whole network: w1, w2, w3 …</summary>
    private sealed class Names(bool areGiven)
    {
        private readonly Dictionary<string, int> used = [];

        public SymbolNames? Of(string letter, Shape shape)
        {
            if (!areGiven)
            {
                return null;
            }

            int before = used.GetValueOrDefault(letter);
            used[letter] = before + shape.Size;
            return SymbolNames.Each(shape, [.. Enumerable.Range(before + 1, shape.Size).Select(number => $"{letter}{number}")]);
        }
    }
}
