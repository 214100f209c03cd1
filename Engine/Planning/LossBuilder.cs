using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What a loss uses to put its steps into the plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="place">Where the loss is drawn.</param>
/// <param name="outputNames">The names of the outputs.</param>
/// <param name="suffix">What tells the names of one loss from those of others; empty where there is only one.</param>
/// <param name="partName">The name of the total where it is only a part of the loss; null where it is the loss.</param>
internal sealed class LossBuilder(PlanBuilder plan, Place place, SymbolNames outputNames, string suffix, string? partName)
{

    public int BatchSize => plan.BatchSize;

    /// <summary>A step before the terms, such as clipping; its numbers are named by what it does and their positions.</summary>
    public Symbol EmitPrepared(Operation operation, string name, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Loss, SymbolRole.Activation, operation, new Naming.Given(SymbolNames.Indexed(name + suffix)), new Place(0, LayerPart.None), true, inputs);

    /// <summary>A loss for each output of each sample; its symbols are made from the outputs' where none are given.</summary>
    public Symbol EmitTerms(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs)
    {
        Shape[] shapes = new Shape[inputs.Length];
        for (int input = 0; input < shapes.Length; input++)
        {
            shapes[input] = inputs[input].Shape;
        }

        Naming naming = plan.Fit(
            names ?? outputNames.WithPrefix("E_", suffix.Length == 0 ? "E" : "e" + suffix),
            operation.ShapeOf(shapes).WithoutFirst(),
            null,
            "symbols.terms",
            "loss, symbols of terms");
        return plan.Emit(Phase.Loss, SymbolRole.LossTerm, operation, naming, place, true, inputs);
    }

    /// <summary>The one number that training makes small, or this loss's part in it.</summary>
    public Symbol EmitTotal(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs)
    {
        SymbolNames total = names ?? SymbolNames.Indexed(partName ?? "E_total");
        Naming naming = plan.Fit(total, Shape.Scalar, null, "symbols.total", "loss, symbols of total");
        SymbolRole role = partName is null ? SymbolRole.Loss : SymbolRole.LossPart;
        return plan.Emit(Phase.Loss, role, operation, naming, place, false, inputs);
    }
}
