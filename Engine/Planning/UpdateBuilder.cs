using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What an optimizer uses to put its steps into the plan.</summary>
internal sealed class UpdateBuilder(PlanBuilder plan)
{
    private Symbol? counter;

    /// <summary>The steps of the forward pass.</summary>
    public IReadOnlyList<Step> Steps => plan.Steps;

    /// <summary>A setting with an address of its own, so that formulas can refer to it; asked for again, it is the same.</summary>
    public Symbol Hyperparameter(string name, double value) => plan.Hyperparameter(name, value);

    /// <summary>How many updates have been made before this one: <c>t</c>, 0 in the first iteration.</summary>
    public Symbol Updates()
    {
        if (counter is null)
        {
            counter = plan.Declare(SymbolRole.State, Shape.Scalar, Named("t"), new Place(0, LayerPart.None));
            plan.InitialValues.Add(counter, Tensor.Scalar(0));
            EmitUpdated(new Cellwise("count", Cellwise.Input(0) + 1.0), counter, counter);
        }

        return counter;
    }

    /// <summary>A state of an optimizer that belongs to one parameter, such as Adam's <c>m_w5</c>.</summary>
    /// <param name="name">What comes before the parameter's names.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="initial">The first value of every cell.</param>
    public Symbol Slot(string name, Symbol parameter, double initial)
    {
        Symbol slot = plan.Declare(SymbolRole.State, parameter.Shape, Of(name, parameter), parameter.Place);
        plan.InitialValues.Add(slot, Tensor.Filled(parameter.Shape, initial));
        return slot;
    }

    /// <summary>A number on the way to one parameter's new value, such as Adam's <c>mhat_w5</c>.</summary>
    public Symbol Emit(Operation operation, string name, Symbol parameter, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Update, SymbolRole.Intermediate, operation, Of(name, parameter), parameter.Place, false, inputs);

    /// <summary>A number that serves all parameters, such as this update's learning rate.</summary>
    public Symbol EmitShared(Operation operation, string name, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Update, SymbolRole.Intermediate, operation, Named(name), new Place(0, LayerPart.None), false, inputs);

    /// <summary>The step that makes the new value of a parameter or state.</summary>
    public Symbol EmitUpdated(Operation operation, Symbol current, params ReadOnlySpan<Symbol> inputs)
    {
        Symbol next = plan.Emit(
            Phase.Update, SymbolRole.Updated, operation, new Naming.NextOf(current), current.Place, false, inputs);
        plan.Carries.Add(new Carry(current, next));
        return next;
    }

    private static Naming.Given Named(string name) => new(SymbolNames.Indexed(name));

    private static Naming.Given Of(string name, Symbol parameter)
    {
        SymbolNames names = ((Naming.Given)parameter.Naming).Names;
        return new Naming.Given(names.WithPrefix($"{name}_", $"{name}_{names.Tensor}"));
    }
}
