using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Operations;

/// <summary>
/// Emits the backward steps of a plan: walks the forward steps from the loss to the first layer and lets each operation
/// carry the gradient on, but only where a parameter is still ahead.
/// </summary>
internal sealed class GradientFlow
{
    private readonly PlanBuilder plan;
    private readonly Symbol loss;
    private readonly HashSet<Symbol> needed = [];
    private readonly Dictionary<Symbol, int> consumers = [];
    private readonly Dictionary<Symbol, List<Symbol>> parts = [];
    private readonly Dictionary<Symbol, Symbol> gradients = [];
    private readonly Dictionary<Symbol, List<Run>> runs = [];
    private readonly Dictionary<Symbol, List<Use>> uses = [];
    private readonly HashSet<Symbol> ones = [];
    private readonly bool inputGradients;

    public GradientFlow(PlanBuilder plan, Symbol loss, PlanOptions options)
    {
        this.plan = plan;
        this.loss = loss;
        MostPathCells = options.MostPathCells;
        inputGradients = options.InputGradients;
    }

    /// <summary>Up to how many numbers the parts of a gradient by path are kept apart.</summary>
    public int MostPathCells { get; }

    /// <summary>Emits all backward steps.</summary>
    public void EmitAll()
    {
        Step[] forward = [.. StepsToLoss()];
        foreach (Symbol symbol in plan.Symbols.Where(symbol =>
            symbol.Role == SymbolRole.Parameter || (inputGradients && symbol.Role == SymbolRole.Input)))
        {
            needed.Add(symbol);
        }

        foreach (Step step in forward)
        {
            if (step.Inputs.Any(needed.Contains))
            {
                needed.Add(step.Output);
            }

            foreach (Symbol input in step.Inputs)
            {
                consumers[input] = consumers.GetValueOrDefault(input) + 1;
            }
        }

        PassOne(loss);
        foreach (Step step in forward.Reverse())
        {
            if (needed.Contains(step.Output) && (IsOne(step.Output) || HasParts(step.Output)))
            {
                step.Operation.Differentiate(new Backpropagation(this, step));
            }
        }

        if (inputGradients)
        {
            foreach (Symbol symbol in plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Input).ToList())
            {
                FindGradientOf(symbol);
            }
        }
    }

    public bool Needs(Symbol symbol) => needed.Contains(symbol);

    public bool HasSeveralConsumers(Symbol symbol) => consumers[symbol] > 1;

    public bool IsOne(Symbol symbol) => ones.Contains(symbol) && !HasParts(symbol);

    /// <summary>Notes that the gradient at a symbol, which only one step uses, is 1 in every cell.</summary>
    public void PassOne(Symbol symbol)
    {
        ones.Add(symbol);
    }

    /// <summary>The gradient at a symbol, summed up; asked for only after all of its consumers have contributed.</summary>
    public Symbol GradientOf(Symbol symbol)
    {
        if (gradients.TryGetValue(symbol, out Symbol? gradient))
        {
            return gradient;
        }

        JoinRuns(symbol);
        SumUses(symbol);
        if (!parts.TryGetValue(symbol, out List<Symbol>? contributions))
        {
            gradient = Emit(SymbolRole.Gradient, new One(symbol.Shape), new Naming.GradientOf(loss, symbol), symbol, symbol.HasBatchAxis);
        }
        else
        {
            gradient = contributions is [var only]
                ? only
                : Emit(SymbolRole.Gradient, Cellwise.Add(contributions.Count), new Naming.GradientOf(loss, symbol), symbol, symbol.HasBatchAxis, [.. contributions]);
        }

        gradients.Add(symbol, gradient);
        return gradient;
    }

    /// <summary>The gradient at a symbol, or null where the loss does not depend on it.</summary>
    public Symbol? FindGradientOf(Symbol symbol) =>
        HasParts(symbol) || ones.Contains(symbol) ? GradientOf(symbol) : null;

    public Naming PathNaming(Symbol symbol, Symbol via) => new Naming.PathTo(loss, symbol, via);

    public void Contribute(Step consumer, Symbol symbol, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        bool several = HasSeveralConsumers(symbol);
        Naming naming = several
            ? new Naming.PartOf(loss, symbol, consumer.Output)
            : new Naming.GradientOf(loss, symbol);
        SymbolRole role = several ? SymbolRole.Contribution : SymbolRole.Gradient;
        Add(symbol, Emit(role, operation, naming, symbol, symbol.HasBatchAxis, inputs));
    }

    /// <summary>
    /// Notes the gradient at some places along one axis of a symbol. Those of all places become one tensor, so that a sequence
    /// is not as many times as long as it has steps.
    /// </summary>
    public void ContributeRun(Step consumer, Symbol symbol, int axis, int start, int length)
    {
        if (!runs.TryGetValue(symbol, out List<Run>? list))
        {
            runs.Add(symbol, list = []);
        }

        list.Add(new Run(consumer, axis, start, length, GradientOf(consumer.Output)));
    }

    /// <summary>
    /// Emits a contribution that can be summed up with those of the symbol's other uses, or only notes it where together they
    /// would be too many numbers to keep apart: the kernel of a long sequence.
    /// </summary>
    public void ContributeToSum(Step consumer, Symbol symbol, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        if (!HasSeveralConsumers(symbol) || (long)symbol.Shape.Size * consumers[symbol] <= MostPathCells)
        {
            Contribute(consumer, symbol, operation, inputs);
            return;
        }

        if (!uses.TryGetValue(symbol, out List<Use>? list))
        {
            uses.Add(symbol, list = []);
        }

        list.Add(new Use(consumer, operation, [.. inputs]));
    }

    public Symbol Emit(
        SymbolRole role, Operation operation, Naming naming, Symbol subject, bool hasBatchAxis, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Backward, role, operation, naming, subject.Place, hasBatchAxis, inputs);

    /// <summary>The steps through which the loss depends on anything, in their order: only they hand a gradient on.</summary>
    private Stack<Step> StepsToLoss()
    {
        HashSet<Symbol> reaching = [loss];
        Stack<Step> steps = [];
        for (int index = plan.Steps.Count - 1; index >= 0; index--)
        {
            Step step = plan.Steps[index];
            if (reaching.Contains(step.Output) && step.Operation.IsDifferentiable)
            {
                reaching.UnionWith(step.Inputs);
                steps.Push(step);
            }
        }

        return steps;
    }

    private bool HasParts(Symbol symbol) => parts.ContainsKey(symbol) || runs.ContainsKey(symbol) || uses.ContainsKey(symbol);

    private void JoinRuns(Symbol symbol)
    {
        if (!runs.Remove(symbol, out List<Run>? left))
        {
            return;
        }

        bool isOnly = left.Count == consumers[symbol];
        while (left.Count > 0)
        {
            // As many as do not overlap, in the order of their places.
            int axis = left[0].Axis;
            List<Run> taken = [];
            foreach (Run run in left.Where(run => run.Axis == axis).OrderBy(run => run.Start))
            {
                if (taken.Count == 0 || run.Start >= taken[^1].Start + taken[^1].Length)
                {
                    taken.Add(run);
                }
            }

            isOnly &= taken.Count == left.Count;
            left.RemoveAll(taken.Contains);
            Join join = new(symbol.Shape, axis, [.. taken.Select(run => (run.Start, run.Length))]);
            Naming naming = isOnly ? new Naming.GradientOf(loss, symbol) : new Naming.PartOf(loss, symbol, taken[0].Consumer.Output);
            SymbolRole role = isOnly ? SymbolRole.Gradient : SymbolRole.Contribution;
            Add(symbol, Emit(role, join, naming, symbol, symbol.HasBatchAxis, [.. taken.Select(run => run.Gradient)]));
        }
    }

    private void SumUses(Symbol symbol)
    {
        if (!uses.Remove(symbol, out List<Use>? left))
        {
            return;
        }

        // Noted on the way back; summed in the order of the way forward.
        left.Reverse();
        bool isOnly = left.Count == consumers[symbol];
        foreach (IGrouping<Type, Use> alike in left.GroupBy(use => use.Operation.GetType()).ToList())
        {
            Naming naming = isOnly && alike.Count() == left.Count
                ? new Naming.GradientOf(loss, symbol)
                : new Naming.PartOf(loss, symbol, alike.First().Consumer.Output);
            SymbolRole role = naming is Naming.GradientOf ? SymbolRole.Gradient : SymbolRole.Contribution;
            Symbol[] inputs = [.. alike.SelectMany(use => use.Inputs)];
            Add(symbol, Emit(role, alike.First().Operation, naming, symbol, symbol.HasBatchAxis, inputs));
        }
    }

    private void Add(Symbol symbol, Symbol contribution)
    {
        if (!parts.TryGetValue(symbol, out List<Symbol>? list))
        {
            parts.Add(symbol, list = []);
        }

        list.Add(contribution);
    }

    private sealed record Use(Step Consumer, Operation Operation, ImmutableArray<Symbol> Inputs);

    private sealed record Run(Step Consumer, int Axis, int Start, int Length, Symbol Gradient);
}
