using System.Globalization;

namespace Simulator.Terminal;

/// <summary>What is behind a terminal's text.</summary>
internal enum TerminalBackground
{
    /// <summary>Nobody said.</summary>
    Unknown,
    Dark,
    Light,
}

/// <summary>Finds out what is behind a terminal's text.</summary>
internal static class TerminalBackgrounds
{
    // Where a grey is as far from black as from white for the eye: half of CIE lightness.
    private const double HalfLight = 0.184;
    private const int White = 7;
    private const int Grey = 8;
    private const int LastColor = 15;

    /// <summary>
    /// What <c>COLORFGBG</c> says, as rxvt, Konsole and others set it: <c>15;0</c>, or <c>15;default;0</c>, the background's number last.
    /// </summary>
    public static TerminalBackground FromVariable(string? colors)
    {
        string last = (colors ?? "").Split(';')[^1];
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= LastColor
            ? number is White or > Grey ? TerminalBackground.Light : TerminalBackground.Dark
            : TerminalBackground.Unknown;
    }

    /// <summary>What a colour counts as, given its parts from 0 to 1 as a terminal tells them.</summary>
    public static TerminalBackground FromColor(double red, double green, double blue) =>
        Contrast.Luminance(red, green, blue) > HalfLight ? TerminalBackground.Light : TerminalBackground.Dark;
}
