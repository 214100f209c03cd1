using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Numbers;

namespace Engine.Planning;

/// <summary>
/// The fixed list of steps of one training iteration, known before any number exists, and the layout of the buffer that
/// will hold the numbers. Immutable; may be shared between threads.
/// </summary>
public sealed class Plan
{
    private readonly int[] offsets;
    private readonly Dictionary<Symbol, Step> producers = [];
    private readonly Dictionary<Symbol, Tensor> initialValues;
    private readonly Dictionary<Symbol, Symbol> nextOf = [];
    private readonly Dictionary<Symbol, string> partNames;
    private readonly NameTable names;
    private readonly Lazy<PathLabels> pathLabels;
    private readonly Lazy<ILookup<Symbol, (Step Step, int Input)>> users;
    private readonly Dictionary<Symbol, InitialSpread> spreads;

    internal Plan(PlanBuilder builder, ImmutableArray<Symbol> layerOutputs, ImmutableArray<Symbol> targets, ImmutableArray<Symbol> predictions, Symbol loss)
    {
        Symbols = [.. builder.Symbols];
        Steps = [.. builder.Steps];
        Carries = [.. builder.Carries];
        BatchSize = builder.BatchSize;
        Mode = builder.Mode;
        Noises = [.. builder.Noises];
        Parameters = [.. builder.Tensors];
        Inputs = [.. Symbols.Where(symbol => symbol.Role == SymbolRole.Input)];
        LayerOutputs = layerOutputs;
        Targets = targets;
        Predictions = predictions;
        Loss = loss;
        initialValues = builder.InitialValues;
        spreads = builder.Spreads;
        partNames = builder.PartNames;
        offsets = new int[Symbols.Length + 1];
        for (int index = 0; index < Symbols.Length; index++)
        {
            offsets[index + 1] = checked(offsets[index] + Symbols[index].Shape.Size);
        }

        foreach (Step step in Steps)
        {
            producers.Add(step.Output, step);
        }

        foreach (Carry carry in Carries)
        {
            nextOf.Add(carry.Current, carry.Next);
        }

        names = new NameTable(this);
        pathLabels = new Lazy<PathLabels>(() => new PathLabels(this));
        users = new(() => Steps
            .SelectMany(step => step.Inputs.Select((symbol, input) => (Symbol: symbol, Step: step, Input: input)))
            .ToLookup(use => use.Symbol, use => (use.Step, use.Input)));
    }

    /// <summary>Every symbol, in the order of declaration; a step's inputs come before its output.</summary>
    public ImmutableArray<Symbol> Symbols { get; }

    /// <summary>Every step, in the order in which they are computed.</summary>
    public ImmutableArray<Step> Steps { get; }

    /// <summary>What passes from an iteration to the next.</summary>
    public ImmutableArray<Carry> Carries { get; }

    /// <summary>The number of samples of an iteration.</summary>
    public int BatchSize { get; }

    /// <summary>What the plan is for.</summary>
    public Mode Mode { get; }

    /// <summary>The data, batch × features; one symbol for each input of the network.</summary>
    public ImmutableArray<Symbol> Inputs { get; }

    /// <summary>What each layer hands on, in the order of the network's nodes.</summary>
    public ImmutableArray<Symbol> LayerOutputs { get; }

    /// <summary>What the network should answer, batch × outputs; one symbol for each output of the network.</summary>
    public ImmutableArray<Symbol> Targets { get; }

    /// <summary>What the network answers, batch × outputs; one symbol for each output of the network.</summary>
    public ImmutableArray<Symbol> Predictions { get; }

    /// <summary>The parameters, tensor by tensor, in the order of the layers.</summary>
    public ImmutableArray<ParameterTensor> Parameters { get; }

    /// <summary>The random numbers of an iteration.</summary>
    public ImmutableArray<NoiseSource> Noises { get; }

    /// <summary>The one number that training makes small.</summary>
    public Symbol Loss { get; }

