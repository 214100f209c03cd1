using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons.Quantities;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Screens.Stepping;

/// <summary>One unit in the drawing of the network.</summary>
/// <param name="Name">What is shown of the unit.</param>
/// <param name="Value">Its value; null while it has not been computed.</param>
/// <param name="Gradient">The loss's derivative with respect to it; null while that has not been computed.</param>
/// <param name="IsActive">Whether the moment's computation is about it.</param>
internal readonly record struct DiagramNode(string Name, string? Value, string? Gradient, bool IsActive)
{
    /// <summary>Which number it shows.</summary>
    public required ResolvedQuantity Number { get; init; }

    /// <summary>Which number the gradient is; null where none is shown.</summary>
    public required ResolvedQuantity? GradientNumber { get; init; }
}

/// <summary>One weight in the drawing of the network.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The weight's value, after the update where that is known.</param>
/// <param name="IsActive">Whether the moment's computation is about it or uses it.</param>
internal readonly record struct DiagramEdge(string Name, string Value, bool IsActive)
{
    /// <summary>Which number it shows.</summary>
    public required ResolvedQuantity Number { get; init; }
}

/// <summary>What an edge stands for beside its name: the weight, or its gradient, among those of its layer.</summary>
/// <param name="Share">The magnitude, of the largest in the layer: 0 to 1; null where it has not been computed or is not finite.</param>
/// <param name="IsNegative">Whether it is less than 0.</param>
internal readonly record struct EdgeStrength(double? Share, bool IsNegative);

/// <summary>
/// The network as it can be drawn: columns of units, from the inputs to the losses, and the weights between them. Nodes and
/// edges are made when they are asked for.
/// </summary>
internal sealed class DiagramModel : NetworkDrawing
{
    private const int Digits = 3;
    private const int MostActive = 256;

    private readonly StepScreen screen;
    private readonly Plan plan;
    private readonly IterationTrace trace;
    private readonly Dictionary<Place, Symbol> symbols = [];
    private readonly Dictionary<int, (Symbol Shown, double Largest)> strengths = [];
    private readonly HashSet<Address> active = [];
    private readonly int sample;

    public DiagramModel(StepScreen screen)
    {
        this.screen = screen;
        plan = screen.Timeline.Plan;
        trace = screen.Timeline.At(screen.Moment.Iteration);
        foreach (Symbol symbol in plan.Symbols)
        {
            if (symbol.Role is SymbolRole.Input or SymbolRole.Parameter or SymbolRole.Activation or SymbolRole.LossTerm)
            {
                symbols.TryAdd(symbol.Place, symbol);
            }
        }

        Layers = symbols.Keys.Where(place => place.Part == LayerPart.Output).Max(place => place.Layer);
        Address? current = screen.Asked?.Stored ?? screen.Asked?.Derivative?.WithRespectTo ?? screen.Here;
        sample = current is { } address ? SampleOf(plan.SubjectOf(address)) : 0;
        CollectActive();
    }

    /// <summary>How many layers there are after the inputs.</summary>
    public int Layers { get; }

    /// <summary>Which way the numbers of the moment's phase flow: 1 forward, −1 backward, 0 not at all.</summary>
    public int Direction => PhaseNow switch
    {
        Phase.Forward or Phase.Loss => 1,
        Phase.Backward => -1,
        _ => 0,
    };

    /// <summary>The moment's phase; null at the start.</summary>
    public Phase? PhaseNow => screen.Moment.IsStart ? null : plan.Steps[screen.Moment.Step].Phase;

    /// <summary>Which sample is drawn, from 1; null where there is only one.</summary>
    public int? Sample => plan.BatchSize > 1 ? sample + 1 : null;

    /// <summary>
    /// How many units a column has: 0 is the inputs, one more than <see cref="Layers"/> the losses, of which the last is the total.
    /// </summary>
    public int UnitsOf(int column) => symbols[MainPlaceOf(column)].Shape[^1] + (column > Layers ? 1 : 0);

    public DiagramNode Node(int column, int unit)
    {
        if (column > Layers && unit == UnitsOf(column) - 1)
        {
            return NodeOf(new Address(plan.Loss.Index, 0));
        }

        Address main = AddressOf(symbols[MainPlaceOf(column)], unit);
        if (symbols.TryGetValue(new Place(column, LayerPart.PreActivation), out Symbol? sums))
        {
            // The weighted sum is shown while it is what happens, and as long as the output is not known.
            Address sum = AddressOf(sums, unit);
            bool sumIsNow = active.Contains(sum) && !active.Contains(main);
            if (sumIsNow || (screen.Knows(sum) && !screen.Knows(main)))
            {
                return NodeOf(sum);
            }
        }

        return NodeOf(main);
    }

    public override string TitleOf(Words words) => Sample is { } number ? $"{words.Network} · {words.Sample} {number}" : words.Network;

    /// <summary>
    /// Whether a column's edges stand for the weights' gradients and not for the weights: on the way back and in the update, where
    /// one of them is known.
    /// </summary>
    public bool IsByGradient(int column) => StrengthsOf(column).Shown.Role == SymbolRole.Gradient;

    /// <summary>Whether any column's edges stand for gradients.</summary>
    public bool IsAnyByGradient => Enumerable.Range(1, Layers).Any(column => HasKernel(column) && IsByGradient(column));

