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

/// <summary>The 2-2-2 network of 002_d82fa7d1bd0f4ce9.txt, chapter 6, with the document's own symbols.</summary>
internal static class WorkedExample
{
    private static readonly double[][] FirstKernel = [[0.3, 0.4], [0.25, 0.35]];
    private static readonly double[][] SecondKernel = [[0.45, 0.7], [0.4, 0.6]];

    public static double[][] Inputs { get; } = [[0.1, 0.2]];

    public static double[][] Targets { get; } = [[0.4, 0.6]];

    public static DenseNetworkOracle Oracle { get; } = OracleWith([0.3, 0.4, 0.25, 0.35, 0.45, 0.7, 0.4, 0.6]);

    /// <summary>The network as an oracle, with other weights: the kernels row by row.</summary>
    public static DenseNetworkOracle OracleWith(double[] weights) => new(
        [
            new OracleLayer([weights[0..2], weights[2..4]], null, true),
            new OracleLayer([weights[4..6], weights[6..8]], null, true),
        ],
        true,
        0.5);

    public static Network ToNetwork() => Network.Sequential(
        new Shape(2),
        [
            Layer(FirstKernel, ["w1", "w3", "w2", "w4"], ["z1", "z2"], ["h1", "h2"]),
            Layer(SecondKernel, ["w5", "w7", "w6", "w8"], ["z3", "z4"], ["o1", "o2"]),
        ],
        new HalfSquaredError(),
        new GradientDescent(0.5),
        SymbolNames.Each(new Shape(2), ["x1", "x2"]));

    public static Plan ToPlan() => Planner.Build(ToNetwork());

    public static Training ToTraining() => new(ToPlan(), Tensor.Matrix(Inputs), Tensor.Matrix(Targets));

    public static IterationTrace Trace(int iteration = 1)
    {
        Iteration machine = new(ToTraining());
        for (int run = 0; run < iteration; run++)
        {
            machine.Run();
        }

        return machine.Trace();
    }

    /// <summary>The address of a name or a stored derivative.</summary>
    public static Address At(this Plan plan, string label) => LabelText.Resolve(plan, label).ShouldNotBeNull(label);

    private static Dense Layer(double[][] kernel, string[] weights, string[] sums, string[] outputs) => new(
        2,
        new Given(Tensor.Matrix(kernel)),
        new Sigmoid(),
        useBias: false,
        symbols: new PartNames(new Dictionary<string, SymbolNames>
        {
            ["kernel"] = SymbolNames.Each(new Shape(2, 2), [.. weights]),
            ["z"] = SymbolNames.Each(new Shape(2), [.. sums]),
            ["output"] = SymbolNames.Each(new Shape(2), [.. outputs]),
        }));
}
