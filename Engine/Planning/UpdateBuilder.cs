using Engine.Operations;

namespace Engine.Planning;

/// <summary>What an optimizer uses to put its steps into the plan.</summary>
internal sealed class UpdateBuilder(PlanBuilder plan)
{
    /// <summary>A setting with an address of its own, so that formulas can refer to it; asked for again, it is the same.</summary>
    public Symbol Hyperparameter(string name, double value) => plan.Hyperparameter(name, value);

    /// <summary>The step that makes the new value of a parameter or slot.</summary>
    public void EmitUpdated(Operation operation, Symbol current, params ReadOnlySpan<Symbol> inputs)
    {
        Symbol next = plan.Emit(
            Phase.Update, SymbolRole.Updated, operation, new Naming.NextOf(current), current.Place, false, inputs);
        plan.Carries.Add(new Carry(current, next));
    }
}
