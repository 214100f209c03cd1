namespace Oracles;

/// <summary>The numbers of one layer in one pass, all on the pass's tape.</summary>
/// <param name="Kernel">Weights by input, then unit.</param>
/// <param name="Bias">Biases by unit; null where there are none.</param>
/// <param name="Weighted">Weighted sums by sample, then unit.</param>
/// <param name="Outputs">What the layer hands on, by sample, then unit.</param>
public sealed record OracleLayerPass(Variable[][] Kernel, Variable[]? Bias, Variable[][] Weighted, Variable[][] Outputs);

/// <summary>One forward pass, its loss, its derivatives and the layers after one step of gradient descent.</summary>
public sealed class OraclePass
{
    private readonly ScalarTape tape = new();
    private readonly IReadOnlyList<OracleLayer> before;
    private readonly double learningRate;
    private readonly IReadOnlyList<double> gradients;

    internal OraclePass(IReadOnlyList<OracleLayer> layers, double[][] inputs, double[][] targets, bool isMean, double learningRate)
    {
        before = layers;
        this.learningRate = learningRate;
        Inputs = OnTape(inputs);
        Targets = OnTape(targets);
        List<OracleLayerPass> passes = [];
        Variable[][] signal = Inputs;
        foreach (OracleLayer layer in layers)
        {
            passes.Add(Apply(layer, signal));
            signal = passes[^1].Outputs;
        }

        Layers = passes;
        Terms = [.. signal.Select((row, sample) => row.Select((output, unit) => 0.5 * (Targets[sample][unit] - output).Square()).ToArray())];
        Variable sum = 0.0;
        foreach (Variable term in Terms.SelectMany(row => row))
        {
            sum += term;
        }

        Total = isMean ? sum / inputs.Length : sum;
        gradients = tape.Differentiate(Total);
    }

    /// <summary>The data by sample, then feature.</summary>
    public Variable[][] Inputs { get; }

    /// <summary>The targets by sample, then output.</summary>
    public Variable[][] Targets { get; }

    /// <summary>The layers, from the inputs on.</summary>
    public IReadOnlyList<OracleLayerPass> Layers { get; }

    /// <summary>The loss of each output of each sample.</summary>
    public Variable[][] Terms { get; }

    /// <summary>The loss.</summary>
    public Variable Total { get; }

    /// <summary>The layers after this pass's step down the gradient.</summary>
    public IReadOnlyList<OracleLayer> Updated =>
    [
        .. before.Select((layer, index) => layer with
        {
            Kernel = [.. Layers[index].Kernel.Select(Step)],
            Bias = Layers[index].Bias is { } bias ? Step(bias) : null,
        }),
    ];

    /// <summary>The derivative of the loss.</summary>
    public double Gradient(Variable withRespectTo)
    {
        ArgumentNullException.ThrowIfNull(withRespectTo);
        return gradients[withRespectTo.Place];
    }

    /// <summary>The derivative of any number of the pass with respect to any other.</summary>
    public double Derivative(Variable of, Variable withRespectTo) => tape.Derivative(of, withRespectTo);

    /// <summary>The derivatives of one number of the pass; ask it for as many as needed.</summary>
    public Func<Variable, double> Derivatives(Variable of)
    {
        IReadOnlyList<double> adjoints = tape.Differentiate(of);
        return withRespectTo => adjoints[withRespectTo.Place];
    }

    private double[] Step(Variable[] parameters) => [.. parameters.Select(p => p.Value - (learningRate * Gradient(p)))];

    private Variable[][] OnTape(double[][] values) => [.. values.Select(OnTape)];

    private Variable[] OnTape(double[] values) => [.. values.Select(tape.Variable)];

    private OracleLayerPass Apply(OracleLayer layer, Variable[][] signal)
    {
        Variable[][] kernel = OnTape(layer.Kernel);
        Variable[]? bias = layer.Bias is null ? null : OnTape(layer.Bias);
        Variable[][] weighted = [.. signal.Select(sample => WeightedSums(sample, kernel, bias))];
        Variable[][] outputs = layer.IsSigmoid ? [.. weighted.Select(row => row.Select(z => z.Sigmoid()).ToArray())] : weighted;
        return new OracleLayerPass(kernel, bias, weighted, outputs);
    }

    private Variable[] WeightedSums(Variable[] sample, Variable[][] kernel, Variable[]? bias)
    {
        var sums = new Variable[kernel[0].Length];
        for (int unit = 0; unit < sums.Length; unit++)
        {
            Variable sum = sample[0] * kernel[0][unit];
            for (int input = 1; input < sample.Length; input++)
            {
                sum += sample[input] * kernel[input][unit];
            }

            sums[unit] = bias is null ? sum : sum + bias[unit];
        }

        return sums;
    }
}
