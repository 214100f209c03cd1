using System.Collections.Immutable;
using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Regularizers;

namespace Engine.Planning;

/// <summary>The plan while it is put together: symbols and steps in the order in which they are emitted.</summary>
internal sealed class PlanBuilder(int batchSize, Mode mode)
{
    private readonly Dictionary<string, Symbol> hyperparameters = [];
    private readonly Dictionary<(Layer Layer, string Part), ImmutableArray<Symbol>> parameters = [];
    private readonly Dictionary<Layer, int> firstUses = [];
    private long cells;

    public int BatchSize { get; } = batchSize;

    public Mode Mode { get; } = mode;

    public List<Symbol> Symbols { get; } = [];

    public List<Step> Steps { get; } = [];

    /// <summary>The symbols whose first values are known: parameters, slots and hyperparameters.</summary>
    public Dictionary<Symbol, Tensor> InitialValues { get; } = [];

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
        Steps.Add(new Step(Steps.Count, phase, output, operation, [.. inputs]));
        return output;
    }

    public Symbol Hyperparameter(string name, double value)
    {
        if (!hyperparameters.TryGetValue(name, out Symbol? symbol))
        {
            symbol = Declare(
                SymbolRole.Hyperparameter, Shape.Scalar, new Naming.Given(SymbolNames.Indexed(name)), new Place(0, LayerPart.None));
            InitialValues.Add(symbol, Tensor.Scalar(value));
            hyperparameters.Add(name, symbol);
        }

        return symbol;
    }
}
