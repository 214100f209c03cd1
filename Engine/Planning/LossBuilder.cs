using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What a loss uses to put its steps into the plan.</summary>
internal sealed class LossBuilder(PlanBuilder plan, int layers, SymbolNames outputNames)
{
    private readonly Place place = new(layers + 1, LayerPart.Loss);

    public int BatchSize => plan.BatchSize;

    /// <summary>A loss for each output of each sample; its symbols are made from the outputs' where none are given.</summary>
    public Symbol EmitTerms(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs)
    {
        SymbolNames given = names ?? outputNames.WithPrefix("E_", "E");
        Symbol terms = plan.Emit(Phase.Loss, SymbolRole.LossTerm, operation, new Naming.Given(given), place, true, inputs);
        Shape expected = terms.Shape.WithoutFirst();
        if (given.Shape is not null && !given.Shape.Equals(expected))
        {
            throw new ShapeException("loss, symbols of terms", $"names of shape {expected}", $"{given.Shape}");
        }

        return terms;
    }

    /// <summary>The one number that training makes small.</summary>
    public Symbol EmitTotal(Operation operation, SymbolNames? names, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(
            Phase.Loss,
            SymbolRole.Loss,
            operation,
            new Naming.Given(names ?? SymbolNames.Indexed("E_total")),
            place,
            false,
            inputs);
}
