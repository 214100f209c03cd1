using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;

namespace Lessons.Quantities;

/// <summary>
/// A quantity of a certain lesson: a number that the training stores, or the derivative of one stored number with respect to
/// another that no step computes.
/// </summary>
public sealed record ResolvedQuantity
{
    /// <summary>A number that the training stores.</summary>
    public ResolvedQuantity(Plan plan, int iteration, Address stored)
    {
        (Plan, Iteration, Stored) = (plan, iteration, stored);
    }

    /// <summary>A derivative that no step computes.</summary>
    public ResolvedQuantity(Plan plan, int iteration, Address of, Address withRespectTo)
    {
        (Plan, Iteration, Derivative) = (plan, iteration, (of, withRespectTo));
    }

    /// <summary>The iteration, from 1.</summary>
    public int Iteration { get; }

    /// <summary>The plan that the addresses belong to.</summary>
    public Plan Plan { get; }

    /// <summary>The number's address; null for a derivative that no step computes.</summary>
    public Address? Stored { get; }

    /// <summary>The two numbers of a derivative that no step computes; null where the number is stored.</summary>
    public (Address Of, Address WithRespectTo)? Derivative { get; }

    /// <summary>What the number is called.</summary>
    public Label Label => Stored is { } stored
        ? Plan.LabelOf(stored)
        : new Label.Derivative(Plan.LabelOf(Derivative!.Value.Of), Plan.LabelOf(Derivative.Value.WithRespectTo));

    /// <summary>The value, given the trace of <see cref="Iteration"/>.</summary>
    public double ValueIn(IterationTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Stored is { } stored
            ? trace[stored]
            : CellDerivative.Between(trace, Derivative!.Value.Of, Derivative.Value.WithRespectTo).Value;
    }
}
