using System.Collections.Immutable;
using System.Globalization;
using Lessons.Reading;

namespace Lessons.Quantities;

/// <summary>Recursive descent over the grammar of <see cref="Quantity"/>; each rule returns null after it has set the error.</summary>
/// <param name="text">The text.</param>
/// <param name="start">Where in the text to begin.</param>
/// <param name="isInFormula">Whether a '+' after a space adds, so that only the one right after a name means "after the update".</param>
internal sealed class QuantityParser(string text, int start = 0, bool isInFormula = false)
{
    private const string NameRemedy = "begin a name with a letter or an underscore";
    private int at = start;

    public QuantityError? Error { get; private set; }

    /// <summary>Where the parser is, from 0.</summary>
    public int At => at;

    private char Current => at < text.Length ? text[at] : '\0';

    public Quantity? Parse()
    {
        SkipSpaces();
        if (at == text.Length)
        {
            return Fail<Quantity>("a quantity", "write a name such as h1, or a derivative such as dE/dw5");
        }

        if (ParseTerm() is not { } term)
        {
            return null;
        }

        SkipSpaces();
        int? iteration = null;
        if (Current == '@')
        {
            at++;
            SkipSpaces();
            iteration = ParseInteger("the number of an iteration", "write the iteration after the @, such as @3", least: 0);
            if (iteration is null)
            {
                return null;
            }

            SkipSpaces();
        }

        return at == text.Length ? new Quantity(term, iteration) : FailAtRest(term, iteration);
    }

    private Quantity? FailAtRest(Term term, int? iteration) => Current switch
    {
        '+' or '⁺' when term.Next => Fail<Quantity>("one +", "leave out the second"),
        '+' or '⁺' => Fail<Quantity>("the end", "write the + before the @"),
        '/' when !term.Next && iteration is null && term is NamedTerm =>
            Fail<Quantity>("a derivative such as dE/dw5", "write d or ∂ before both names"),
        '[' when term is NamedTerm => Fail<Quantity>("the name's indices in one bracket", "write w[2,1], without a space before ["),
        _ when iteration is not null => Fail<Quantity>("the end", "leave out what follows the iteration"),
        _ => Fail<Quantity>("'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots"),
    };

    /// <summary>Reads what stands here, without an iteration and whatever follows it.</summary>
    public Term? ParseTerm()
    {
        var first = at;
        if (Current == '∂')
        {
            at++;
            return ParseName() is { } of ? ParseDenominator(of) : null;
        }

        if (ParseName() is not { } name)
        {
            return null;
        }

        var end = at;
        SkipSpaces();
        if (Current != '/' || text[first] != 'd')
        {
            at = end;
            return new NamedTerm(name, ParseNext());
        }

        if (!Name.IsIdentifier(name.Identifier[1..]))
        {
            at = first + 1;
            return Fail<Term>("the name of the value to differentiate, right after d", NameRemedy);
        }

        return ParseDenominator(new Name(name.Identifier[1..], name.Indices));
    }

    private DerivativeTerm? ParseDenominator(Name of)
    {
        SkipSpaces();
        if (Current != '/')
        {
            return Fail<DerivativeTerm>("'/'", "write a derivative as ∂E/∂w5 or dE/dw5");
        }

        at++;
        SkipSpaces();
        if (Current is not ('d' or '∂'))
        {
            return Fail<DerivativeTerm>("d or ∂", "write d or ∂ before both names");
        }

        at++;
        if (ParseName() is not { } name)
        {
            return null;
        }

        if (!ParseVia())
        {
            return new DerivativeTerm(of, name, ParseNext());
        }

        SkipSpaces();
        return ParseName() is { } via ? new DerivativeTerm(of, name, ParseNext(), via) : null;
    }

    /// <summary>The word <c>via</c> between spaces, which begins the name of the value on the path.</summary>
    private bool ParseVia()
    {
        var end = at;
        SkipSpaces();
        if (at > end && string.CompareOrdinal(text, at, "via", 0, 3) == 0 && at + 3 < text.Length && text[at + 3] is ' ' or '\t')
        {
            at += 3;
            return true;
        }

        at = end;
        return false;
    }

    private bool ParseNext()
    {
        var end = at;
        if (!isInFormula)
        {
            SkipSpaces();
        }

        if (Current is '+' or '⁺')
        {
            at++;
            return true;
        }

        at = end;
        return false;
    }

    private Name? ParseName()
    {
        var length = Name.LengthAt(text, at);
        if (length == 0)
        {
            return Fail<Name>("a name", NameRemedy);
        }

        var identifier = text.Substring(at, length);
        at += length;
        if (Current != '[')
        {
            return new Name(identifier);
        }

        return ParseIndices() is { } indices ? new Name(identifier, indices) : null;
    }

    private ImmutableArray<int>? ParseIndices()
    {
        var indices = ImmutableArray.CreateBuilder<int>();
        do
        {
            at++; // the bracket or the comma
            SkipSpaces();
            if (ParseInteger("an index of at least 1", "write indices as w[2,1], counted from 1", least: 1) is not { } index)
            {
                return null;
            }

            indices.Add(index);
            SkipSpaces();
        }
        while (Current == ',');

        if (Current != ']')
        {
            Fail<object>("',' or ']'", "close the indices with ]");
            return null;
        }

        at++;
        return indices.ToImmutable();
    }

    private int? ParseInteger(string expected, string remedy, int least)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = text[at..end];
        if (digits.Length > 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            at = end;
            return number;
        }

        if (digits.Length == 0)
        {
            Fail<object>(expected, remedy);
        }
        else
        {
            Error ??= new QuantityError(at + 1, Wording.Quote(digits), $"{expected}, up to {int.MaxValue}", remedy);
        }

        return null;
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
        var found = at >= text.Length ? "the end" : Wording.Quote(char.ConvertFromUtf32(CodePointHere()));
        Error ??= new QuantityError(at + 1, found, expected, remedy);
        return null;
    }

    private int CodePointHere() =>
        System.Text.Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : System.Text.Rune.ReplacementChar.Value;
}
