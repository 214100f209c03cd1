using System.Globalization;

namespace Engine.Numbers;

/// <summary>
/// Rounding as by hand: to so many decimals or so many significant digits, and a 5 with nothing behind it away from 0.
/// </summary>
/// <remarks>
/// Numbers are read in decimal, to the 15 digits that a double is sure of: 0.12345 is rounded up to four decimals although the
/// double is a little less, and so is the product of 0.5 and 0.2469, whichever way its last bit fell. NaN and infinities stay as they
/// are, and so does a number so large that the place is beyond its 15 digits, or that would become infinite. −0 becomes 0.
/// </remarks>
public sealed record Rounding
{
    /// <summary>The most decimals or digits: as many as a double is sure of.</summary>
    public const int Most = 15;

    /// <summary>The powers of ten that a double holds exactly.</summary>
    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    private Rounding(bool isSignificant, int digits) => (IsSignificant, Digits) = (isSignificant, digits);

    /// <summary>Whether digits count from the first that is not 0; otherwise from the point.</summary>
    public bool IsSignificant { get; }

    /// <summary>How many decimals, or significant digits, are kept.</summary>
    public int Digits { get; }

    /// <summary>To so many digits after the point, from 0 to <see cref="Most"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many.</exception>
    public static Rounding ToDecimals(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, Most);
        return new Rounding(false, decimals);
    }

    /// <summary>To so many significant digits, from 1 to <see cref="Most"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be so many.</exception>
    public static Rounding ToDigits(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, Most);
        return new Rounding(true, digits);
    }

    /// <summary>The number rounded: the double nearest to the decimal number.</summary>
    public double Of(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? 0 : value;
        }

        double size = Math.Abs(value);
        double rounded = ToPlace(size, IsSignificant ? Digits - 1 - (int)Math.Floor(Math.Log10(size)) : Digits);
        return rounded == 0 ? 0 : Math.CopySign(rounded, value);
    }

    /// <summary>Rounds numbers in place.</summary>
    public void Apply(Span<double> values)
    {
        foreach (ref double value in values)
        {
            value = Of(value);
        }
    }

    /// <summary>The rounding as a setting is written.</summary>
    /// <returns><c>decimals = 4</c>, <c>digits = 3</c>.</returns>
    public override string ToString() => $"{(IsSignificant ? "digits" : "decimals")} = {Digits}";

    /// <summary>Rounds a positive number to a place after the point; a negative one is before it.</summary>
    private static double ToPlace(double size, int place)
    {
        if (Math.Abs(place) < Powers.Length)
        {
            double power = Powers[Math.Abs(place)];
            double units = place >= 0 ? size * power : size / power;
            double whole = Math.Floor(units);

            // As far from a tie as 15 digits can tell, one rounding of the product changes nothing.
            if (Math.Abs(units - whole - 0.5) > units * 1e-14)
            {
                whole = units - whole > 0.5 ? whole + 1 : whole;
                return place >= 0 ? whole / power : whole * power;
            }
        }

        return ReadToPlace(size, place);
    }

    /// <summary>The same by the number's digits.</summary>
    private static double ReadToPlace(double size, int place)
    {
        // d.dddddddddddddde±ddd
        Span<char> text = stackalloc char[32];
        size.TryFormat(text, out int length, "e14", CultureInfo.InvariantCulture);
        long digits = long.Parse(text[..1], NumberStyles.None, CultureInfo.InvariantCulture) * 100_000_000_000_000
            + long.Parse(text[2..16], NumberStyles.None, CultureInfo.InvariantCulture);
        int exponent = int.Parse(text[17..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int excess = Most - 1 - exponent - place;
        if (excess < 0)
        {
            return size;
        }

        if (excess > Most)
        {
            return 0;
        }

        long unit = 1;
        for (int digit = 0; digit < excess; digit++)
        {
            unit *= 10;
        }

        long whole = (digits + (unit / 2)) / unit;
        double rounded = double.Parse($"{whole}e{-place}", NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(rounded) ? rounded : size;
    }
}
