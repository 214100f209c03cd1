using System.Globalization;
using System.Text;
using Lessons.Reading;

namespace Lessons.Tests.Exercises;

/// <summary>What someone does wrong in a whole calculation by hand; nothing where all is right.</summary>
internal sealed record HandMistake
{
    /// <summary>The layers, from 0, whose activation's derivative is left out.</summary>
    public int[] WithoutSlope { get; init; } = [];

    /// <summary>Whether the way back uses the weights after the update.</summary>
    public bool UsesNewWeights { get; init; }

    /// <summary>Whether kernels are looked up with row and column exchanged on the way back.</summary>
    public bool ExchangesBackward { get; init; }

    /// <summary>Whether they are on the way forward.</summary>
    public bool ExchangesForward { get; init; }

    /// <summary>The only path that is followed wherever several meet; null for all.</summary>
    public int? OnlyPath { get; init; }

    /// <summary>What the loss's derivative is multiplied by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Whether the mean over the samples is forgotten.</summary>
    public bool ForgetsMean { get; init; }
}

/// <summary>A network of dense layers computed with plain arrays and loops, right or with a mistake, and the lesson that describes it.</summary>
internal sealed class HandNetwork
{
    public required string[] Activations { get; init; }

    /// <summary>For each layer inputs × units.</summary>
    public required double[][,] Kernels { get; init; }

    public required double[][] Biases { get; init; }

    public required double[][] Inputs { get; init; }

    public required double[][] Targets { get; init; }

    /// <summary>½(t − o)² where half, (t − o)² as the mean over outputs where not.</summary>
    public required bool IsHalf { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>Weighted sums, outputs and, on the way back, the derivatives of the loss with respect to them.</summary>
    public (double[][][] Sums, double[][][] Outputs, double[][][] SumGradients, double[][][] OutputGradients, double[][,] KernelGradients) Compute(HandMistake mistake)
    {
        int layers = Kernels.Length;
        double[][,] newKernels = mistake.UsesNewWeights ? Updated(Compute(new HandMistake()).KernelGradients) : Kernels;
        double[][][] sums = Blank(layers), outputs = Blank(layers), sumGradients = Blank(layers), outputGradients = Blank(layers);
        double[][,] kernelGradients = [.. Kernels.Select(kernel => new double[kernel.GetLength(0), kernel.GetLength(1)])];
        for (int sample = 0; sample < Inputs.Length; sample++)
        {
            double[] values = Inputs[sample];
            for (int layer = 0; layer < layers; layer++)
            {
                int units = Kernels[layer].GetLength(1);
                double[] sum = new double[units];
                for (int unit = 0; unit < units; unit++)
                {
                    for (int input = 0; input < values.Length; input++)
                    {
                        sum[unit] += Weight(Kernels[layer], input, unit, mistake.ExchangesForward) * values[input];
                    }

                    sum[unit] += Biases[layer].Length == 0 ? 0 : Biases[layer][unit];
                }

                sums[layer][sample] = sum;
                values = outputs[layer][sample] = [.. sum.Select(z => Activate(Activations[layer], z))];
            }

            double divisor = (mistake.ForgetsMean ? 1 : Inputs.Length) * (IsHalf || mistake.ForgetsMean ? 1 : values.Length);
            double[] above = [.. values.Select((o, unit) => mistake.Factor * (IsHalf ? 1 : 2) * (o - Targets[sample][unit]) / divisor)];
            for (int layer = layers - 1; layer >= 0; layer--)
            {
                outputGradients[layer][sample] = above;
                double[] atSums = [.. above.Select((gradient, unit) => mistake.WithoutSlope.Contains(layer) ? gradient : gradient * Slope(Activations[layer], sums[layer][sample][unit]))];
                sumGradients[layer][sample] = atSums;
                double[] below = layer == 0 ? Inputs[sample] : outputs[layer - 1][sample];
                double[] next = new double[below.Length];
                for (int input = 0; input < below.Length; input++)
                {
                    for (int unit = 0; unit < atSums.Length; unit++)
                    {
                        kernelGradients[layer][input, unit] += atSums[unit] * below[input];
                        if (mistake.OnlyPath is null || mistake.OnlyPath == unit)
                        {
                            next[input] += atSums[unit] * Weight(newKernels[layer], input, unit, mistake.ExchangesBackward);
                        }
                    }
                }

                above = next;
            }
        }

        return (sums, outputs, sumGradients, outputGradients, kernelGradients);
    }

    public double[][,] Updated(double[][,] gradients)
    {
        double[][,] updated = [.. Kernels.Select(kernel => (double[,])kernel.Clone())];
        for (int layer = 0; layer < updated.Length; layer++)
        {
            for (int row = 0; row < updated[layer].GetLength(0); row++)
            {
                for (int column = 0; column < updated[layer].GetLength(1); column++)
                {
                    updated[layer][row, column] -= LearningRate * gradients[layer][row, column];
                }
            }
        }

        return updated;
    }

    public Lesson ToLesson()
    {
        StringBuilder text = new("id: hand\ntitle: { en: a, ko: 가 }\nsummary: { en: a, ko: 가 }\nnetwork:\n  inputs: 2\n  layers:\n");
        for (int layer = 0; layer < Kernels.Length; layer++)
        {
            text.Append($"    - dense:\n        units: {Kernels[layer].GetLength(1)}\n        activation: {Activations[layer]}\n        kernel: {Table(Rows(Kernels[layer]))}\n");
            text.Append(Biases[layer].Length == 0 ? "        use-bias: false\n" : $"        bias: {List(Biases[layer])}\n");
        }

        text.Append($"  loss: {(IsHalf ? "half-squared-error" : "mean-squared-error")}\n  optimizer: {{ sgd: {{ learning-rate: {Number(LearningRate)} }} }}\n");
        text.Append($"data:\n  inputs: {Table(Inputs)}\n  targets: {Table(Targets)}\ntraining: {{ iterations: 2 }}\n");
        ProblemList problems = new();
        return LessonReader.Parse(text.ToString(), "hand.yaml", problems).ShouldNotBeNull(problems.ToString());
    }

    private static IEnumerable<double[]> Rows(double[,] table) =>
        Enumerable.Range(0, table.GetLength(0)).Select(row => Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]).ToArray());

    private static string Table(IEnumerable<double[]> rows) => $"[{string.Join(", ", rows.Select(List))}]";

    private static string List(double[] numbers) => $"[{string.Join(", ", numbers.Select(Number))}]";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Weight(double[,] kernel, int input, int unit, bool isExchanged) =>
        isExchanged && unit < kernel.GetLength(0) && input < kernel.GetLength(1) ? kernel[unit, input] : kernel[input, unit];

    private static double Activate(string activation, double z) => activation switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-z)),
        "tanh" => Math.Tanh(z),
        "relu" => Math.Max(0, z),
        _ => z,
    };

    private static double Slope(string activation, double z) => activation switch
    {
        "sigmoid" => Activate(activation, z) * (1 - Activate(activation, z)),
        "tanh" => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        "relu" => z > 0 ? 1 : 0,
        _ => 1,
    };

    private double[][][] Blank(int layers) => [.. Enumerable.Range(0, layers).Select(_ => new double[Inputs.Length][])];
}
