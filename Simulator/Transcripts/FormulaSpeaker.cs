using Engine.Formulas;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>What an operand is read aloud as.</summary>
internal enum OperandKind
{
    Name,

    /// <summary>A number; it may have a sign or a power of ten.</summary>
    Number,

    /// <summary>More than a name, such as a derivative: it needs a pause from what stands beside it.</summary>
    Phrase,
}

/// <summary>An operand as it is read aloud.</summary>
/// <param name="Text">The words.</param>
/// <param name="Kind">What they are.</param>
internal readonly record struct SpokenOperand(string Text, OperandKind Kind)
{
    public static SpokenOperand Of(Label label, SpeechWords words) =>
        new(SpokenName.Of(label, words), SpokenName.IsPhrase(label) ? OperandKind.Phrase : OperandKind.Name);

    public static SpokenOperand Of(double value, SpeechWords words) => new(SpokenNumber.Of(value, words), OperandKind.Number);
}

/// <summary>
/// Reads an <see cref="Expression"/> aloud. What belongs together and could be heard otherwise is said as a group; a function takes the one name,
/// number or group that follows it.
/// </summary>
/// <param name="words">The words of the language.</param>
/// <param name="operandOf">How an operand is read: its name or its number.</param>
internal sealed class FormulaSpeaker(SpeechWords words, Func<Expression.Operand, SpokenOperand> operandOf)
{
    /// <summary>Of longer sums, and what else is a list, so many are said and how many more there are.</summary>
    public const int MostTerms = 6;

    /// <summary>How tightly a formula holds together, from a sentence of its own to a single name.</summary>
    private enum Level
    {
        Sentence,
        Sum,
        Product,
        Atom,
        Base,
    }

    /// <summary>The formula in words.</summary>
    public string Say(Expression expression) => Say(expression, Level.Sentence).Text;

    private Spoken Say(Expression expression, Level level)
    {
        Spoken spoken = Plainly(expression);
        return spoken.Level >= level ? spoken : Group(spoken);
    }

    private Spoken Group(Spoken inner) => new(words.Group(inner.Text), Level.Base, PauseBefore: false, PauseAfter: words.IsPauseAfterGroup);

    private Spoken Plainly(Expression expression) => expression switch
    {
        Expression.Constant { Value: 0.5 } => new(words.Half, Level.Base),
        Expression.Constant constant => Number(SpokenNumber.Of(constant.Value, words)),
        Expression.Operand operand => Operand(operand),
        Expression.Sum sum => Sum(sum),
        Expression.Product product => Product(product),
        Expression.Quotient quotient => Join(Say(quotient.Numerator, Level.Product), words.Over, Say(quotient.Denominator, Level.Atom), Level.Product),
        Expression.Negation negation => Negated(negation.Value),
        Expression.Square square => new(words.Squared(Paused(Say(square.Value, Level.Base))), Level.Atom),
        Expression.Power power => new(words.Power(Paused(Say(power.Base, Level.Base)), Say(power.Exponent, Level.Base).Text), Level.Atom, PauseAfter: true),
        Expression.Maximum maximum => new(words.Greatest(List([.. maximum.Candidates])), Level.Sentence),
        Expression.PositionOfMaximum position => new(words.PositionOfGreatest(List([.. position.Candidates])), Level.Sentence),
        Expression.Choice choice => Pieces(choice.OrEqual ? words.GreaterOrEqual : words.Greater, choice.Then, choice.Left, choice.Right, choice.Otherwise),
        Expression.Match match => Pieces(words.Equal, match.Then, match.Left, match.Right, match.Otherwise),
        Expression.Selection selection => Selection(selection),
        Expression.Equivalent equivalent => Plainly(equivalent.Written),
        Expression.Call call => Function(call.Function.Name, call.Argument),
        Expression.Abbreviation abbreviation => Function(abbreviation.Name, abbreviation.Argument),
        _ => throw new InvalidOperationException($"There are no words for {expression.GetType().Name}."),
    };

