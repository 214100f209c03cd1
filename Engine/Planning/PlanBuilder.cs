using System.Collections.Immutable;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Regularizers;

namespace Engine.Planning;

/// <summary>The plan while it is put together: symbols and steps in the order in which they are emitted.</summary>
internal sealed class PlanBuilder(int batchSize, Mode mode)
{
    private readonly Dictionary<(string Name, double Value), Symbol> hyperparameters = [];
    private readonly Dictionary<(Layer Layer, string Part), ImmutableArray<Symbol>> parameters = [];
    private readonly Dictionary<Layer, int> firstUses = [];
    private readonly HashSet<Operation> operations = [];
    private long cells;

    public int BatchSize { get; } = batchSize;

    public Mode Mode { get; } = mode;

    public List<Symbol> Symbols { get; } = [];

    public List<Step> Steps { get; } = [];

    /// <summary>The parameters, as layers write them.</summary>
    public List<ParameterTensor> Tensors { get; } = [];

    /// <summary>The network's targets, one symbol for each output; empty until they are known.</summary>
    public ImmutableArray<Symbol> Targets { get; set; } = [];

    /// <summary>The network's answers, one symbol for each output; empty until they are known.</summary>
    public ImmutableArray<Symbol> Predictions { get; set; } = [];

    /// <summary>The index of the first symbol that the update declares; what follows has names that no lesson can change.</summary>
    public int FirstOfUpdate { get; set; } = int.MaxValue;

    /// <summary>The symbols whose first values are known: parameters, slots and hyperparameters.</summary>
    public Dictionary<Symbol, Tensor> InitialValues { get; } = [];

    /// <summary>How widely the first values of parameters are spread that are drawn.</summary>
    public Dictionary<Symbol, InitialSpread> Spreads { get; } = [];

    /// <summary>For the symbols of layers what the layer calls them, such as <c>kernel</c>.</summary>
    public Dictionary<Symbol, string> PartNames { get; } = [];

    public List<Carry> Carries { get; } = [];

    public List<NoiseSource> Noises { get; } = [];

    /// <summary>The parameters whose size is part of the loss.</summary>
    public List<(Symbol Parameter, Regularizer Regularizer)> Penalties { get; } = [];

    /// <summary>What layers have to say when the update's steps are emitted.</summary>
    public List<Action<UpdateBuilder>> Updates { get; } = [];

    /// <summary>What does not fit, gathered so that all of it can be told at once.</summary>
    public List<PlanProblem> Problems { get; } = [];

    /// <summary>The parameters that a layer has from an earlier use; default where there are none.</summary>
    public ImmutableArray<Symbol> FindParameters(Layer layer, string part) => parameters.GetValueOrDefault((layer, part));

    public void AddParameters(Layer layer, string part, ImmutableArray<Symbol> symbols) => parameters.Add((layer, part), symbols);

    /// <summary>Whether an earlier node uses the same layer.</summary>
    public bool IsShared(Layer layer, int number)
    {
        firstUses.TryAdd(layer, number);
        return firstUses[layer] < number;
    }

    /// <summary>The names, where they fit the shape; otherwise a problem is noted and positions serve.</summary>
    public Naming.Given Fit(SymbolNames names, Shape shape, int? layer, string part, string where)
    {
        if (names.Shape is null || names.Shape.Equals(shape))
        {
            return new Naming.Given(names);
        }

        Problems.Add(new PlanProblem(layer, part, where, shape.Rank == 0 ? "one name, not a list" : $"names of shape {shape}", $"{names.Shape}"));
        return new Naming.Given(SymbolNames.Indexed(names.Tensor));
    }

    /// <summary>Refuses a symbol for which there is no room, before its numbers are made.</summary>
    /// <exception cref="OverflowException">The numbers of an iteration would be too many.</exception>
    public void RequireRoom(Shape shape)
    {
        if (cells + shape.Size > Planner.MostCells)
        {
            throw new OverflowException($"An iteration has at most {Planner.MostCells} numbers.");
        }
    }

    public Symbol Declare(SymbolRole role, Shape shape, Naming naming, Place place, bool hasBatchAxis = false)
    {
        RequireRoom(shape);
        cells += shape.Size;
        Symbol symbol = new(Symbols.Count, role, shape, naming, place, hasBatchAxis);
        Symbols.Add(symbol);
        return symbol;
    }

    public Symbol Emit(
        Phase phase, SymbolRole role, Operation operation, Naming naming, Place place, bool hasBatchAxis, params ReadOnlySpan<Symbol> inputs)
    {
        var shapes = new Shape[inputs.Length];
        for (int input = 0; input < shapes.Length; input++)
        {
            shapes[input] = inputs[input].Shape;
        }

        Symbol output = Declare(role, operation.ShapeOf(shapes), naming, place, hasBatchAxis);

        // Equal formulas are one operation, so that each is compiled once however many steps a sequence has.
        if (!operations.TryGetValue(operation, out Operation? known))
        {
            operations.Add(known = operation);
        }

        Steps.Add(new Step(Steps.Count, phase, output, known, [.. inputs]));
        return output;
    }

    /// <summary>Where a number comes from: the number itself, or the one that steps which only move numbers have copied.</summary>
    public (Symbol Symbol, int Cell) SourceOf(Symbol symbol, int cell) => Sources.Of(Steps, symbol, cell);

    /// <summary>Notes that some symbols are one tensor of parameters, and finds a name for it.</summary>
    public void AddTensor(int layer, LayerPart part, string partName, ImmutableArray<Symbol> symbols)
    {
        SymbolNames names = ((Naming.Given)symbols[0].Naming).Names;
        string letter = part switch
        {
            LayerPart.Kernel => "W",
            LayerPart.Bias => "b",
            _ => "",
        };
        string byPart = partName.Replace('-', '_') + layer;
        string[] candidates =
        [
            symbols.Length == 1 && names.Shape is null ? names.Tensor : letter.Length > 0 ? letter + layer : byPart,
            byPart,
            .. Enumerable.Range(2, Tensors.Count + 1).Select(number => $"{byPart}_{number}"),
        ];
        string name = candidates.First(candidate => Tensors.TrueForAll(tensor => tensor.Name != candidate));
        Tensors.Add(new ParameterTensor(name, layer, partName, symbols));
    }

    /// <summary>Whether nothing has the name yet.</summary>
    public bool IsFree(string name) => !Symbols.Exists(symbol =>
        symbol.Naming is Naming.Given { Names: var names } && (names.Shape is null ? names.Tensor == name : names.Cells.Contains(name)));

    /// <summary>A setting; the same name with another value is another setting, and a clash of names.</summary>
    public Symbol Hyperparameter(string name, double value)
    {
        if (!hyperparameters.TryGetValue((name, value), out Symbol? symbol))
        {
            symbol = Declare(
                SymbolRole.Hyperparameter, Shape.Scalar, new Naming.Given(SymbolNames.Indexed(name)), new Place(0, LayerPart.None));
            InitialValues.Add(symbol, Tensor.Scalar(value));
            hyperparameters.Add((name, value), symbol);
        }

        return symbol;
    }
}
