using System.Collections.Immutable;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Regularizers;

namespace Engine.Planning;

/// <summary>What a layer uses to put its parameters and steps into the plan.</summary>
internal sealed class LayerBuilder(PlanBuilder plan, Layer layer, int layerNumber, bool isLast)
{
    /// <summary>The position of the layer's node in the network, from 1.</summary>
    public int LayerNumber { get; } = layerNumber;

    /// <summary>What error messages call the layer.</summary>
    public string LayerName { get; } = $"layer {layerNumber} ({Catalog.NameOf(layer)})";

    /// <summary>Whether what the layer hands on is an output of the network.</summary>
    public bool IsLast { get; } = isLast;

    public int BatchSize => plan.BatchSize;

    public Mode Mode => plan.Mode;

    /// <summary>Whether an earlier node of the network uses the same layer and so has its parameters.</summary>
    public bool IsShared => plan.IsShared(layer, LayerNumber);

    /// <summary>The default name of what the layer hands on: <c>h</c>, or <c>o</c> where it leaves the network.</summary>
    public SymbolNames NameOfOutput => NameOf(IsLast ? "o" : "h");

    /// <summary>The default name of one of the layer's tensors: a letter and the layer's number.</summary>
    public SymbolNames NameOf(string letter) => SymbolNames.Indexed(letter + LayerNumber);

    /// <summary>Notes values that do not fit the layer; the plan cannot be run, but other problems can still be found.</summary>
    public void Report(string partName, string expected, string found) =>
        plan.Problems.Add(new PlanProblem(LayerNumber, partName, $"{LayerName}, {partName}", expected, found));

    /// <summary>Whether a symbol's numbers are data of the network, perhaps in another order or shape.</summary>
    public bool IsData(Symbol symbol) => plan.SourceOf(symbol, 0).Symbol.Role == SymbolRole.Input;

    /// <summary>
    /// A parameter of the layer; values or names that do not fit become problems of the plan. A layer that is used again gets
    /// the parameter that it has.
    /// </summary>
    public Symbol Parameter(
        LayerPart part, string partName, Shape shape, Initializer initializer, SymbolNames names, Regularizer? regularizer = null) =>
        Parameters(part, partName, shape, initializer, [names], regularizer)[0];

    /// <summary>
    /// Parameters that are written as one, side by side along the last axis, such as the kernels of an LSTM's gates: values
    /// are drawn or given for all of them together. Where the whole has rows of vectors, such as the two rows of a GRU's
    /// biases, and a name for each, the vectors of the first row come first.
    /// </summary>
    /// <param name="part">Which part of the layer's drawing they are.</param>
    /// <param name="partName">What lessons call the whole.</param>
    /// <param name="whole">The shape of the whole.</param>
    /// <param name="initializer">The first values of the whole.</param>
    /// <param name="names">What each of the parameters is called.</param>
    /// <param name="columns">How many parameters lie side by side; all of them by default.</param>
    /// <param name="regularizer">The penalty on each of them.</param>
    public ImmutableArray<Symbol> Parameters(
        LayerPart part,
        string partName,
        Shape whole,
        Initializer initializer,
        ImmutableArray<SymbolNames> names,
        Regularizer? regularizer = null,
        int? columns = null)
    {
        if (plan.FindParameters(layer, partName) is { IsDefault: false } known)
        {
            return known;
        }

        plan.RequireRoom(whole);
        int problems = plan.Problems.Count;
        Tensor values = ValuesOf(partName, whole, initializer);
        bool isRight = plan.Problems.Count == problems;
        int perRow = columns ?? names.Length;
        int width = whole[^1] / perRow;
        Shape shape = names.Length == 1 ? whole : perRow < names.Length ? new Shape(width) : whole.WithLast(width);
        var symbols = ImmutableArray.CreateBuilder<Symbol>(names.Length);
        for (int piece = 0; piece < names.Length; piece++)
        {
            Symbol symbol = Named(
                partName, plan.Declare(SymbolRole.Parameter, shape, Fit(names[piece], shape, partName), new Place(LayerNumber, part)));
            int first = (piece / perRow * whole[^1]) + (piece % perRow * width);
            plan.InitialValues.Add(symbol, names.Length == 1 ? values : PieceOf(values, first, shape));
            if (isRight && initializer.SpreadFor(whole) is { } spread)
            {
                plan.Spreads.Add(symbol, spread);
            }

            symbols.Add(symbol);
            if (regularizer is not null)
            {
                plan.Penalties.Add((symbol, regularizer));
            }
        }

        plan.AddParameters(layer, partName, symbols.ToImmutable());
        plan.AddTensor(LayerNumber, part, partName, symbols.ToImmutable());
        return symbols.ToImmutable();
    }

