using System.Collections.Immutable;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Reference;

/// <summary>
/// One layer alone in a network, computed with given numbers: what it makes of its inputs, and the gradients of
/// <c>Σ y·upstream</c>. Nothing is learned: parameters keep their values, so that several batches may follow each other.
/// </summary>
internal sealed class LayerBench
{
    private readonly ImmutableArray<IterationTrace> traces;

    /// <summary>Runs the layer.</summary>
    /// <param name="layer">The layer, with the values of its parameters.</param>
    /// <param name="inputs">For each of its inputs the data, batch first.</param>
    /// <param name="upstream">What each number of the output is multiplied by in the loss; 1 where null.</param>
    /// <param name="mode">What the layer is run for. In both modes there is a way back.</param>
    /// <param name="batches">The number of batches that inputs and upstream hold, one after the other.</param>
    public LayerBench(Layer layer, IReadOnlyList<Tensor> inputs, Tensor? upstream = null, Mode mode = Mode.Training, int batches = 1)
    {
        Network network = new(
            [.. inputs.Select((input, index) => new NetworkInput($"data{index + 1}", input.Shape.WithoutFirst()))],
            [new Node("layer", layer, [.. inputs.Select((_, index) => $"data{index + 1}")])],
            [new NetworkOutput("layer", new WeightedSum()) { TargetNames = SymbolNames.Indexed("upstream") }],
            new GradientDescent(0));
        Plan = Planner.Build(network, inputs[0].Shape[0] / batches, new PlanOptions { Mode = mode, InputGradients = true });
        upstream ??= Tensor.Filled(new Shape([inputs[0].Shape[0], .. Plan.Predictions[0].Shape.WithoutFirst().Lengths]), 1);
        Iteration iteration = new(new Training(Plan, [.. inputs], [upstream]));
        traces =
        [
            .. Enumerable.Range(0, batches).Select(_ =>
            {
                iteration.Run();
                return iteration.Trace();
            }),
        ];
    }

    public Plan Plan { get; }

    /// <summary>The numbers of the last batch.</summary>
    public IterationTrace Trace => traces[^1];

    /// <summary>The numbers of each batch.</summary>
    public IReadOnlyList<IterationTrace> Traces => traces;

    /// <summary>What the layer hands on.</summary>
    public double[] Output => [.. Trace[Plan.Predictions[0]]];

    /// <summary>The symbol of a name, such as <c>W1</c>.</summary>
    public Symbol this[string name] =>
        Plan.Symbols.SingleOrDefault(symbol => symbol.Naming is Naming.Given given && given.Names.Tensor == name)
            .ShouldNotBeNull($"{name} among {string.Join(", ", Plan.Symbols.Select(symbol => symbol.Label))}");

    /// <summary>The numbers of a name; those of several names side by side, as parts of one written tensor are.</summary>
    public double[] ValuesOf(params string[] names) => SideBySide([.. names.Select(name => Trace.TensorOf(this[name]))]);

    /// <summary>What the next iteration will find under a name.</summary>
    public double[] NextOf(string name) => [.. Trace[Plan.NextOf(this[name]).ShouldNotBeNull($"the next {name}")]];

    /// <summary>The loss's gradient at a name's numbers; of several names side by side.</summary>
    public double[] GradientOf(params string[] names) => SideBySide([.. names.Select(name => Gradient(this[name]))]);

    /// <summary>The loss's gradient at one of the inputs, from 0.</summary>
    public double[] InputGradient(int input = 0) => [.. Gradient(Plan.Inputs[input]).Values];

    /// <summary>Holds the explanation of every number of every batch against the number, bit for bit.</summary>
    public void ShouldExplainEverything()
    {
        foreach (IterationTrace trace in traces)
        {
            foreach (Step step in Plan.Steps)
            {
                for (int cell = 0; cell < step.Output.Shape.Size; cell++)
                {
                    Explanation explanation = Plan.Explain(new Address(step.Output.Index, cell));
                    explanation.Evaluate(trace).ShouldBeBitEqual(trace[explanation.Address], $"{explanation.Label}");
                }
            }
        }
    }

    /// <summary>The numbers of a tensor that is written as one and computed in parts.</summary>
    public static double[] SideBySide(IReadOnlyList<Tensor> parts)
    {
        int rows = parts[0].Shape.Rank == 0 ? 1 : parts[0].Shape.Size / parts[0].Shape[^1];
        return [.. Enumerable.Range(0, rows).SelectMany(row => parts.SelectMany(part => part.Values.ToArray().Chunk(part.Shape.Size / rows).ElementAt(row)))];
    }

    private Tensor Gradient(Symbol symbol) => new(
        symbol.Shape,
        [
            .. Enumerable.Range(0, symbol.Shape.Size).Select(cell =>
                Plan.FindDerivative(new Address(Plan.Loss.Index, 0), new Address(symbol.Index, cell)) is { } address
                    ? Trace[address]
                    : throw new ShouldAssertException($"no gradient at {symbol.Label}")),
        ]);

    /// <summary>The sum of all outputs, each times its target.</summary>
    private sealed class WeightedSum : Loss
    {
        internal override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target) =>
            builder.EmitTotal(new SumAll(), null, builder.EmitTerms(Cellwise.Multiply(), null, target, prediction));
    }
}
