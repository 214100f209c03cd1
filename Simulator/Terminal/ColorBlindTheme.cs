using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// Blue, orange, yellow and rose on black, after the palette of Okabe and Ito (https://jfly.uni-koeln.de/color/): what differs in hue
/// differs in lightness or attributes as well.
/// </summary>
internal static class ColorBlindTheme
{
    private const int Text = 254;
    private const int SkyBlue = 75;
    private const int Orange = 214;
    private const int Vermilion = 166;
    private const int PaleYellow = 228;
    private const int Rose = 175;
    private const int Grey = 249;
    private const int LineGrey = 244;

    public static Style Rich(Ink ink) => OnBlack(Color.FromInt32(ink switch
    {
        Ink.Muted or Ink.NotYet => Grey,
        Ink.Border or Ink.Bar => LineGrey,
        Ink.Title or Ink.Accent or Ink.Forward or Ink.BarDone or Ink.Good or Ink.Key or Ink.Positive => SkyBlue,
        Ink.Backward or Ink.Negative => Orange,
        Ink.Update or Ink.Warning => PaleYellow,
        Ink.Loss => Rose,
        Ink.Bad => Vermilion,
        _ => Text,
    }), Color.FromInt32(16), ink);

    // Aqua against yellow; what is left is told by attributes.
    public static Style Basic(Ink ink) => OnBlack(
        ink switch
        {
            Ink.Muted or Ink.NotYet or Ink.Border or Ink.Bar => Color.Silver,
            Ink.Title or Ink.Accent or Ink.Forward or Ink.BarDone or Ink.Good or Ink.Key or Ink.Positive => Color.Aqua,
            Ink.Backward or Ink.Negative or Ink.Bad => Color.Yellow,
            _ => Color.White,
        },
        Color.Black,
        ink);

    private static Style OnBlack(Color color, Color black, Ink ink) => new(color, black, ink switch
    {
        Ink.Strong or Ink.Title or Ink.Key => Decoration.Bold,
        Ink.Bad or Ink.Warning => Decoration.Bold | Decoration.Underline,
        Ink.Update => Decoration.Underline,
        Ink.Loss => Decoration.Bold,
        Ink.Active => Decoration.Bold | Decoration.Invert,
        Ink.Selection => Decoration.Invert,
        _ => Decoration.None,
    });
}
