using Engine.Formulas;

namespace Simulator.Screens.Stepping;

/// <summary>Numbers and their changes in few characters.</summary>
internal static class ChangeText
{
    private const int Digits = 6;
    private const int MostDigits = 15;

    /// <summary>A number with a few significant digits and a real minus sign.</summary>
    public static string Number(double value, int digits = Digits) => NumberText.Significant(value, digits).Replace('-', '−');

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
        > 0 => $"↑+{Number(difference, digits)}",
        < 0 => $"↓{Number(difference, digits)}",
        _ => "NaN",
    };
}
