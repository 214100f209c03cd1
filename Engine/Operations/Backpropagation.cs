using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
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

    /// <summary>Says that the gradient at an input, or this step's part of it, is 1 in every cell.</summary>
    public void PassOne(int input)
    {
        if (flow.HasSeveralConsumers(step.Inputs[input]))
        {
            Contribute(input, new One(step.Inputs[input].Shape));
        }
        else
        {
            flow.PassOne(step.Inputs[input]);
        }
    }

    /// <summary>Emits the gradient at an input.</summary>
    public void Contribute(int input, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        if (flow.Needs(step.Inputs[input]))
        {
            flow.Contribute(step, step.Inputs[input], operation, inputs);
        }
    }

    /// <summary>
    /// Emits the gradient at an input by an operation that can also take in the inputs of several uses, one after the other, and
    /// give their sum: what a time step contributes to a recurrent layer's kernel. Where the contributions are many numbers, only
    /// their sum is emitted.
    /// </summary>
    public void ContributeToSum(int input, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        if (flow.Needs(step.Inputs[input]))
        {
            flow.ContributeToSum(step, step.Inputs[input], operation, inputs);
        }
    }

    /// <summary>
    /// Emits the gradient at an input of an operation that is given by a formula: what comes from above times the slope,
    /// summed over the places where the input is repeated. The slope is a step of its own where it has something to say.
    /// </summary>
    /// <param name="name">What the operation is called.</param>
    /// <param name="input">The input.</param>
    /// <param name="slope">The derivative, made from the inputs and the output, which is the input after the last.</param>
    public void ContributeSlope(string name, int input, Expression slope)
    {
        Symbol x = step.Inputs[input];
        ImmutableArray<int> used = [.. slope.Operands.Select(operand => operand.Input).Distinct().Order()];
        Symbol[] symbols = [.. used.Select(index => index == InputCount ? Output : Input(index))];
        Expression renumbered = slope.Replace(operand => operand with { Input = used.IndexOf(operand.Input) });
        if (used.IsEmpty && UpstreamIsOne && slope is Expression.Constant { Value: 1 } && x.Shape.Equals(Output.Shape))
        {
            PassOne(input);
            return;
        }

        Shape full = Broadcasting.Of(name, [.. step.Inputs.Select(other => other.Shape), Output.Shape]).Full;
        bool isApart = !used.IsEmpty
            && slope is not Expression.Operand
            && x.Shape.Equals(Output.Shape)
            && Broadcasting.Of(name, [.. symbols.Select(symbol => symbol.Shape)]).Full.Equals(x.Shape);
        if (isApart && !UpstreamIsOne)
        {
            Symbol upstream = Upstream;
            Cellwise operation = new($"{name}'", renumbered);
            Symbol local = flow.Emit(SymbolRole.LocalDerivative, operation, new Naming.LocalDerivativeOf(Output, x), x, x.HasBatchAxis, symbols);
            flow.Contribute(step, x, Cellwise.Multiply(), upstream, local);
            return;
        }

        Expression gradient = renumbered;
        if (!UpstreamIsOne)
        {
            gradient = TimesUpstream(renumbered.Replace(operand => operand with { Input = operand.Input + 1 }));
            symbols = [Upstream, .. symbols];
        }

        Operation fused = x.Shape.Equals(full) ? new Cellwise($"{name}'", gradient, full) : Along(name, gradient, x.Shape, full, symbols);
        flow.Contribute(step, x, fused, symbols);
    }

    /// <summary>Hands the gradient on to some places along one axis of an input.</summary>
    public void ContributeRun(int input, int axis, int start, int length)
    {
        if (Needs(input))
        {
            flow.ContributeRun(step, step.Inputs[input], axis, start, length);
        }
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

    /// <summary>The sum over the places where an input is repeated.</summary>
    private static Operation Along(string name, Expression gradient, Shape output, Shape full, Symbol[] symbols)
    {
        // Where nothing that is summed varies along the repeated axes, each term is the same number.
        Shape together = Broadcasting.Of(name, [.. symbols.Select(symbol => symbol.Shape), output]).Full;
        return together.Equals(full)
            ? new Reduction($"{name}'", gradient, output)
            : new Cellwise($"{name}'", gradient * (full.Size / together.Size), output);
    }

    private static Expression TimesUpstream(Expression slope) => slope switch
    {
        Expression.Constant { Value: 1 } => Cellwise.Input(0),
        Expression.Constant { Value: -1 } => -Cellwise.Input(0),
        _ => Cellwise.Input(0) * slope,
    };
}
