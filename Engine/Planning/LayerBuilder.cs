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

    public Symbol Parameter(LayerPart part, string partName, Shape shape, Initializer initializer, SymbolNames names)
    {
        Require(names, shape, partName);
        Tensor values;
        try
        {
            values = initializer.Values(shape);
        }
        catch (ShapeException problem) when (problem.Expected.Length > 0)
        {
            throw new ShapeException($"{LayerName}, {partName}", problem.Expected, problem.Found);
        }

        Symbol symbol = plan.Declare(SymbolRole.Parameter, shape, new Naming.Given(names), new Place(LayerNumber, part));
        plan.InitialValues.Add(symbol, values);
        return symbol;
    }

    /// <summary>A step whose output has one row a sample.</summary>
    public Symbol Emit(Operation operation, LayerPart part, string partName, SymbolNames names, IReadOnlyList<Symbol> inputs)
    {
        Symbol output = plan.Emit(
            Phase.Forward, SymbolRole.Activation, operation, new Naming.Given(names), new Place(LayerNumber, part), true, [.. inputs]);
        Require(names, output.Shape.WithoutFirst(), partName);
        return output;
    }

    private void Require(SymbolNames names, Shape shape, string partName)
    {
        if (names.Shape is not null && !names.Shape.Equals(shape))
        {
            throw new ShapeException($"{LayerName}, symbols of {partName}", $"names of shape {shape}", $"{names.Shape}");
        }
    }
}
