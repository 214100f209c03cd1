using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>Light colours, which can be read on any usual dark background.</summary>
internal static class DarkTheme
{
    private const int LightCyan = 80;
    private const int LightViolet = 183;
    private const int LightYellow = 221;
    private const int LightRed = 210;
    private const int LightGreen = 114;
    private const int LightBlue = 111;
    private const int LightGrey = 249;
    private const int MiddleGrey = 247;
    private const int LineGrey = 244;

    public static Style Rich(Ink ink) => ink switch
    {
        Ink.Muted => Theme.In(LightGrey),
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Title => Theme.In(LightCyan, Decoration.Bold),
        Ink.Accent => Theme.In(LightBlue),
        Ink.Active => new Style(decoration: Decoration.Bold | Decoration.Invert),
        Ink.Forward or Ink.BarDone => Theme.In(LightCyan),
        Ink.Backward => Theme.In(LightViolet),
        Ink.Update => Theme.In(LightYellow),
        Ink.Loss => Theme.In(LightRed),
        Ink.Good => Theme.In(LightGreen),
        Ink.Bad => Theme.In(LightRed, Decoration.Bold),
        Ink.NotYet => Theme.In(MiddleGrey),
        Ink.Key => Theme.In(LightBlue, Decoration.Bold),
        Ink.Border or Ink.Bar => Theme.In(LineGrey),
        Ink.Selection => new Style(decoration: Decoration.Invert),
        Ink.Warning => Theme.In(LightYellow, Decoration.Bold),
        Ink.Positive => Theme.In(LightBlue),
        Ink.Negative => Theme.In(LightRed),
        _ => Style.Plain,
    };

    // Aqua, Fuchsia, Yellow, Red and Lime are the bright colours 14, 13, 11, 9 and 10. Blue is not among them: no palette shows it well on black.
    public static Style Basic(Ink ink) => ink switch
    {
        Ink.Title => new Style(Color.Aqua, decoration: Decoration.Bold),
        Ink.Accent => new Style(Color.Aqua),
        Ink.Forward or Ink.BarDone => new Style(Color.Aqua),
        Ink.Backward => new Style(Color.Fuchsia),
        Ink.Update => new Style(Color.Yellow),
        Ink.Loss => new Style(Color.Red),
        Ink.Good => new Style(Color.Lime),
        Ink.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Ink.Key => new Style(Color.Aqua, decoration: Decoration.Bold),
        Ink.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        Ink.Positive => new Style(Color.Aqua),
        Ink.Negative => new Style(Color.Red),
        _ => PlainTheme.Basic(ink),
    };
}
