using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What a layer uses to put its parameters and steps into the plan.</summary>
internal sealed class LayerBuilder(PlanBuilder plan, int layerNumber, string layerKind, bool isLast)
{
    /// <summary>The layer's position, from 1.</summary>
    public int LayerNumber { get; } = layerNumber;

    /// <summary>What error messages call the layer.</summary>
    public string LayerName { get; } = $"layer {layerNumber} ({layerKind})";

    public bool IsLast { get; } = isLast;

    /// <summary>A parameter of the layer; values or names that do not fit become problems of the plan.</summary>
    public Symbol Parameter(LayerPart part, string partName, Shape shape, Initializer initializer, SymbolNames names)
    {
        plan.RequireRoom(shape);
        Tensor values = Tensor.Filled(shape, 0);
        try
        {
            values = initializer.Values(shape, plan.Symbols.Count);
        }
        catch (ShapeException problem)
        {
            plan.Problems.Add(new PlanProblem(LayerNumber, partName, $"{LayerName}, {partName}", problem.Expected, problem.Found));
        }

        Naming naming = Fit(names, shape, partName);
        Symbol symbol = plan.Declare(SymbolRole.Parameter, shape, naming, new Place(LayerNumber, part));
        plan.InitialValues.Add(symbol, values);
        return symbol;
    }

    /// <summary>A step whose output has one row a sample.</summary>
    public Symbol Emit(Operation operation, LayerPart part, string partName, SymbolNames names, IReadOnlyList<Symbol> inputs)
    {
        Shape shape = operation.ShapeOf([.. inputs.Select(input => input.Shape)]);
        Naming naming = Fit(names, shape.WithoutFirst(), partName);
        return plan.Emit(Phase.Forward, SymbolRole.Activation, operation, naming, new Place(LayerNumber, part), true, [.. inputs]);
    }

    private Naming.Given Fit(SymbolNames names, Shape shape, string partName) =>
        plan.Fit(names, shape, LayerNumber, $"symbols.{partName}", $"{LayerName}, symbols of {partName}");
}
