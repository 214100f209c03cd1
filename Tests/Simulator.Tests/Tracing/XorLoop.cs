namespace Simulator.Tests.Tracing;

/// <summary>
/// The training of <see cref="TracingLessons.Xor"/> as a loop over plain numbers, written for the tests: nothing of the engine is in it. Iterations
/// count from 1.
/// </summary>
internal sealed class XorLoop
{
    private static readonly double[][] Inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
    private static readonly double[] Targets = [0, 1, 1, 0];

    public XorLoop(int iterations)
    {
        // w1 and w2 lead to the first hidden unit, w3 and w4 to the second; w5 and w6 to the output.
        double[] w = [0, 0.5, 0.3, -0.4, 0.8, 0.7, -0.6];
        double[] b = [0, 0.1, -0.1, 0.2];
        for (int iteration = 1; iteration <= iterations; iteration++)
        {
            int sample = (iteration - 1) % 4;
            (double x1, double x2, double target) = (Inputs[sample][0], Inputs[sample][1], Targets[sample]);
            double h1 = Sigmoid((w[1] * x1) + (w[2] * x2) + b[1]);
            double h2 = Sigmoid((w[3] * x1) + (w[4] * x2) + b[2]);
            double o1 = Sigmoid((w[5] * h1) + (w[6] * h2) + b[3]);
            double delta = (o1 - target) * o1 * (1 - o1);
            double delta1 = delta * w[5] * h1 * (1 - h1);
            double delta2 = delta * w[6] * h2 * (1 - h2);
            Steps.Add(new Step(sample, [.. w], h1, o1, (target - o1) * (target - o1) / 2, delta * h1));
            double[] gradients = [0, delta1 * x1, delta1 * x2, delta2 * x1, delta2 * x2, delta * h1, delta * h2];
            for (int weight = 1; weight <= 6; weight++)
            {
                w[weight] -= 0.5 * gradients[weight];
            }

            b[1] -= 0.5 * delta1;
            b[2] -= 0.5 * delta2;
            b[3] -= 0.5 * delta;
        }

        LastWeights = w;
    }

    /// <summary>One iteration: its sample, the weights before its update, and numbers on its way.</summary>
    public sealed record Step(int Sample, double[] W, double H1, double O1, double Loss, double GradientOfW5);

    public List<Step> Steps { get; } = [];

    public double[] LastWeights { get; }

    public Step this[int iteration] => Steps[iteration - 1];

    public int Count => Steps.Count;

    /// <summary>The iterations at which something begins to be so, or happens.</summary>
    public IEnumerable<int> Where(Func<int, bool> isSo) => Enumerable.Range(1, Count).Where(isSo);

    /// <summary>A weight after the update of an iteration.</summary>
    public double WeightAfter(int iteration, int weight) => iteration == Count ? LastWeights[weight] : this[iteration + 1].W[weight];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
