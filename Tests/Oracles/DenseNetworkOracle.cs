namespace Oracles;

/// <summary>One dense layer: weights by input, then unit; biases where it has them; sigmoid or nothing on top.</summary>
public sealed record OracleLayer(double[][] Kernel, double[]? Bias, bool IsSigmoid);

/// <summary>
/// A network of dense layers with half the squared error, trained by gradient descent: from the textbook, with loops over
/// nested arrays and every derivative from a <see cref="ScalarTape"/>. Slow and plain on purpose.
/// </summary>
public sealed class DenseNetworkOracle(IReadOnlyList<OracleLayer> layers, bool isMean, double learningRate)
{
    /// <summary>The layers before any training.</summary>
    public IReadOnlyList<OracleLayer> Layers { get; } = layers;

    /// <summary>One pass over a batch with the first weights.</summary>
    public OraclePass Pass(double[][] inputs, double[][] targets) => Pass(Layers, inputs, targets);

    /// <summary>
    /// Passes of a whole training, one an iteration; each takes the next rows of the data, from the beginning again when
    /// they are used up.
    /// </summary>
    public IEnumerable<OraclePass> Train(double[][] inputs, double[][] targets, int batchSize, int iterations)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        IReadOnlyList<OracleLayer> current = Layers;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            int[] rows = [.. Enumerable.Range(iteration * batchSize, batchSize).Select(row => row % inputs.Length)];
            OraclePass pass = Pass(current, [.. rows.Select(row => inputs[row])], [.. rows.Select(row => targets[row])]);
            yield return pass;
            current = pass.Updated;
        }
    }

    private OraclePass Pass(IReadOnlyList<OracleLayer> current, double[][] inputs, double[][] targets) =>
        new(current, inputs, targets, isMean, learningRate);
}
