using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons;
using Lessons.Quantities;

namespace Simulator.Explaining;

/// <summary>A piece of a written formula; where it stands for a stored number, that number.</summary>
internal readonly record struct FormulaPiece(string Text, ResolvedQuantity? Quantity = null);

/// <summary>A number that another one is made of.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Iteration">Its iteration.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct OperandValue(Label Label, int Iteration, double Value);

/// <summary>
/// All there is to say about one number of a lesson: its value, how it comes about and what the document prints. The screen,
/// <c>show</c> and <c>trace</c> say it each in their own form.
/// </summary>
internal abstract class QuantityDescription
{
    private protected QuantityDescription(Lesson lesson, ResolvedQuantity quantity, IterationTrace trace, double value)
    {
        Quantity = quantity;
        Trace = trace;
        Value = value;
        Expectation = lesson.ExpectationOf(quantity);
    }

    /// <summary>The number.</summary>
    public ResolvedQuantity Quantity { get; }

    public double Value { get; }

    /// <summary>What the document prints for it; null where it prints nothing.</summary>
    public Expectation? Expectation { get; }

    /// <summary>Whether the document's number agrees; null where it prints nothing.</summary>
    public bool? IsMatch => Expectation?.Printed.Matches(Value);

    /// <summary>The numbers that the formula is made of, each once, in the order in which they are written.</summary>
    public abstract ImmutableArray<OperandValue> Operands { get; }

    private protected IterationTrace Trace { get; }

    private protected Plan Plan => Quantity.Plan;

    /// <summary>Describes one number.</summary>
    public static QuantityDescription Of(Lesson lesson, Timeline timeline, ResolvedQuantity quantity)
    {
        IterationTrace trace = timeline.At(quantity.Iteration);
        if (quantity.Derivative is { } pair)
        {
            return new DerivativeDescription(lesson, quantity, trace, CellDerivative.Between(trace, pair.Of, pair.WithRespectTo));
        }

        Symbol symbol = quantity.Plan.SymbolOf(quantity.Stored!.Value);
        return quantity.Plan.ProducerOf(symbol) is null
            ? new GivenDescription(lesson, quantity, trace)
            : new StepDescription(lesson, quantity, trace);
    }

    /// <summary>The formula with symbols or with numbers put in; empty where the number is given.</summary>
    public abstract ImmutableArray<FormulaPiece> Formula(Notation notation, bool numbers, int mostTerms = int.MaxValue);

    /// <summary>Of a formula in which numbers choose, with symbols, what is chosen; empty where nothing is.</summary>
    public virtual ImmutableArray<FormulaPiece> Chosen(Notation notation, int mostTerms = int.MaxValue) => [];

    /// <summary>What the formula's abbreviation stands for, with numbers put in; empty where it is none.</summary>
    public virtual ImmutableArray<FormulaPiece> Body(Notation notation) => [];

    /// <summary>The whole chain rule of a gradient; empty where the number has none of at least two factors.</summary>
    public virtual ImmutableArray<FormulaPiece> Chain(Notation notation, bool numbers) => [];

    /// <summary>The same as <see cref="Chain"/>, but empty where it would only repeat the formula.</summary>
    public ImmutableArray<FormulaPiece> ChainBeyondFormula(Notation notation, bool numbers)
    {
        ImmutableArray<FormulaPiece> chain = Chain(notation, numbers: false);

        // Most numbers have no chain; a formula of a thousand terms is not written out to find that.
        return chain.IsEmpty || TextOf(chain) == TextOf(Formula(notation, numbers: false)) ? [] : Chain(notation, numbers);
    }

    public static string TextOf(ImmutableArray<FormulaPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private protected FormulaPiece PieceOf(FormulaSpan span, Func<Expression.Operand, Address> addressOf) =>
        new(span.Text, span.Operand is { } operand ? new ResolvedQuantity(Plan, Quantity.Iteration, addressOf(operand)) : null);

    private protected OperandValue ValueOf(Address address) => new(Plan.LabelOf(address), Quantity.Iteration, Trace[address]);
}
