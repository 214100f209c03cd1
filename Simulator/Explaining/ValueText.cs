using Engine.Formulas;
using Engine.Numbers;

namespace Simulator.Explaining;

/// <summary>Numbers as the screen shows them: with eight decimals, or with as many as a lesson computed by hand has.</summary>
internal static class ValueText
{
    private const int Digits = 8;

    /// <summary>A number with all its places, the minus sign of the mathematical notation.</summary>
    /// <param name="value">The number.</param>
    /// <param name="rounding">How the lesson rounds; null where it does not.</param>
    public static string Of(double value, Rounding? rounding = null)
    {
        string text = rounding switch
        {
            null => NumberText.Fixed(value, Digits),
            { IsSignificant: true } => NumberText.Short(value, Rounding.Most),
            _ when double.IsFinite(value) => value.ToString($"F{rounding.Digits}"),
            _ => NumberText.Short(value),
        };
        return text.Replace('-', '−');
    }
}