    private Spoken Operand(Expression.Operand operand)
    {
        (string text, OperandKind kind) = operandOf(operand);
        return kind switch
        {
            OperandKind.Phrase => new Spoken(text, Level.Atom, PauseBefore: !words.IsPauseAfterPhrase, PauseAfter: words.IsPauseAfterPhrase),
            OperandKind.Number => Number(text),
            _ => new Spoken(text, Level.Base),
        };
    }

    /// <summary>A number; of one with a sign or a power of ten, a square would take only the end.</summary>
    private static Spoken Number(string text) => new(text, text.Contains(' ', StringComparison.Ordinal) ? Level.Atom : Level.Base);

    private Spoken Negated(Expression value)
    {
        Spoken inner = Say(value, Level.Atom);
        return inner with { Text = words.Negative(inner.Text), Level = Level.Sum };
    }

    private Spoken Sum(Expression.Sum sum)
    {
        if (sum.Terms is [var only])
        {
            return only.Negative ? Negated(only.Value) : Plainly(only.Value);
        }

        if (sum.Terms.IsEmpty)
        {
            return Number(SpokenNumber.Of(0, words));
        }

        Expression.Term first = sum.Terms[0];
        Spoken spoken = first.Negative ? Negated(first.Value) : Say(first.Value, Level.Sum);
        foreach (Expression.Term term in sum.Terms.Skip(1).Take(MostTerms - 1))
        {
            spoken = Join(spoken, term.Negative ? words.Minus : words.Plus, Say(term.Value, Level.Product), Level.Sum);
        }

        int more = sum.Terms.Length - MostTerms;
        return more > 0 ? spoken with { Text = $"{spoken.Text}, {words.MoreTerms(more)}", PauseAfter = true } : spoken;
    }

    private Spoken Product(Expression.Product product)
    {
        Spoken spoken = Say(product.Factors[0], Level.Product);
        foreach (Expression factor in product.Factors.Skip(1))
        {
            spoken = Join(spoken, words.Times, Say(factor, Level.Atom), Level.Product);
        }

        return spoken;
    }

    private Spoken Function(string name, Expression argument) =>
        new(words.Function(name.Replace('_', ' '), (IsSimple(argument) ? Plainly(argument) : Say(argument, Level.Base)).Text), Level.Atom, PauseAfter: true);

    /// <summary>Whether an argument needs no group: a name or number, with or without a sign.</summary>
    private bool IsSimple(Expression argument) => argument switch
    {
        Expression.Constant => true,
        Expression.Operand operand => operandOf(operand).Kind != OperandKind.Phrase,
        Expression.Negation { Value: Expression.Operand or Expression.Constant } negation => IsSimple(negation.Value),
        _ => false,
    };

    private Spoken Pieces(
        Func<string, string, string, string, string> form, Expression then, Expression left, Expression right, Expression otherwise) => new(
        form(Part(then), Part(left), Part(right), Part(otherwise)),
        Level.Sentence);

    private string Part(Expression expression) => Say(expression, Level.Sum).Text;

    private Spoken Selection(Expression.Selection selection)
    {
        string index = Part(selection.Index);
        IEnumerable<string> cases = selection.Choices.Take(MostTerms).Select((choice, number) => words.Case(Part(choice), index, $"{number}"));
        int more = selection.Choices.Length - MostTerms;
        return new(string.Join("; ", more > 0 ? cases.Append(words.MoreItems(more)) : cases), Level.Sentence);
    }

    private string List(IReadOnlyList<Expression> items)
    {
        IEnumerable<string> said = items.Take(MostTerms).Select(Part);
        int more = items.Count - MostTerms;
        return string.Join("; ", more > 0 ? said.Append(words.MoreItems(more)) : said);
    }

    private static string Paused(Spoken spoken) => spoken.PauseAfter ? spoken.Text + "," : spoken.Text;

    private static Spoken Join(Spoken left, string sign, Spoken right, Level level) => new(
        $"{Paused(left)} {sign}{(right.PauseBefore ? "," : "")} {right.Text}",
        level,
        left.PauseBefore,
        right.PauseAfter);

    /// <summary>A part of a formula in words.</summary>
    private readonly record struct Spoken(string Text, Level Level, bool PauseBefore = false, bool PauseAfter = false);
}
