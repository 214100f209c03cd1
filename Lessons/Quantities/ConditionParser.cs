using System.Globalization;
using System.Text;
using Engine.Formulas;
using Engine.Running;
using Engine.Time.Search;
using Lessons.Reading;

namespace Lessons.Quantities;

/// <summary>Recursive descent over the grammar of <see cref="ConditionText"/>; each rule returns null after it has set the error.</summary>
internal sealed class ConditionParser(string text, Training training)
{
    private const int DeepestNesting = 50;
    private const int MostFactors = 500;
    private const string AnyCondition = "write a condition such as loss < 0.01, |dE_total/dw5| > 0.1, w5 changes, o1 crosses 0.5, prediction flips or NaN";

    private readonly QuantityResolver resolver = new(training.Plan, iterations: 1);
    private int at;
    private int depth;
    private int factors;

    public QuantityError? Error { get; private set; }

    private char Current => at < text.Length ? text[at] : '\0';

    public Condition? Parse()
    {
        SkipSpaces();
        if (at == text.Length)
        {
            return Fail<Condition>("a condition", AnyCondition);
        }

        if (ParseWhat() is not { } condition || !ParseSample(condition, out int? sample))
        {
            return null;
        }

        SkipSpaces();
        return at == text.Length
            ? condition with { Sample = sample }
            : Fail<Condition>("the end", "leave out what follows the condition, or write for sample 1");
    }

    private Condition? ParseWhat()
    {
        if (TryWords("prediction", "flips"))
        {
            return new Condition.PredictionFlip();
        }

        if (ParseState() is { } kind)
        {
            return new Condition.NonFinite(kind);
        }

        if (ParseValue() is not { } value)
        {
            return null;
        }

        SkipSpaces();
        if (ParseRelation() is { } relation)
        {
            return ParseValue() is not { } other ? null
                : value.Operands.Concat(other.Operands).Any() ? new Condition.Comparison(value, relation, other)
                : FailWithoutQuantity();
        }

        return value.Operands.Any() ? ParseEvent(value) : FailWithoutQuantity();
    }

    private Condition? ParseEvent(Expression value)
    {
        if (TryWords("changes"))
        {
            return value is Expression.Call { Argument: var signed } call && call.Function == ElementaryFunction.Sign
                ? new Condition.SignChange(signed)
                : new Condition.Change(value);
        }

        if (TryWords("crosses"))
        {
            return ParseLevel() is { } level ? new Condition.Crossing(value, level) : null;
        }

        if (TryWords("is"))
        {
            SkipSpaces();
            return ParseState() is { } state
                ? new Condition.NonFinite(state, value)
                : Fail<Condition>("NaN, infinite or not finite", "write z1 is NaN; to compare write <, <=, > or >=");
        }

        return FailAfterValue();
    }

    private Condition? FailWithoutQuantity()
    {
        Error ??= new QuantityError(1, "numbers only", "a quantity in the condition", AnyCondition);
        return null;
    }

    private Condition? FailAfterValue() => Current switch
    {
        '=' or '!' => Fail<Condition>("<, <=, > or >=", "for a number that is reached write o1 crosses 0.5"),
        '@' => Fail<Condition>("a quantity without an iteration", "leave out the @; a condition is looked for in every iteration"),
        '|' or ')' => Fail<Condition>("<, >, changes, crosses or is", $"leave it out, or open it with {(Current == '|' ? '|' : '(')} before"),
        var after when text[..at].TrimEnd() is [.., '+' or '⁺'] && (char.IsLetterOrDigit(after) || after is '_' or '(' or '|') =>
            Fail<Condition>("<, >, changes, crosses or is", "put spaces around a + that adds; right after a name it means after the update"),
        '\0' => Fail<Condition>("<, >, changes, crosses or is", "say what to look for, such as w5 changes or w5 < 0"),
        _ => Fail<Condition>("<, >, changes, crosses or is", AnyCondition),
    };

    private bool ParseSample(Condition condition, out int? sample)
    {
        sample = null;
        if (!TryWords("for", "sample"))
        {
            return true;
        }

        SkipSpaces();
        int begin = at;
        while (char.IsAsciiDigit(Current))
        {
            at++;
        }

        string digits = text[begin..at];
        int samples = training.Samples;
        string range = samples == 1 ? "sample 1, the only one" : $"a sample from 1 to {samples}";
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= samples)
        {
            sample = number - 1;
            if (condition is not Condition.NonFinite { Quantity: null })
            {
                return true;
            }

            Error ??= new QuantityError(1, "any number, of one sample", "a quantity, or no sample", "write z1 is NaN for sample 1, or NaN");
            return false;
        }

        at = begin;
        if (digits.Length == 0)
        {
            Fail<object>(range, "write the sample's number, such as for sample 1");
        }
        else
        {
            Error ??= new QuantityError(begin + 1, Wording.Quote(digits), range, "change the number; samples count from 1");
        }

