using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What a loss uses to put its steps into the plan.</summary>
internal sealed class LossBuilder(PlanBuilder plan, int layers, SymbolNames outputNames)
{
    private readonly Place place = new(layers + 1, LayerPart.Loss);

    public int BatchSize => plan.BatchSize;

    /// <summary>A step before the terms, such as clipping; its numbers are named by what it does and their positions.</summary>
    public Symbol EmitPrepared(Operation operation, string name, Symbol input) =>
        plan.Emit(Phase.Loss, SymbolRole.Activation, operation, new Naming.Given(SymbolNames.Indexed(name)), new Place(0, LayerPart.None), true, input);

    /// <summary>A loss for each output of each sample; its symbols are made from the outputs' where none are given.</summary>
    public Symbol EmitTerms(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs)
    {
        Shape[] shapes = new Shape[inputs.Length];
        for (int input = 0; input < shapes.Length; input++)
        {
            shapes[input] = inputs[input].Shape;
        }

        Naming naming = plan.Fit(
            names ?? outputNames.WithPrefix("E_", "E"),
            operation.ShapeOf(shapes).WithoutFirst(),
            null,
            "symbols.terms",
            "loss, symbols of terms");
        return plan.Emit(Phase.Loss, SymbolRole.LossTerm, operation, naming, place, true, inputs);
    }

    /// <summary>The one number that training makes small.</summary>
    public Symbol EmitTotal(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs)
    {
        Naming naming = plan.Fit(names ?? SymbolNames.Indexed("E_total"), Shape.Scalar, null, "symbols.total", "loss, symbols of total");
        return plan.Emit(Phase.Loss, SymbolRole.Loss, operation, naming, place, false, inputs);
    }
}