    /// <summary>How many numbers there are in an iteration, inputs and parameters included.</summary>
    public int BufferLength => offsets[^1];

    /// <summary>Where a symbol's numbers begin in the buffer.</summary>
    public int OffsetOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return offsets[symbol.Index];
    }

    /// <summary>Where a number lies in the buffer.</summary>
    public int OffsetOf(Address address) => offsets[address.Symbol] + address.Cell;

    /// <summary>The symbol of an address.</summary>
    public Symbol SymbolOf(Address address) => Symbols[address.Symbol];

    /// <summary>The step that computes a symbol; null for inputs, targets, parameters and hyperparameters.</summary>
    public Step? ProducerOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return producers.GetValueOrDefault(symbol);
    }

    /// <summary>The symbol that holds a parameter's value after the update; null where nothing changes the symbol.</summary>
    public Symbol? NextOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return nextOf.GetValueOrDefault(symbol);
    }

    /// <summary>
    /// What the layer calls a symbol of its own, the same at every time step: <c>kernel</c>, <c>output</c>, of an LSTM's gate
    /// <c>i</c>; null for what belongs to no layer and for what the ways back and update compute.
    /// </summary>
    public string? PartNameOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return partNames.GetValueOrDefault(symbol);
    }

    /// <summary>A symbol's values before the first iteration; null for those that an iteration computes and for data.</summary>
    public Tensor? InitialValuesOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return initialValues.GetValueOrDefault(symbol);
    }

    /// <summary>How widely a parameter's first values are spread where they are drawn; null where they are given.</summary>
    public InitialSpread? SpreadOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return spreads.GetValueOrDefault(symbol);
    }

    /// <summary>
    /// Which data must be whole numbers from 0, because they choose something: a word's row in an embedding, a class.
    /// </summary>
    /// <param name="data">One of <see cref="Inputs"/> or <see cref="Targets"/>.</param>
    /// <returns>
    /// For each number of one sample how many there are to choose from, so that it must be less; null where any number will do.
    /// Empty where that is so for all.
    /// </returns>
    public ImmutableArray<int?> ChoicesOf(Symbol data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int?[]? choices = null;
        foreach (Step step in Steps)
        {
            Shape[] shapes = [.. step.Inputs.Select(input => input.Shape)];
            for (int input = 0; input < shapes.Length; input++)
            {
                if (step.Operation.WholeBelow(input, shapes) is not { } below)
                {
                    continue;
                }

                // One sample is like the other.
                for (int cell = 0; cell < shapes[input].Size / BatchSize; cell++)
                {
                    (Symbol source, int at) = Sources.Of(Steps, step.Inputs[input], cell);
                    if (source == data)
                    {
                        choices ??= new int?[data.Shape.Size / BatchSize];
                        choices[at] = Math.Min(below, choices[at] ?? below);
                    }
                }
            }
        }

        return choices is null ? [] : [.. choices];
    }

    /// <summary>The number that a label's plain text names, such as <c>w5</c>, <c>h1[2]</c> or <c>W1[3,57]</c>.</summary>
    /// <param name="name">The name, without positions.</param>
    /// <param name="positions">The positions, from 1: the sample first where there is more than one, then the unit's.</param>
    public NameLookup Find(string name, params IReadOnlyList<int> positions) => names.Find(name, positions);

    /// <summary>All names that <see cref="Find"/> knows, in the order of declaration.</summary>
    public IEnumerable<string> Names => names.All;

    /// <summary>
    /// The stored derivative of one number with respect to another: a gradient, a local derivative or a path's part; null
    /// where no step computes it.
    /// </summary>
    public Address? FindDerivative(Address of, Address withRespectTo)
    {
        foreach (Step step in Steps)
        {
            if (step.Phase != Phase.Backward)
            {
                continue;
            }

            Address? found = step.Output.Naming switch
            {
                Naming.GradientOf g when g.Loss.Index == of.Symbol && g.WithRespectTo.Index == withRespectTo.Symbol =>
                    new Address(step.Output.Index, withRespectTo.Cell),
                Naming.LocalDerivativeOf l when new Address(l.Of.Index, withRespectTo.Cell) == of
                    && l.WithRespectTo.Index == withRespectTo.Symbol => new Address(step.Output.Index, withRespectTo.Cell),
                Naming.PathTo p when p.WithRespectTo.Index == withRespectTo.Symbol =>
                    pathLabels.Value.FindPath(step.Output, p, of, withRespectTo.Cell),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The stored part of a gradient that passes through one number; null where no step keeps it apart.</summary>
    public Address? FindPath(Address of, Address withRespectTo, Address via)
    {
        foreach (Step step in Steps)
        {
            if (step.Output.Naming is Naming.PathTo path
                && path.Loss.Index == of.Symbol
                && path.WithRespectTo.Index == withRespectTo.Symbol
                && path.Via.Index == via.Symbol
                && PathLabels.CellOf(path, withRespectTo.Cell, via.Cell) is { } cell)
            {
                return new Address(step.Output.Index, cell);
            }
        }

        return null;
    }

    /// <summary>
    /// The stored part of a gradient that comes through one of the steps that use its subject, such as a penalty; null where no
    /// step keeps it apart.
    /// </summary>
    /// <param name="of">The loss.</param>
    /// <param name="withRespectTo">The number that is moved.</param>
    /// <param name="via">The name of what that step computes.</param>
    public Address? FindPart(Address of, Address withRespectTo, string via)
    {
        foreach (Step step in Steps)
        {
            if (step.Output.Naming is Naming.PartOf part
                && part.Loss.Index == of.Symbol
                && part.WithRespectTo.Index == withRespectTo.Symbol
                && part.Via.Label.ToString() == via)
            {
                return new Address(step.Output.Index, withRespectTo.Cell);
            }
        }

        return null;
    }

    /// <summary>What a number is called.</summary>
    public Label LabelOf(Address address)
    {
        Symbol symbol = SymbolOf(address);
        return symbol.Naming switch
        {
            Naming.Given given => new Label.Name(NameTable.NameOf(given.Names, symbol, BatchSize, address.Cell)),
            Naming.GradientOf g => new Label.Derivative(
                LabelOf(new Address(g.Loss.Index, Math.Min(address.Cell, g.Loss.Shape.Size - 1))),
                LabelOf(new Address(g.WithRespectTo.Index, address.Cell))),
            Naming.LocalDerivativeOf l => new Label.Derivative(
                LabelOf(new Address(l.Of.Index, address.Cell)), LabelOf(new Address(l.WithRespectTo.Index, address.Cell))),
            Naming.PathTo path => pathLabels.Value.LabelOf(path, address.Cell),
            Naming.PartOf part => new Label.Derivative(
                LabelOf(new Address(part.Loss.Index, 0)),
                LabelOf(new Address(part.WithRespectTo.Index, address.Cell)),
                part.Via.Label),
            Naming.NextOf next => new Label.Next(LabelOf(new Address(next.Current.Index, address.Cell))),
            _ => throw new InvalidOperationException($"Unknown naming {symbol.Naming.GetType().Name}."),
        };
    }

    /// <summary>How a number comes about: the explanation of any cell of any step.</summary>
    /// <exception cref="ArgumentException">The number is an input, a target or a parameter: no step makes it.</exception>
    public Explanation Explain(Address address)
    {
        Step step = ProducerOf(SymbolOf(address))
            ?? throw new ArgumentException($"{LabelOf(address)} is given, not computed in the iteration.", nameof(address));
        return new Explanation(this, step, address.Cell);
    }

    /// <summary>
    /// Whether another plan has the same numbers by the same formulas, so that an address means the same in both; settings,
    /// first values and data may be others.
    /// </summary>
    public bool HasSameSteps(Plan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Symbols.Length == other.Symbols.Length
            && Steps.Length == other.Steps.Length
            && Symbols.Zip(other.Symbols).All(pair =>
                pair.First.Role == pair.Second.Role && pair.First.Shape.Equals(pair.Second.Shape) && pair.First.Label.Equals(pair.Second.Label))
            && Steps.Zip(other.Steps).All(pair => IsSame(pair.First, pair.Second));
    }

    /// <summary>
    /// The numbers whose formulas use a number, in the order in which an iteration computes them: the other way round than
    /// <see cref="Explanation.Operands"/>. They are found one by one as they are asked for.
    /// </summary>
    public IEnumerable<Address> UsersOf(Address address) =>
        from uses in users.Value[SymbolOf(address)].GroupBy(use => use.Step.Index)
        let step = Steps[uses.Key]
        from cell in CellsUsing(step, [.. uses.Select(use => use.Input)], address.Cell)
        select new Address(step.Output.Index, cell);

    /// <summary>
    /// The number whose gradient, local derivative, contribution, new value or optimizer's state this is; the number itself
    /// where it is none of these. It tells what to point at in a drawing of the network.
    /// </summary>
    public Address SubjectOf(Address address)
    {
        Symbol symbol = SymbolOf(address);
        return symbol.Naming switch
        {
            Naming.Given { About: { } about } => new Address(about.Index, address.Cell),
            Naming.GradientOf g => new Address(g.WithRespectTo.Index, address.Cell),
            Naming.LocalDerivativeOf l => new Address(l.WithRespectTo.Index, address.Cell),
            Naming.PathTo p => new Address(p.WithRespectTo.Index, PathLabels.WithRespectToCell(p, address.Cell)),
            Naming.PartOf p => new Address(p.WithRespectTo.Index, address.Cell),
            Naming.NextOf n => SubjectOf(new Address(n.Current.Index, address.Cell)),
            _ => address,
        };
    }

    /// <summary>The number that a local derivative differentiates: of ∂o1/∂z3 it is o1; null for what is no local derivative.</summary>
    public Address? DifferentiatedBy(Address address) =>
        SymbolOf(address).Naming is Naming.LocalDerivativeOf local ? new Address(local.Of.Index, address.Cell) : null;

    /// <summary>
    /// For the part of a gradient that comes through one path, the symbol that the path passes through: what a step computes from
    /// the gradient's subject; otherwise null.
    /// </summary>
    public Symbol? ViaOf(Address address) => SymbolOf(address).Naming switch
    {
        Naming.PathTo path => path.Via,
        Naming.PartOf part => part.Via,
        _ => null,
    };

    /// <summary>For the part of a gradient by path, the number that the path passes through; otherwise null.</summary>
    public Address? PathOf(Address address) =>
        SymbolOf(address).Naming is Naming.PathTo path
            ? new Address(path.Via.Index, PathLabels.ViaCell(path, address.Cell))
            : null;

    /// <summary>Whether two steps make the same of the same symbols; one cell's formula stands for all.</summary>
    private static bool IsSame(Step one, Step other)
    {
        Shape[] shapes = [.. one.Inputs.Select(input => input.Shape)];
        return one.Output.Index == other.Output.Index
            && one.Inputs.Select(input => input.Index).SequenceEqual(other.Inputs.Select(input => input.Index))
            && one.Operation.GetType() == other.Operation.GetType()
            && (one.Operation.Equals(other.Operation)
                || one.Output.Shape.Size == 0
                || one.Operation.Explain(0, shapes).Equals(other.Operation.Explain(0, shapes)));
    }

    private static IEnumerable<int> CellsUsing(Step step, ImmutableArray<int> inputs, int cell)
    {
        Shape[] shapes = [.. step.Inputs.Select(input => input.Shape)];
        return inputs.Length == 1
            ? step.Operation.CellsUsing(inputs[0], cell, shapes)
            : inputs.SelectMany(input => step.Operation.CellsUsing(input, cell, shapes)).Distinct().Order();
    }
}
