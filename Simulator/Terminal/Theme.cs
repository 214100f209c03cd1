using System.Collections.Immutable;
using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// How each ink looks: with the 256 colours that look the same on nearly every terminal, and with the sixteen named ones where
/// there are no others.
/// </summary>
internal sealed class Theme
{
    private const int NamedColors = 16;

    private readonly ImmutableArray<Style> rich;
    private readonly ImmutableArray<Style> basic;

    private Theme(string id, Func<Ink, Style> rich, Func<Ink, Style> basic)
    {
        Id = id;
        this.rich = [.. Enum.GetValues<Ink>().Select(rich)];
        this.basic = [.. Enum.GetValues<Ink>().Select(basic)];
    }

    /// <summary>Only named colours, so that the palette the user chose decides; readable on a dark and on a light background.</summary>
    public static Theme Default { get; } = new("plain", PlainTheme.Basic, PlainTheme.Basic);

    /// <summary>Light colours for a dark background.</summary>
    public static Theme Dark { get; } = new("dark", DarkTheme.Rich, DarkTheme.Basic);

    /// <summary>Dark colours for a light background.</summary>
    public static Theme Light { get; } = new("light", LightTheme.Rich, LightTheme.Basic)
    {
        PictureBackground = "#ffffff",
        PictureForeground = "#1f2328",
    };

    /// <summary>White and a few bright colours on black, told apart by bold, underlined and inverted text as well.</summary>
    public static Theme HighContrast { get; } = new("high-contrast", HighContrastTheme.Rich, HighContrastTheme.Basic)
    {
        PaintsBackground = true,
        PictureBackground = "#000000",
        PictureForeground = "#ffffff",
    };

    /// <summary>Blue against orange on black: colours that stay apart whatever kind of colours a person cannot tell apart.</summary>
    public static Theme ColorBlind { get; } = new("colour-blind", ColorBlindTheme.Rich, ColorBlindTheme.Basic)
    {
        PaintsBackground = true,
        PictureBackground = "#000000",
        PictureForeground = "#e4e4e4",
    };

    /// <summary>All themes, in the order in which they are named to a person.</summary>
    public static ImmutableArray<Theme> All { get; } = [Default, Dark, Light, HighContrast, ColorBlind];

    /// <summary>The name by which it is chosen.</summary>
    public string Id { get; }

    /// <summary>Whether it has a background of its own, and so does not depend on the terminal's.</summary>
    public bool PaintsBackground { get; private init; }

    /// <summary>The background of pictures, as SVG writes colours.</summary>
    public string PictureBackground { get; private init; } = "#16181d";

    /// <summary>What plain text looks like on it.</summary>
    public string PictureForeground { get; private init; } = "#d7dae0";

    /// <summary>Whether it uses no colours but the sixteen named ones, however many there are.</summary>
    public bool IsNamedOnly => rich.SequenceEqual(basic);

    /// <summary>The theme for lines among other programs' lines, whose background is not this program's to paint.</summary>
    public Theme OnPage => PaintsBackground ? Default : this;

    /// <summary>The theme for a terminal where nobody chose one.</summary>
    public static Theme For(TerminalBackground background) => background switch
    {
        TerminalBackground.Dark => Dark,
        TerminalBackground.Light => Light,
        _ => Default,
    };

    /// <summary>The theme of a name; null where there is none.</summary>
    public static Theme? Named(string id) => All.FirstOrDefault(theme => theme.Id == id);

    /// <summary>How an ink looks on a terminal with so many colours.</summary>
    public Style StyleOf(Ink ink, ColorDepth depth) => (depth == ColorDepth.Sixteen ? basic : rich)[(int)ink];

    /// <summary>A style of one of the 256 colours, by their numbers.</summary>
    public static Style In(int color, Decoration decoration = Decoration.None) => new(Color.FromInt32(color), decoration: decoration);

    /// <summary>The number of one of the sixteen named colours; null for any other. Spectre.Console does not tell the numbers of its colours.</summary>
    public static int? NumberOfNamed(Color color)
    {
        int number = Enumerable.Range(0, NamedColors).FirstOrDefault(number => Color.FromInt32(number).Equals(color), -1);
        return number < 0 ? null : number;
    }
}