    /// <summary>A number that passes from an iteration to the next without a gradient, such as a running mean.</summary>
    public Symbol State(string partName, Shape shape, Initializer initializer, SymbolNames names)
    {
        if (plan.FindParameters(layer, partName) is { IsDefault: false } known)
        {
            return known[0];
        }

        plan.RequireRoom(shape);
        Symbol symbol = Named(
            partName, plan.Declare(SymbolRole.State, shape, Fit(names, shape, partName), new Place(LayerNumber, LayerPart.None)));
        plan.InitialValues.Add(symbol, ValuesOf(partName, shape, initializer));
        plan.AddParameters(layer, partName, [symbol]);
        return symbol;
    }

    /// <summary>Random numbers from 0 to 1, one for each cell of a shape, drawn anew in each iteration.</summary>
    public Symbol Noise(string partName, Shape shape, int seed, SymbolNames names)
    {
        Naming naming = Fit(names, shape.WithoutFirst(), partName);
        Symbol symbol = Named(
            partName, plan.Declare(SymbolRole.Noise, shape, naming, new Place(LayerNumber, LayerPart.None), hasBatchAxis: true));
        plan.Noises.Add(new NoiseSource(symbol, seed, LayerNumber));
        return symbol;
    }

    /// <summary>Numbers that are given for each sample of every batch and never change, such as a mask written by hand.</summary>
    public Symbol Setting(string partName, Tensor values, SymbolNames names)
    {
        Naming naming = Fit(names, values.Shape.WithoutFirst(), partName);
        Symbol symbol = Named(
            partName,
            plan.Declare(SymbolRole.Hyperparameter, values.Shape, naming, new Place(LayerNumber, LayerPart.None), hasBatchAxis: true));
        plan.InitialValues.Add(symbol, values);
        return symbol;
    }

    /// <summary>Says which step makes the state's value for the next iteration; its steps come with the update's.</summary>
    public void OnUpdate(Action<UpdateBuilder> emit) => plan.Updates.Add(emit);

    /// <summary>A step whose output has one row a sample.</summary>
    public Symbol Emit(Operation operation, LayerPart part, string partName, SymbolNames names, params IReadOnlyList<Symbol> inputs)
    {
        Shape shape = operation.ShapeOf([.. inputs.Select(input => input.Shape)]);
        Naming naming = Fit(names, shape.WithoutFirst(), partName);
        return Named(
            partName, plan.Emit(Phase.Forward, SymbolRole.Activation, operation, naming, new Place(LayerNumber, part), true, [.. inputs]));
    }

    /// <summary>A step whose output belongs to the whole batch, such as its mean.</summary>
    public Symbol EmitForBatch(Operation operation, string partName, SymbolNames names, params IReadOnlyList<Symbol> inputs)
    {
        Shape shape = operation.ShapeOf([.. inputs.Select(input => input.Shape)]);
        Naming naming = Fit(names, shape, partName);
        Place place = new(LayerNumber, LayerPart.None);
        return Named(partName, plan.Emit(Phase.Forward, SymbolRole.Activation, operation, naming, place, false, [.. inputs]));
    }

    /// <summary>Columns of the values, from a first cell on.</summary>
    private static Tensor PieceOf(Tensor values, int first, Shape shape)
    {
        int width = shape[^1];
        int all = values.Shape[^1];
        double[] columns = new double[shape.Size];
        for (int cell = 0; cell < columns.Length; cell++)
        {
            columns[cell] = values.Values[(cell / width * all) + first + (cell % width)];
        }

        return new Tensor(shape, [.. columns]);
    }

    private Tensor ValuesOf(string partName, Shape shape, Initializer initializer)
    {
        try
        {
            return initializer.Values(shape, plan.Symbols.Count);
        }
        catch (ShapeException problem)
        {
            Report(partName, problem.Expected, problem.Found);
            return Tensor.Filled(shape, 0);
        }
    }

    private Symbol Named(string partName, Symbol symbol)
    {
        plan.PartNames.Add(symbol, partName);
        return symbol;
    }

    private Naming.Given Fit(SymbolNames names, Shape shape, string partName) =>
        plan.Fit(names, shape, LayerNumber, $"symbols.{partName}", $"{LayerName}, symbols of {partName}");
}
