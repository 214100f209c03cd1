using Engine.Formulas;
using Engine.Planning;
using Engine.Time.Search;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Breakpoints;

/// <summary>Something at which continuing stops, forward and backward.</summary>
/// <param name="Text">The condition as it was typed; of a number its plain name.</param>
/// <param name="Condition">When it stops.</param>
internal sealed record Breakpoint(string Text, Condition Condition)
{
    /// <summary>Whether continuing looks at it.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The number that it was set on; null for a condition.</summary>
    public Address? Number { get; init; }

    /// <summary>Whether it stops only where its number changes, as those do that no step of an iteration computes.</summary>
    public bool IsOfChange => Number is not null && Condition is Condition.Change;

    /// <summary>
    /// A breakpoint on a number: it stops whenever a step computes it. What no step computes, a weight before the update or data, stops
    /// where it changes.
    /// </summary>
    public static Breakpoint On(Plan plan, Address address)
    {
        Expression number = Condition.NumberAt(address);
        Condition condition = plan.ProducerOf(plan.SymbolOf(address)) is null
            ? new Condition.Change(number)
            : new Condition.Computation(number);
        return new Breakpoint(plan.LabelOf(address).ToString(), condition) { Number = address };
    }

    /// <summary>What it is called: its number's name, or the condition as it was typed.</summary>
    public string NameIn(Plan plan) => Number is { } number ? plan.LabelOf(number).ToText(Notation.Mathematical) : Text;

    /// <summary>
    /// What is said of the number that met it: <c>E_total 0.0101 → 0.0099</c>. For a search that knows the number but not its name.
    /// </summary>
    public string Describe(Plan plan, SearchHit hit, Address? at, Words words)
    {
        string? name = Condition switch
        {
            Condition.Comparison comparison => NameOf(comparison.Left, plan),
            Condition.SignChange change => NameOf(change.Quantity, plan),
            Condition.Crossing crossing => NameOf(crossing.Quantity, plan),
            Condition.Change change => NameOf(change.Quantity, plan),
            Condition.Computation computation => NameOf(computation.Quantity, plan),
            Condition.NonFinite { Quantity: { } quantity } => NameOf(quantity, plan),
            Condition.PredictionFlip => words.Tracing.Prediction,
            _ => null,
        };
        return name is null
            ? $"{(at is { } address ? plan.LabelOf(address).ToText(Notation.Mathematical) : "")} = {ChangeText.Number(hit.Value)}"
            : $"{name} {ChangeText.Of(hit.Before, hit.Value)}";
    }

    private static string NameOf(Expression quantity, Plan plan) => FormulaText.Of(
        quantity,
        operand => plan.LabelOf(new Address(operand.Input, operand.Cell)).ToText(Notation.Mathematical),
        Notation.Mathematical);
}
