using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>Dark colours, which can be read on any usual light background.</summary>
internal static class LightTheme
{
    private const int DarkCyan = 24;
    private const int DarkViolet = 90;
    private const int DarkBrown = 94;
    private const int DarkRed = 124;
    private const int DarkGreen = 22;
    private const int DarkBlue = 25;
    private const int DarkGrey = 240;
    private const int MiddleGrey = 241;
    private const int LineGrey = 243;

    public static Style Rich(Ink ink) => ink switch
    {
        Ink.Muted => Theme.In(DarkGrey),
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Title => Theme.In(DarkCyan, Decoration.Bold),
        Ink.Accent => Theme.In(DarkBlue),
        Ink.Active => new Style(decoration: Decoration.Bold | Decoration.Invert),
        Ink.Forward or Ink.BarDone => Theme.In(DarkCyan),
        Ink.Backward => Theme.In(DarkViolet),
        Ink.Update => Theme.In(DarkBrown),
        Ink.Loss => Theme.In(DarkRed),
        Ink.Good => Theme.In(DarkGreen),
        Ink.Bad => Theme.In(DarkRed, Decoration.Bold),
        Ink.NotYet => Theme.In(MiddleGrey),
        Ink.Key => Theme.In(DarkBlue, Decoration.Bold),
        Ink.Border or Ink.Bar => Theme.In(LineGrey),
        Ink.Selection => new Style(decoration: Decoration.Invert),
        Ink.Warning => Theme.In(DarkBrown, Decoration.Bold),
        Ink.Positive => Theme.In(DarkBlue),
        Ink.Negative => Theme.In(DarkRed),
        _ => Style.Plain,
    };

    // Of the sixteen colours only blue, purple and red (4, 5 and 1) can be read on white in every palette; the rest is told by attributes.
    public static Style Basic(Ink ink) => ink switch
    {
        Ink.Title => new Style(Color.Navy, decoration: Decoration.Bold),
        Ink.Accent or Ink.Forward or Ink.BarDone or Ink.Positive => new Style(Color.Navy),
        Ink.Update => new Style(decoration: Decoration.Underline),
        Ink.Good => new Style(Color.Navy, decoration: Decoration.Bold),
        Ink.Key => new Style(Color.Navy, decoration: Decoration.Bold),
        Ink.Warning => new Style(decoration: Decoration.Bold | Decoration.Underline),
        _ => PlainTheme.Basic(ink),
    };
}
