using Engine.Formulas;

namespace Simulator.Screens.Stepping;

/// <summary>Numbers and their changes in few characters.</summary>
internal static class ChangeText
{
    private const int Digits = 8;
    private const int MostDigits = 15;

    /// <summary>A number as the explanation writes it, so that both can be compared, with a real minus sign.</summary>
    public static string Number(double value, int digits = Digits) => NumberText.Short(value, digits).Replace('-', '−');

    /// <summary>A change from one number to another, <c>0.41 → 0.4089</c>, with as many digits as tell them apart; the number alone where there is none before.</summary>
    public static string Of(double? before, double value)
    {
        if (before is not { } old)
        {
            return $"= {Number(value)}";
        }

        int digits = Digits;
        while (digits < MostDigits && !old.Equals(value) && Number(old, digits) == Number(value, digits))
        {
            digits++;
        }

        return $"{Number(old, digits)} → {Number(value, digits)}";
    }

    /// <summary>A difference with its sign and an arrow that shows it: <c>↑+0.0021</c>; empty for none.</summary>
    public static string Difference(double difference, int digits) => difference switch
    {
        0 => "",
        > 0 => $"↑+{Rounded(difference, digits)}",
        < 0 => $"↓{Rounded(difference, digits)}",
        _ => "NaN",
    };

    /// <summary>The ends of a range, <c>0.51994 ~ 0.51999</c>, with as many digits as tell how far apart they are; one number where they are the same.</summary>
    public static string Range(double least, double greatest)
    {
        const int FewDigits = 3;
        double size = Math.Max(Math.Abs(least), Math.Abs(greatest));
        double span = greatest - least;
        if (!(span > 0) || !double.IsFinite(span))
        {
            return Number(greatest);
        }

        int digits = (int)Math.Clamp(Math.Floor(Math.Log10(size)) - Math.Floor(Math.Log10(span)) + 1, FewDigits, MostDigits);
        return $"{Rounded(least, digits)} ~ {Rounded(greatest, digits)}";
    }

    private static string Rounded(double value, int digits) => NumberText.Significant(value, digits).Replace('-', '−');
}
