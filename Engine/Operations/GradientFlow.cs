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
    private readonly HashSet<Symbol> ones = [];

    public GradientFlow(PlanBuilder plan, Symbol loss, int mostPathCells)
    {
        this.plan = plan;
        this.loss = loss;
        MostPathCells = mostPathCells;
    }

    /// <summary>Up to how many numbers the parts of a gradient by path are kept apart.</summary>
    public int MostPathCells { get; }

    /// <summary>Emits all backward steps.</summary>
    public void Run()
    {
        Step[] forward = [.. plan.Steps];
        foreach (Symbol symbol in plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter))
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
            if (needed.Contains(step.Output) && (IsOne(step.Output) || parts.ContainsKey(step.Output)))
            {
                step.Operation.Differentiate(new Backpropagation(this, step));
            }
        }
    }

    public bool Needs(Symbol symbol) => needed.Contains(symbol);

    public bool HasSeveralConsumers(Symbol symbol) => consumers[symbol] > 1;

    public bool IsOne(Symbol symbol) => ones.Contains(symbol) && !parts.ContainsKey(symbol);

    /// <summary>
    /// Notes that the gradient at a symbol is 1 in every cell. Losses are used once, so that no other part can come.
    /// </summary>
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
        parts.ContainsKey(symbol) || ones.Contains(symbol) ? GradientOf(symbol) : null;

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

    public Symbol Emit(
        SymbolRole role, Operation operation, Naming naming, Symbol subject, bool hasBatchAxis, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Backward, role, operation, naming, subject.Place, hasBatchAxis, inputs);

    private void Add(Symbol symbol, Symbol contribution)
    {
        if (!parts.TryGetValue(symbol, out List<Symbol>? list))
        {
            parts.Add(symbol, list = []);
        }

        list.Add(contribution);
    }
}
