using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Support;

/// <summary>
/// Exclusive or, 2-2-1 with sigmoids and biases, all four samples an update, as a loop over plain numbers that knows nothing of
/// plans. The nine weights are w1, w2 (from x1, x2 to the first unit), w3, w4 (to the second), b1, b2, w5, w6, b3.
/// </summary>
internal sealed class XorLoop(double rate)
{
    private static readonly double[][] Inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
    private static readonly double[] Targets = [0, 1, 1, 0];

    public static double[] FirstWeights { get; } = [0.9, -0.6, 0.4, 1.1, 0.1, -0.2, 0.8, -1.2, 0.3];

    /// <summary>The names of the weights, in the order of <see cref="Weights"/>.</summary>
    public static string[] Names { get; } = ["w1", "w2", "w3", "w4", "b1", "b2", "w5", "w6", "b3"];

    /// <summary>The weights now.</summary>
    public double[] Weights { get; private init; } = [.. FirstWeights];

    /// <summary>What the network answered to each sample in the update that was made last.</summary>
    public double[] Outputs { get; private set; } = [];

    /// <summary>The loss in the update that was made last.</summary>
    public double Loss { get; private set; }

    /// <summary>How many of the four answers were on the right side of one half.</summary>
    public double Accuracy => Outputs.Zip(Targets, (output, target) => (output > 0.5) == (target == 1) ? 0.25 : 0).Sum();

    /// <summary>The same weights with another learning rate.</summary>
    public XorLoop With(double otherRate) => new(otherRate) { Weights = [.. Weights] };

    /// <summary>The training that the loop is.</summary>
    public static Training ToTraining(double rate) => new(
        Planner.Build(
            Network.Sequential(
                new Shape(2),
                [
                    new Dense(
                        2,
                        new Given(Tensor.Matrix([[FirstWeights[0], FirstWeights[2]], [FirstWeights[1], FirstWeights[3]]])),
                        new Sigmoid(),
                        bias: new Given(Tensor.Vector(FirstWeights[4], FirstWeights[5])),
                        symbols: SymbolsOf([2, 2], ["w1", "w3", "w2", "w4"], ["b1", "b2"], ["z1", "z2"], ["h1", "h2"])),
                    new Dense(
                        1,
                        new Given(Tensor.Matrix([[FirstWeights[6]], [FirstWeights[7]]])),
                        new Sigmoid(),
                        bias: new Given(Tensor.Vector(FirstWeights[8])),
                        symbols: SymbolsOf([2, 1], ["w5", "w6"], ["b3"], ["z3"], ["o1"])),
                ],
                new HalfSquaredError(),
                new GradientDescent(rate)),
            batchSize: 4),
        Tensor.Matrix(Inputs),
        Tensor.Matrix([.. Targets.Select(target => (double[])[target])]));

    /// <summary>Makes one update.</summary>
    public void Run()
    {
        double[] w = Weights;
        double[] gradient = new double[9];
        Outputs = new double[4];
        Loss = 0;
        for (int sample = 0; sample < 4; sample++)
        {
            double[] x = Inputs[sample];
            double h1 = Sigmoid((w[0] * x[0]) + (w[1] * x[1]) + w[4]);
            double h2 = Sigmoid((w[2] * x[0]) + (w[3] * x[1]) + w[5]);
            double o = Sigmoid((w[6] * h1) + (w[7] * h2) + w[8]);
            Outputs[sample] = o;
            double error = o - Targets[sample];
            Loss += error * error / 8;
            double delta = error / 4 * o * (1 - o);
            double delta1 = delta * w[6] * h1 * (1 - h1);
            double delta2 = delta * w[7] * h2 * (1 - h2);
            double[] parts = [delta1 * x[0], delta1 * x[1], delta2 * x[0], delta2 * x[1], delta1, delta2, delta * h1, delta * h2, delta];
            for (int weight = 0; weight < 9; weight++)
            {
                gradient[weight] += parts[weight];
            }
        }

        for (int weight = 0; weight < 9; weight++)
        {
            w[weight] -= rate * gradient[weight];
        }
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static PartNames SymbolsOf(int[] kernelShape, string[] kernel, string[] bias, string[] sums, string[] outputs) => new(
        new Dictionary<string, SymbolNames>
        {
            ["kernel"] = SymbolNames.Each(new Shape(kernelShape), [.. kernel]),
            ["bias"] = SymbolNames.Each(new Shape(bias.Length), [.. bias]),
            ["z"] = SymbolNames.Each(new Shape(sums.Length), [.. sums]),
            ["output"] = SymbolNames.Each(new Shape(outputs.Length), [.. outputs]),
        });
}
