using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Running;

namespace Engine.Planning;

/// <summary>
/// How one number comes about: its formula, whose operands are addresses of other numbers. Made when asked for; it holds no
/// values itself and is read beside a trace.
/// </summary>
public sealed class Explanation
{
    internal Explanation(Plan plan, Step step, int cell)
    {
        Plan = plan;
        Step = step;
        Address = new Address(step.Output.Index, cell);
        Formula = step.Operation.Explain(cell, [.. step.Inputs.Select(input => input.Shape)]);
    }

    /// <summary>The plan that the number belongs to.</summary>
    public Plan Plan { get; }

    /// <summary>The step that computes the number.</summary>
    public Step Step { get; }

    /// <summary>The number.</summary>
    public Address Address { get; }

    /// <summary>The formula; its operands count the step's inputs.</summary>
    public Expression Formula { get; }

    /// <summary>What the number is called.</summary>
    public Label Label => Plan.LabelOf(Address);

    /// <summary>The numbers that the formula uses, each once, in the order in which they are written.</summary>
    public ImmutableArray<Address> Operands => [.. Formula.Operands.Select(AddressOf).Distinct()];

    /// <summary>
    /// The numbers that the value comes from in an iteration, each once: where numbers choose, only those that choose and what
    /// is chosen.
    /// </summary>
    public ImmutableArray<Address> OperandsOf(IterationTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return [.. Formula.OperandsOf(operand => trace[AddressOf(operand)]).Select(AddressOf).Distinct()];
    }

    /// <summary>The address of one of the formula's operands.</summary>
    public Address AddressOf(Expression.Operand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return new Address(Step.Inputs[operand.Input].Index, operand.Cell);
    }

    /// <summary>The value of the formula, equal to the stored number bit for bit.</summary>
    public double Evaluate(IterationTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Formula.Evaluate(operand => trace[AddressOf(operand)]);
    }

    /// <summary>The formula with symbols: <c>w1 × x1 + w2 × x2</c>.</summary>
    public string Symbolic(Notation notation, int mostTerms = int.MaxValue) =>
        FormulaText.Of(Formula, operand => Plan.LabelOf(AddressOf(operand)).ToText(notation), notation, mostTerms);

    /// <summary>
    /// The formula with numbers put in: <c>0.3 × 0.1 + 0.25 × 0.2</c>. Of what numbers choose from, such as the rows of an
    /// embedding, only what is chosen is written.
    /// </summary>
    public string Substituted(IterationTrace trace, Notation notation, int digits = 8, int mostTerms = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return FormulaText.Of(Decided(trace), operand => NumberText.Short(trace[AddressOf(operand)], digits), notation, mostTerms);
    }

    /// <summary>
    /// The formula with symbols, of which those remain that the iteration's numbers choose: <c>W1[3,2]</c>; null where numbers
    /// choose nothing.
    /// </summary>
    public string? Chosen(IterationTrace trace, Notation notation, int mostTerms = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Formula.HasChoices
            ? FormulaText.Of(Decided(trace), operand => Plan.LabelOf(AddressOf(operand)).ToText(notation), notation, mostTerms)
            : null;
    }

    /// <summary>The formula with what the iteration's numbers choose already chosen; see <see cref="Expression.Decided"/>.</summary>
    public Expression Decided(IterationTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Formula.Decided(operand => trace[AddressOf(operand)]);
    }
}