        return false;
    }

    private NonFiniteKind? ParseState() =>
        TryWords("NaN") ? NonFiniteKind.NaN
        : TryWords("infinite") ? NonFiniteKind.Infinity
        : TryWords("not", "finite") ? NonFiniteKind.Any
        : null;

    private Relation? ParseRelation()
    {
        bool isLess = Current is '<' or '≤';
        if (!isLess && Current is not ('>' or '≥'))
        {
            return null;
        }

        bool orEqual = Current is '≤' or '≥';
        at++;
        if (!orEqual && Current == '=')
        {
            orEqual = true;
            at++;
        }

        return isLess ? (orEqual ? Relation.LessOrEqual : Relation.Less) : orEqual ? Relation.GreaterOrEqual : Relation.Greater;
    }

    private double? ParseLevel()
    {
        SkipSpaces();
        bool isNegative = Current is '-' or '−';
        at += isNegative ? 1 : 0;
        SkipSpaces();
        if (!char.IsAsciiDigit(Current) && Current != '.')
        {
            Fail<object>("a number", "write the level that is crossed, such as o1 crosses 0.5");
            return null;
        }

        return ParseNumber() is { } level ? (isNegative ? -level : level) : null;
    }

    private Expression? ParseValue()
    {
        Expression? value = ParseProduct();
        while (value is not null)
        {
            SkipSpaces();
            bool isMinus = Current is '-' or '−';
            if (!isMinus && Current != '+')
            {
                return value;
            }

            at++;
            value = ParseProduct() is { } next ? (isMinus ? value - next : value + next) : null;
        }

        return null;
    }

    private Expression? ParseProduct()
    {
        Expression? value = ParseFactor();
        while (value is not null)
        {
            SkipSpaces();
            bool isQuotient = Current == '/';
            if (!isQuotient && Current is not ('*' or '×'))
            {
                return value;
            }

            at++;
            value = ParseFactor() is { } next ? (isQuotient ? value / next : value * next) : null;
        }

        return null;
    }

    private Expression? ParseFactor()
    {
        SkipSpaces();
        if (++depth > DeepestNesting)
        {
            return Fail<Expression>($"at most {DeepestNesting} parentheses, bars and signs inside each other", "write a simpler formula");
        }

        if (++factors > MostFactors)
        {
            return Fail<Expression>($"at most {MostFactors} quantities, numbers and signs", "write a simpler formula");
        }

        Expression? value = Current switch
        {
            '-' or '−' => ParseNegation(),
            '|' => ParseEnclosed('|') is { } inner ? new Expression.Call(ElementaryFunction.Absolute, inner) : null,
            '(' => ParseEnclosed(')'),
            var digit when char.IsAsciiDigit(digit) || digit == '.' => ParseNumber() is { } number ? new Expression.Constant(number) : null,
            _ => ParseCall() ?? (Error is null ? ParseQuantity() : null),
        };
        depth--;
        return value;
    }

    private Expression? ParseNegation()
    {
        at++;
        return ParseFactor() is { } value ? -value : null;
    }

    private Expression? ParseEnclosed(char close)
    {
        at++;
        if (ParseValue() is not { } value)
        {
            return null;
        }

        SkipSpaces();
        if (Current != close)
        {
            return Fail<Expression>($"an operator or '{close}'", $"close with {close}");
        }

        at++;
        return value;
    }

    /// <summary>A function of a formula; null without an error where none is called.</summary>
    private Expression.Call? ParseCall()
    {
        foreach (ElementaryFunction function in new[] { ElementaryFunction.Absolute, ElementaryFunction.Sign })
        {
            int end = at + function.Name.Length;
            if (string.CompareOrdinal(text, at, function.Name, 0, function.Name.Length) == 0 && end < text.Length && text[end] == '(')
            {
                at = end;
                return ParseEnclosed(')') is { } argument ? new Expression.Call(function, argument) : null;
            }
        }

        return null;
    }

    private Expression? ParseQuantity()
    {
        int begin = at;
        QuantityParser parser = new(text, begin, isInFormula: true);
        if (parser.ParseTerm() is not { } term)
        {
            QuantityError found = parser.Error!;
            bool isNoName = found.Column == begin + 1;
            Error ??= isNoName ? found with { Expected = "a quantity or a number", Remedy = AnyCondition } : found;
            return null;
        }

        at = parser.At;
        if (!resolver.TryResolve(new Quantity(term), 1, out ResolvedQuantity? resolved, out QuantityError? error))
        {
            Error ??= error with { Column = begin + 1 };
            return null;
        }

        if (resolved.Stored is not { } stored)
        {
            Error ??= new QuantityError(
                begin + 1,
                $"{term}, a derivative that no step of the training computes",
                "a number that the training computes",
                "look for a derivative of the loss, or for the numbers that this one is made of");
            return null;
        }

        return Condition.NumberAt(stored);
    }

    private double? ParseNumber()
    {
        int begin = at;
        SkipDigits();
        if (Current == '.')
        {
            at++;
            SkipDigits();
        }

        if (Current is 'e' or 'E')
        {
            int mantissa = at++;
            at += Current is '+' or '-' ? 1 : 0;
            int exponent = at;
            SkipDigits();
            at = at == exponent ? mantissa : at;
        }

        string digits = text[begin..at];
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return number;
        }

        Error ??= new QuantityError(begin + 1, Wording.Quote(digits), "a number", "write numbers as 0.01 or 1e-2");
        return null;
    }

    /// <summary>Goes past words, whatever their case, if all of them stand here with nothing joined on.</summary>
    private bool TryWords(params ReadOnlySpan<string> words)
    {
        int begin = at;
        foreach (string word in words)
        {
            SkipSpaces();
            int end = at + word.Length;
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
                || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '[' or '+' or '⁺' or '/')))
            {
                at = begin;
                return false;
            }

            at = end;
        }

        return true;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current))
        {
            at++;
        }
    }

    private void SkipSpaces()
    {
        while (Current is ' ' or '\t')
        {
            at++;
        }
    }

    private T? Fail<T>(string expected, string remedy)
        where T : class
    {
        string found = at >= text.Length ? "the end" : Wording.Quote((Rune.TryGetRuneAt(text, at, out Rune rune) ? rune : Rune.ReplacementChar).ToString());
        Error ??= new QuantityError(at + 1, found, expected, remedy);
        return null;
    }
}
