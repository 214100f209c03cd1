using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>At least 7:1 against black, which it paints itself; nothing is dim, and attributes tell apart what colours tell apart.</summary>
internal static class HighContrastTheme
{
    private const int White = 231;
    private const int Cyan = 51;
    private const int Yellow = 226;
    private const int Pink = 213;
    private const int Coral = 217;
    private const int Green = 120;
    private const int Silver = 252;

    public static Style Rich(Ink ink) => OnBlack(Color.FromInt32(ink switch
    {
        Ink.Muted or Ink.NotYet => Silver,
        Ink.Forward or Ink.BarDone or Ink.Accent or Ink.Key or Ink.Positive => Cyan,
        Ink.Backward => Pink,
        Ink.Update or Ink.Warning => Yellow,
        Ink.Loss or Ink.Bad or Ink.Negative => Coral,
        Ink.Good => Green,
        _ => White,
    }), Color.FromInt32(16), ink);

    // 15, 14, 11, 10, 7 on 0; red and purple are too dark in some palettes.
    public static Style Basic(Ink ink) => OnBlack(
        ink switch
        {
            Ink.Muted or Ink.NotYet => Color.Silver,
            Ink.Forward or Ink.BarDone or Ink.Accent or Ink.Key or Ink.Positive => Color.Aqua,
            Ink.Update or Ink.Warning or Ink.Bad => Color.Yellow,
            Ink.Good => Color.Lime,
            _ => Color.White,
        },
        Color.Black,
        ink);

    private static Style OnBlack(Color color, Color black, Ink ink) => new(color, black, ink switch
    {
        Ink.Strong or Ink.Backward or Ink.Good => Decoration.Bold,
        Ink.Title or Ink.Key or Ink.Loss or Ink.Warning => Decoration.Bold | Decoration.Underline,
        Ink.Bad => Decoration.Bold | Decoration.Invert,
        Ink.Update or Ink.Negative => Decoration.Underline,
        Ink.Active => Decoration.Bold | Decoration.Invert,
        Ink.Selection => Decoration.Invert,
        _ => Decoration.None,
    });
}
