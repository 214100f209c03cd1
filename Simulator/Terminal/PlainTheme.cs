using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// The sixteen named colours and attributes, and of the colours only those that common palettes show readably on a dark and on a
/// light background.
/// </summary>
internal static class PlainTheme
{
    // The names are Spectre's: Teal, Purple, Olive, Green, Maroon are the plain colours 6, 5, 3, 2, 1; Blue is the bright one.
    public static Style Basic(Ink ink) => ink switch
    {
        Ink.Muted or Ink.NotYet or Ink.Border or Ink.Bar => new Style(decoration: Decoration.Dim),
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Title => new Style(Color.Teal, decoration: Decoration.Bold),
        Ink.Accent => new Style(Color.Blue),
        Ink.Active => new Style(decoration: Decoration.Bold | Decoration.Invert),
        Ink.Forward => new Style(Color.Teal),
        Ink.Backward => new Style(Color.Purple),
        Ink.Update => new Style(Color.Olive),
        Ink.Loss => new Style(Color.Maroon),
        Ink.Good => new Style(Color.Green),
        Ink.Bad => new Style(Color.Maroon, decoration: Decoration.Bold),
        Ink.Key => new Style(Color.Blue, decoration: Decoration.Bold),
        Ink.BarDone => new Style(Color.Teal),
        Ink.Selection => new Style(decoration: Decoration.Invert),
        Ink.Warning => new Style(Color.Olive, decoration: Decoration.Bold),
        Ink.Positive => new Style(Color.Blue),
        Ink.Negative => new Style(Color.Maroon),
        _ => Style.Plain,
    };
}
