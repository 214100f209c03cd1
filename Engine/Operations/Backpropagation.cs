using Engine.Planning;

namespace Engine.Operations;

/// <summary>
/// The way back through one step: what an operation's derivative rule sees and emits. Gradients that reach one symbol from
/// several steps are kept apart as contributions and added up by a step of their own.
/// </summary>
internal sealed class Backpropagation
{
    private readonly GradientFlow flow;
    private readonly Step step;

    internal Backpropagation(GradientFlow flow, Step step)
    {
        this.flow = flow;
        this.step = step;
    }

    public int InputCount => step.Inputs.Length;

    public Symbol Output => step.Output;

    /// <summary>Whether the loss's gradient at the output is 1 in every cell, so that multiplying by it says nothing.</summary>
    public bool UpstreamIsOne => flow.IsOne(step.Output);

    /// <summary>The loss's gradient at the step's output.</summary>
    public Symbol Upstream => flow.GradientOf(step.Output);

    public Symbol Input(int input) => step.Inputs[input];

    /// <summary>Whether a gradient at an input is of use to anyone.</summary>
    public bool Needs(int input) => flow.Needs(step.Inputs[input]);

    /// <summary>Says that the gradient at an input is 1 in every cell.</summary>
    public void PassOne(int input) => flow.PassOne(step.Inputs[input]);

    /// <summary>Emits the gradient at an input.</summary>
    public void Contribute(int input, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        if (flow.Needs(step.Inputs[input]))
        {
            flow.Contribute(step, step.Inputs[input], operation, inputs);
        }
    }

    /// <summary>
    /// One link of the chain rule where each cell of the output depends on the same cell of the input: emits the local
    /// derivative, then its product with what comes from above.
    /// </summary>
    public void Chain(int input, Operation slope, params ReadOnlySpan<Symbol> slopeInputs)
    {
        Symbol x = step.Inputs[input];
        if (!flow.Needs(x))
        {
            return;
        }

        if (UpstreamIsOne)
        {
            flow.Contribute(step, x, slope, slopeInputs);
            return;
        }

        Symbol upstream = Upstream;
        Symbol local = flow.Emit(SymbolRole.LocalDerivative, slope, new Naming.LocalDerivativeOf(Output, x), x, x.HasBatchAxis, slopeInputs);
        flow.Contribute(step, x, Cellwise.Multiply(), upstream, local);
    }

    /// <summary>
    /// Emits the gradient at an input that feeds several units: where the numbers are few, each path's part and then their
    /// sum; where they are many, the sum at once.
    /// </summary>
    public void ContributeByPaths(int input, Operation paths, Operation atOnce, params ReadOnlySpan<Symbol> inputs)
    {
        Symbol x = step.Inputs[input];
        if (!flow.Needs(x))
        {
            return;
        }

        int units = Output.Shape[^1];
        bool apart = units > 1 && (long)x.Shape.Size * units <= flow.MostPathCells && !flow.HasSeveralConsumers(x);
        if (!apart)
        {
            flow.Contribute(step, x, atOnce, inputs);
            return;
        }

        Symbol parts = flow.Emit(SymbolRole.Contribution, paths, flow.PathNaming(x, Output), x, x.HasBatchAxis, inputs);
        flow.Contribute(step, x, new SumOfPaths(), parts);
    }
}
