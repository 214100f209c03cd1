using Engine.Formulas;
using Engine.Planning;

namespace Engine.Time.Search;

/// <summary>
/// Something that can be said of a training's numbers at a moment, to be looked for by <see cref="TimelineSearch"/>:
/// <c>E_total &lt; 0.01</c>, the sign of <c>w5</c> changes, a prediction flips. The family is closed.
/// </summary>
/// <remarks>
/// <para>
/// Quantities are formulas whose operands are numbers of the iteration, made by <see cref="NumberAt"/>. A condition is met, or not,
/// once an iteration, at the moment at which the last of its numbers has been computed. Weights and biases change by the update only:
/// a formula of nothing but parameters (and settings) means their new values, <c>w5+</c>, at the moment of the update, and
/// their first values at <see cref="Timeline.Start"/>. Beside numbers that the iteration computes, or data, parameters mean what
/// they are in that iteration. A formula of nothing but data is known when the iteration computes its first number.
/// </para>
/// <para>
/// Changes (<see cref="SignChange"/>, <see cref="Crossing"/>, <see cref="Change"/>, <see cref="PredictionFlip"/>) compare
/// with the iteration before; with <see cref="Sample"/>, with the one before that saw the sample. A <see cref="Computation"/>
/// compares with nothing.
/// </para>
/// </remarks>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>
    /// The sample of the data, from 0, to which the condition is confined: iterations that do not see it do not count, and
    /// numbers that have a row for each sample are read in the sample's row, whichever row is given. Null for no sample in particular.
    /// </summary>
    public int? Sample { get; init; }

    /// <summary>Whether the condition is something that happens, rather than something that is so for a while.</summary>
    public bool IsChange => this is SignChange or Crossing or Change or PredictionFlip or Computation;

    /// <summary>A number of an iteration as an operand of a condition's formula.</summary>
    public static Expression NumberAt(Address address) => new Expression.Operand(address.Symbol, address.Cell);

    /// <summary>One quantity compared with another, or with a number. Nothing is less or greater than NaN.</summary>
    public sealed record Comparison(Expression Left, Relation Relation, Expression Right) : Condition;

    /// <summary>
    /// The sign of a quantity is another than before: positive, negative or 0. Nothing changes to or from NaN, which has no sign.
    /// </summary>
    public sealed record SignChange(Expression Quantity) : Condition;

    /// <summary>
    /// A quantity comes from below a level to the level or above it, or from above to the level or below it. Leaving a level
    /// that was reached exactly is no crossing.
    /// </summary>
    public sealed record Crossing(Expression Quantity, double Level) : Condition;

    /// <summary>A quantity has another value than before; 0 and −0 are the same, as are all NaNs.</summary>
    public sealed record Change(Expression Quantity) : Condition;

    /// <summary>A quantity is computed: it happens once an iteration, whatever the value.</summary>
    public sealed record Computation(Expression Quantity) : Condition;

    /// <summary>
    /// The network answers otherwise than when it saw the sample last: the output with the greatest value is another one (the
    /// first of equal ones counts), or the only output is on the other side of the threshold (the threshold itself is
    /// below). An answer with NaN in it is an answer of its own. Without a <see cref="Sample"/>, that of any sample.
    /// </summary>
    /// <param name="Threshold">Where the sides of a single output meet: 0.5 for probabilities, 0 for logits.</param>
    /// <param name="Output">Which of <see cref="Plan.Predictions"/> is meant, from 0; null for any of them.</param>
    public sealed record PredictionFlip(double Threshold = 0.5, int? Output = null) : Condition;

    /// <summary>A quantity is NaN or infinite. Without one, a number is that the iteration computes, at the first such number.</summary>
    /// <param name="Kind">What counts.</param>
    /// <param name="Quantity">The quantity; null for any number, which goes without a <see cref="Sample"/>.</param>
    public sealed record NonFinite(NonFiniteKind Kind = NonFiniteKind.Any, Expression? Quantity = null) : Condition;
}

/// <summary>How two numbers are compared.</summary>
public enum Relation
{
    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal to.</summary>
    LessOrEqual,

    /// <summary>Greater than.</summary>
    Greater,

    /// <summary>Greater than or equal to.</summary>
    GreaterOrEqual,
}

/// <summary>Which numbers are not finite.</summary>
public enum NonFiniteKind
{
    /// <summary>NaN and both infinities.</summary>
    Any,

    /// <summary>NaN, the result of an operation that has none, such as ∞ − ∞.</summary>
    NaN,

    /// <summary>Positive and negative infinity, the result of an overflow or of a division by 0.</summary>
    Infinity,
}
