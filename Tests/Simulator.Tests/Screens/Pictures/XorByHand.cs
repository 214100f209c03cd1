using Oracles;

namespace Simulator.Tests.Screens.Pictures;

/// <summary>The training of <see cref="PictureLessons.Xor"/> by the textbook network, and its formulas with any weights.</summary>
internal static class XorByHand
{
    private static readonly double[][] Inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
    private static readonly double[][] Targets = [[0], [1], [1], [0]];

    /// <summary>The passes of the first iterations.</summary>
    public static OraclePass[] Passes(int iterations)
    {
        DenseNetworkOracle network = new(
            [new([[0.8, -0.6], [0.5, 0.9]], [0.1, -0.2], true), new([[1.2], [-0.7]], [0.05], true)], isMean: true, learningRate: 2);
        return [.. network.Train(Inputs, Targets, batchSize: 4, iterations)];
    }

    /// <summary>The weights at the beginning of an iteration (from 1), in the order w1, w3, w2, w4, b1, b2, w5, w6, b3.</summary>
    public static double[] WeightsAt(int iteration)
    {
        OraclePass pass = Passes(iteration)[^1];
        return [.. pass.Layers.SelectMany(layer => layer.Kernel.SelectMany(row => row).Concat(layer.Bias!)).Select(variable => variable.Value)];
    }

    /// <summary>The weights after an iteration's update.</summary>
    public static double[] WeightsAfter(int iteration) =>
        [.. Passes(iteration)[^1].Updated.SelectMany(layer => layer.Kernel.SelectMany(row => row).Concat(layer.Bias!))];

    /// <summary>What the network answers.</summary>
    public static double Answer(double[] w, double x1, double x2)
    {
        double h1 = Sigmoid((w[0] * x1) + (w[2] * x2) + w[4]);
        double h2 = Sigmoid((w[1] * x1) + (w[3] * x2) + w[5]);
        return Sigmoid((w[6] * h1) + (w[7] * h2) + w[8]);
    }

    /// <summary>The loss over the four samples.</summary>
    public static double Loss(double[] w)
    {
        double sum = 0;
        for (int sample = 0; sample < 4; sample++)
        {
            sum += 0.5 * Math.Pow(Targets[sample][0] - Answer(w, Inputs[sample][0], Inputs[sample][1]), 2);
        }

        return sum / 4;
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
