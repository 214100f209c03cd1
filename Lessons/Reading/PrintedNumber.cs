using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Lessons.Reading;

/// <summary>
/// A number as a document prints it. How many digits are printed says how exactly it is known: <c>0.60</c> is half a hundredth
/// wide, <c>0.6</c> half a tenth.
/// </summary>
/// <remarks>The default value is the number <c>0</c>, known to half a unit.</remarks>
public readonly record struct PrintedNumber
{
    private readonly NumberText number;

    private PrintedNumber(NumberText number, bool exact)
    {
        this.number = number;
        Exact = exact;
    }

    /// <summary>The number as printed, trailing zeros included.</summary>
    public string Text => number.Text ?? "0";

    /// <summary>The double nearest to the printed number.</summary>
    public double Value => number.Value;

    /// <summary>How many digits behind the point are known: 8 of <c>0.51998934</c>, 5 of <c>1.2e-4</c>, 0 of <c>95</c>.</summary>
    public int Decimals => Math.Max(0, -number.UnitExponent);

    /// <summary>Whether the document states the very double, as for a parameter that is given rather than rounded.</summary>
    public bool Exact { get; }

    /// <summary>
    /// How far a computed value may lie from the printed one: half a unit of the last printed digit (0.005 for <c>0.08</c>, 0.5 for
    /// <c>95</c>, 0.00005 for <c>1.2e-3</c>); 0 when <see cref="Exact"/>.
    /// </summary>
    public double Tolerance =>
        Exact ? 0 : double.Parse($"5e{number.UnitExponent - 1}", NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Reads a number as printed: an optional sign, digits with an optional point, an optional exponent.</summary>
    /// <param name="text">The characters, without spaces around them; at most 400.</param>
    /// <param name="exact">Whether computed values must equal it to the last bit.</param>
    /// <param name="printed">The number; the default value when the text is not one.</param>
    /// <param name="reason">What was found, what was expected and what to do, when the text is not a number.</param>
    /// <returns>Whether the text is a number that a double holds.</returns>
    public static bool TryParse(string text, bool exact, out PrintedNumber printed, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (NumberText.TryParse(text, out var number, out var complaint))
        {
            (printed, reason) = (new PrintedNumber(number, exact), null);
            return true;
        }

        (printed, reason) = (default, $"found {Wording.Quote(text)}; expected {complaint.Expected}; {complaint.Remedy}");
        return false;
    }

    /// <summary>Whether a computed value rounds to what is printed.</summary>
    /// <param name="computed">The computed value.</param>
    /// <returns>
    /// Whether the value is at most <see cref="Tolerance"/> away. The comparison is exact, with one unit in the last place of
    /// <paramref name="computed"/> allowed beside: the double for 0.15 is as near to <c>0.1</c> as to <c>0.2</c> and matches both. When
    /// <see cref="Exact"/>, whether all 64 bits are equal, so that -0 does not match <c>0</c>. NaN and infinities never match.
    /// </returns>
    public bool Matches(double computed)
    {
        if (!double.IsFinite(computed))
        {
            return false;
        }

        return Exact
            ? BitConverter.DoubleToInt64Bits(computed) == BitConverter.DoubleToInt64Bits(Value)
            : IsWithinHalfAUnit(computed);
    }

    /// <summary>The computed value minus the printed one.</summary>
    /// <param name="computed">The computed value.</param>
    /// <returns>Positive when the computed value is the larger; NaN or infinite when it is.</returns>
    public double Difference(double computed) => computed - Value;

    /// <summary>The number as printed.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    // |m·2^e - d·10^k| <= 10^k/2 + 2^e, both sides times 2·2^-e·10^-k as far as the exponents are negative: integers throughout,
    // since in doubles the subtraction alone would decide the cases on the border.
    private bool IsWithinHalfAUnit(double computed)
    {
        var (mantissa, twos) = Decompose(computed);
        var tens = number.UnitExponent;
        var binary = 2 * BigInteger.Pow(2, Math.Max(0, twos)) * BigInteger.Pow(10, Math.Max(0, -tens));
        var unit = 2 * BigInteger.Pow(10, Math.Max(0, tens)) * BigInteger.Pow(2, Math.Max(0, -twos));
        return BigInteger.Abs((mantissa * binary) - (PrintedDigits() * unit)) <= (unit / 2) + binary;
    }

    /// <summary>The integer and the power of two whose product the double is; the power is its unit in the last place.</summary>
    private static (long Mantissa, int Exponent) Decompose(double value)
    {
        const int FractionBits = 52;
        const int SmallestExponent = -1074;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> FractionBits) & 0x7FF;
        var fraction = bits & ((1L << FractionBits) - 1);
        var magnitude = biased == 0 ? fraction : fraction | (1L << FractionBits);
        return (bits < 0 ? -magnitude : magnitude, SmallestExponent + Math.Max(0, biased - 1));
    }

    private BigInteger PrintedDigits()
    {
        var digits = string.Concat(Text.TakeWhile(character => character is not ('e' or 'E')).Where(character => character != '.'));
        return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