    /// <summary>How strong an edge is among those of its column.</summary>
    public EdgeStrength StrengthOf(int column, int from, int to)
    {
        (Symbol shown, double largest) = StrengthsOf(column);
        Address address = KernelAddress(column, from, to) with { Symbol = shown.Index };
        if (!screen.Knows(address) || !double.IsFinite(trace[address]))
        {
            return new EdgeStrength(null, false);
        }

        double value = trace[address];
        return new EdgeStrength(largest > 0 ? Math.Abs(value) / largest : 0, value < 0);
    }

    /// <summary>Whether a weight is less than 0.</summary>
    public bool IsNegativeWeight(int column, int from, int to) => trace[KernelAddress(column, from, to)] < 0;

    /// <summary>Whether there are weights between a column and the one before it.</summary>
    public bool HasKernel(int column) => symbols.ContainsKey(new Place(column, LayerPart.Kernel));

    public bool IsActiveEdge(int column, int from, int to) => active.Contains(KernelAddress(column, from, to));

    public DiagramEdge Edge(int column, int from, int to)
    {
        Address address = KernelAddress(column, from, to);
        Symbol kernel = plan.SymbolOf(address);
        Address shown = plan.NextOf(kernel) is { } next && screen.Knows(address with { Symbol = next.Index })
            ? address with { Symbol = next.Index }
            : address;
        return new DiagramEdge(plan.LabelOf(shown).ToText(Notation.Mathematical), Text(trace[shown]), active.Contains(address))
        {
            Number = NumberAt(shown),
        };
    }

    private static string Text(double value) => NumberText.Significant(value, Digits).Replace('-', '−');

    /// <summary>What a column's edges stand for, and the largest magnitude of it.</summary>
    private (Symbol Shown, double Largest) StrengthsOf(int column)
    {
        if (!strengths.TryGetValue(column, out (Symbol Shown, double Largest) found))
        {
            PictureNumbers numbers = new(screen);
            Symbol kernel = symbols[new Place(column, LayerPart.Kernel)];
            Symbol shown = PhaseNow >= Phase.Backward && numbers.GradientOf(kernel) is { } gradient && numbers.KnownOf(gradient) > 0 ? gradient : kernel;
            strengths.Add(column, found = (shown, numbers.LargestOf(shown)));
        }

        return found;
    }

    private Place MainPlaceOf(int column) => new(column, column > Layers ? LayerPart.Loss : LayerPart.Output);

    private Address AddressOf(Symbol symbol, int unit) =>
        new(symbol.Index, (symbol.HasBatchAxis ? sample * (symbol.Shape.Size / symbol.Shape[0]) : 0) + unit);

    private Address KernelAddress(int column, int from, int to)
    {
        Symbol kernel = symbols[new Place(column, LayerPart.Kernel)];
        return new Address(kernel.Index, (from * kernel.Shape[1]) + to);
    }

    private DiagramNode NodeOf(Address address)
    {
        bool isKnown = screen.Knows(address);
        Address? gradient = PhaseNow >= Phase.Backward
            && plan.FindDerivative(new Address(plan.Loss.Index, 0), address) is { } derivative
            && screen.Knows(derivative)
                ? derivative
                : null;
        return new DiagramNode(
            plan.LabelOf(address).ToText(Notation.Mathematical),
            isKnown ? Text(trace[address]) : null,
            gradient is { } slope ? Text(trace[slope]) : null,
            active.Contains(address))
        {
            Number = NumberAt(address),
            GradientNumber = gradient is { } number ? NumberAt(number) : null,
        };
    }

    private ResolvedQuantity NumberAt(Address address) => new(plan, trace.Iteration, address);

    private int SampleOf(Address address)
    {
        Symbol symbol = plan.SymbolOf(address);
        return symbol.HasBatchAxis ? address.Cell / (symbol.Shape.Size / symbol.Shape[0]) : 0;
    }

    private void CollectActive()
    {
        if (screen.Asked is { } asked)
        {
            if (asked.Derivative is { } pair)
            {
                active.Add(pair.Of);
                active.Add(pair.WithRespectTo);
            }
            else
            {
                Add(asked.Stored!.Value);
            }
        }
        else if (screen.IsByNumber)
        {
            if (screen.Here is { } address)
            {
                Add(address);
            }
        }
        else
        {
            foreach (Step step in ExplanationModel.StepsOf(screen).Reverse())
            {
                for (int cell = 0; cell < step.Output.Shape.Size && active.Count < MostActive; cell++)
                {
                    Add(new Address(step.Output.Index, cell));
                }
            }
        }
    }

    /// <summary>The number's place in the network, and the weights over which it came.</summary>
    private void Add(Address address)
    {
        active.Add(plan.SubjectOf(address));
        AddPath(address);
        if (plan.ProducerOf(plan.SymbolOf(address)) is null)
        {
            return;
        }

        foreach (Address operand in plan.Explain(address).OperandsOf(trace).Take(MostActive))
        {
            if (plan.SymbolOf(operand) is { Place.Part: LayerPart.Kernel, Role: SymbolRole.Parameter })
            {
                active.Add(operand);
            }

            AddPath(operand);
        }
    }

    /// <summary>The weight on the edge that a gradient's part came over.</summary>
    private void AddPath(Address address)
    {
        if (plan.PathOf(address) is { } via && symbols.TryGetValue(new Place(plan.SymbolOf(via).Place.Layer, LayerPart.Kernel), out Symbol? kernel))
        {
            int from = plan.SubjectOf(address).Cell % kernel.Shape[0];
            active.Add(new Address(kernel.Index, (from * kernel.Shape[1]) + (via.Cell % kernel.Shape[1])));
        }
    }
}
