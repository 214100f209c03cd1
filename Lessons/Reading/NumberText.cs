using System.Globalization;

namespace Lessons.Reading;

/// <summary>A decimal number as written: digits with an optional sign, point and exponent.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Value">The nearest double; finite.</param>
/// <param name="UnitExponent">The power of ten of the last printed digit: -2 for 0.08, 0 for 95, -4 for 1.2e-3.</param>
internal readonly record struct NumberText(string Text, double Value, int UnitExponent)
{
    /// <summary>What the author may write, and how to get there from what was written.</summary>
    public readonly record struct Complaint(string Expected, string Remedy);

    /// <summary>What is expected where any number would do.</summary>
    public const string AnyNumber = "a finite decimal number";

    /// <summary>What to do where there is no sign of a number.</summary>
    public const string AnyRemedy = "write a number such as 0.5, -2 or 1e-3";

    // Beyond these a number is not a measurement: the limits bound the time of exact arithmetic on what a file contains.
    private const int LongestText = 400;
    private const int LargestExponent = 400;

    public static bool TryParse(string text, out NumberText number, out Complaint complaint)
    {
        number = default;
        complaint = default;
        if (text.Length > LongestText)
        {
            complaint = new Complaint($"a number of at most {LongestText} characters", "write fewer digits");
            return false;
        }

        if (!TryScan(text, out var decimals, out var exponent))
        {
            complaint = new Complaint(AnyNumber, RemedyFor(text));
            return false;
        }

        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value) || Math.Abs(exponent) > LargestExponent)
        {
            complaint = new Complaint("a number that a double holds (up to 1.797e308)", "write a number of smaller exponent");
            return false;
        }

        if (value == 0 && HasDigitBesideZero(text))
        {
            complaint = new Complaint("0 or a number that a double holds (from 4.941e-324)", "write 0, or a number of larger exponent");
            return false;
        }

        number = new NumberText(text, value, exponent - decimals);
        return true;
    }

    private static bool TryScan(string text, out int decimals, out int exponent)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var whole = Digits(text, at);
        at += whole;
        decimals = 0;
        exponent = 0;
        if (at < text.Length && text[at] == '.')
        {
            decimals = Digits(text, at + 1);
            at += 1 + decimals;
        }

        if (whole + decimals == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            var digits = Digits(text, at + 1 + sign);
            if (digits == 0)
            {
                return false;
            }

            // Saturated: any exponent past the limit is refused.
            var written = text.AsSpan(at + 1, sign + digits);
            if (!int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                exponent = LargestExponent + 1;
            }

            at += 1 + sign + digits;
        }

        return at == text.Length;
    }

    private static int Digits(string text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }

    private static bool HasDigitBesideZero(string text) => text.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9');

    private static string RemedyFor(string text) => text switch
    {
        _ when text.Contains('\u2212') || text.Contains('\u2013') => "write the minus sign as '-'",
        _ when text.Any(char.IsAsciiDigit) && text.Contains(',') => "write the decimal point as '.', and no separators of thousands",
        _ when text.Any(char.IsAsciiDigit) && text.Contains('_') => "leave out the underscores",
        _ when text.Any(char.IsAsciiDigit) && text.Contains('/') => "write the fraction as a decimal number",
        _ when text.Any(char.IsAsciiDigit) && text.Contains(' ') => "write one number; put commas between the numbers of a list",
        _ when text.EndsWith('%') => "write the percentage as a fraction, such as 0.95",
        _ when text.Contains("nan", StringComparison.OrdinalIgnoreCase) || text.Contains("inf", StringComparison.OrdinalIgnoreCase)
            => "write a finite number",
        _ => AnyRemedy,
    };
}
