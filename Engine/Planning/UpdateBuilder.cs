using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>What an optimizer uses to put its steps into the plan.</summary>
internal sealed class UpdateBuilder(PlanBuilder plan)
{
    private Symbol? counter;

    /// <summary>The steps of the forward pass.</summary>
    public IReadOnlyList<Step> Steps => plan.Steps;

    /// <summary>The parameters, as layers write them; those without a gradient included.</summary>
    public IReadOnlyList<ParameterTensor> Tensors => plan.Tensors;

    /// <summary>What the network answers; one symbol for each output.</summary>
    public ImmutableArray<Symbol> Predictions => plan.Predictions;

    /// <summary>What the network should answer; one symbol for each output.</summary>
    public ImmutableArray<Symbol> Targets => plan.Targets;

    /// <summary>Whether the size of some parameters is part of the loss.</summary>
    public bool HasPenalties => plan.Penalties.Count > 0;

    /// <summary>A setting with an address of its own, so that formulas can refer to it; asked for again, it is the same.</summary>
    public Symbol Hyperparameter(string name, double value) => plan.Hyperparameter(name, value);

    /// <summary>
    /// How many updates have been made before this one: <c>t</c>, 0 in the first iteration; <c>updates</c> where something
    /// else is called t, as targets without names are.
    /// </summary>
    public Symbol Updates()
    {
        if (counter is null)
        {
            counter = plan.Declare(SymbolRole.State, Shape.Scalar, Named(plan.IsFree("t") ? "t" : "updates"), new Place(0, LayerPart.None));
            plan.InitialValues.Add(counter, Tensor.Scalar(0));
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

    /// <summary>
    /// A number on the way to new values that belongs to another, such as Adam's <c>mhat_w5</c> to a weight or an error to an
    /// output, and has the same cells.
    /// </summary>
    /// <param name="operation">How it is made.</param>
    /// <param name="name">What comes before the other's names.</param>
    /// <param name="about">What it belongs to.</param>
    /// <param name="inputs">What it is made from.</param>
    public Symbol Emit(Operation operation, string name, Symbol about, params ReadOnlySpan<Symbol> inputs) =>
        plan.Emit(Phase.Update, SymbolRole.Intermediate, operation, Of(name, about), about.Place, about.HasBatchAxis, inputs);

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

    /// <summary>Emits what comes last: the count goes on when everything that uses it is done.</summary>
    public void Finish()
    {
        if (counter is not null)
        {
            EmitUpdated(new Cellwise("count", Cellwise.Input(0) + 1.0), counter, counter);
        }
    }

    private static Naming.Given Named(string name) => new(SymbolNames.Indexed(name));

    private static Naming.Given Of(string name, Symbol about)
    {
        SymbolNames names = ((Naming.Given)about.Naming).Names;
        return new Naming.Given(names.WithPrefix($"{name}_", $"{name}_{names.Tensor}"), about);
    }
}
