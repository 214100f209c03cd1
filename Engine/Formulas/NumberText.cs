using System.Globalization;

namespace Engine.Formulas;

/// <summary>Numbers as people read them.</summary>
public static class NumberText
{
    /// <summary>
    /// A number with at most <paramref name="digits"/> digits after the point, without trailing zeros; in powers of ten
    /// (<c>1.25e-7</c>) where that would hide most of it or take more room. The minus sign is the hyphen.
    /// </summary>
    public static string Short(double value, int digits = 8)
    {
        // More than Math.Round takes.
        const int MostDecimals = 15;
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }

        double size = Math.Abs(value);
        bool fits = size == 0 || (size < 1e9 && size >= Math.Pow(10, -Math.Max(1, digits - 3)));
        if (!fits && value == Math.Round(value, Math.Min(digits, MostDecimals)))
        {
            fits = size < 1e9;
        }

        string text = fits
            ? value.ToString("0." + new string('#', digits), CultureInfo.InvariantCulture)
            : value.ToString("0." + new string('#', Math.Max(1, digits - 1)) + "e-0", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }

    /// <summary>
    /// A number with exactly <paramref name="digits"/> digits after the point, as a document prints it; very large and very
    /// small ones in powers of ten.
    /// </summary>
    public static string Fixed(double value, int digits = 8)
    {
        double size = Math.Abs(value);
        value = size == 0 ? 0 : value;
        bool fits = double.IsFinite(value) && (size == 0 || (size < 1e9 && size >= Math.Pow(10, -Math.Max(1, digits - 2))));
        return fits ? value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Short(value, digits);
    }

    /// <summary>
    /// A number rounded to so many significant digits, for places with little room: <c>0.0219</c>. Zeros at the end stay
    /// where something was rounded away, so that 0.2996 is <c>0.300</c> and not taken for <c>0.3</c>.
    /// </summary>
    public static string Significant(double value, int digits)
    {
        double size = Math.Abs(value);
        if (!double.IsFinite(value) || size == 0 || size >= 1e6 || size < 1e-3)
        {
            return Short(value, digits);
        }

        int decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 15);
        double rounded = Math.Round(value, decimals);
        char digit = Math.Abs(value - rounded) > size * 1e-12 ? '0' : '#';
        return rounded.ToString("0." + new string(digit, decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A number with 17 significant digits, which read back as the same double.</summary>
    public static string Exact(double value) => value.ToString("G17", CultureInfo.InvariantCulture);
}
