using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// Every theme can be read and tells apart what must be told apart: contrasts as WCAG 2.2 defines them, and colours as people see them who
/// lack one kind of cone.
/// </summary>
public class ThemeTests
{
    // https://www.w3.org/TR/WCAG22/#contrast-minimum, #contrast-enhanced, #non-text-contrast
    private const double ReadableText = 4.5;
    private const double WellReadableText = 7;
    private const double VisibleLine = 3;

    // About nine times the least difference that people notice side by side (CIE 1976).
    private const double FarApart = 20;

    private static readonly string[] DarkBackgrounds =
        ["#000000", "#0c0c0c", "#1e1e1e", "#171421", "#282c34", "#002b36", "#2e3436", "#300a24", "#16181d"];

    private static readonly string[] LightBackgrounds = ["#ffffff", "#fdf6e3", "#f2f2f2", "#eeeeec", "#fafafa"];

    // What the sixteen colours are on terminals that have no others: the Linux console (VGA) and an old xterm.
    private static readonly string[] Vga =
    [
        "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
        "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
    ];

    private static readonly string[] Xterm =
    [
        "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
        "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
    ];

    // G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency,
    // IEEE TVCG 15 (2009), for severity 1.0: without the cones for long, for medium waves.
    private static readonly double[][] Protanopia =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];

    private static readonly double[][] Deuteranopia =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];

    // Inks that are next to one another and mean different things.
    private static readonly (Ink One, Ink Other)[] Different =
    [
        (Ink.Good, Ink.Bad), (Ink.Good, Ink.Warning), (Ink.Positive, Ink.Negative), (Ink.Active, Ink.Text), (Ink.Selection, Ink.Text), (Ink.Active, Ink.Selection),
        (Ink.Forward, Ink.Backward), (Ink.Forward, Ink.Update), (Ink.Forward, Ink.Loss), (Ink.Backward, Ink.Update), (Ink.Backward, Ink.Loss),
        (Ink.Update, Ink.Loss), (Ink.Key, Ink.Muted), (Ink.Strong, Ink.Text), (Ink.BarDone, Ink.Bar),
    ];

    public static TheoryData<string> Names() => [.. Theme.All.Select(theme => theme.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_tell_apart_what_means_different_things(string name)
    {
        Theme theme = Theme.Named(name)!;
        foreach (ColorDepth depth in Enum.GetValues<ColorDepth>())
        {
            foreach ((Ink one, Ink other) in Different)
            {
                theme.StyleOf(one, depth).ShouldNotBe(theme.StyleOf(other, depth), $"{one} and {other}, {depth}");
            }
        }
    }

    [Fact]
    public void Should_be_readable_on_every_usual_dark_background() => ShouldBeReadable(Theme.Dark, DarkBackgrounds);

    [Fact]
    public void Should_be_readable_on_every_usual_light_background() => ShouldBeReadable(Theme.Light, LightBackgrounds);

    [Fact]
    public void Should_have_enough_contrast_on_a_background_of_its_own()
    {
        ShouldBeReadable(Theme.ColorBlind, ["#000000"]);
        foreach (Ink ink in Enum.GetValues<Ink>())
        {
            Style style = Theme.HighContrast.StyleOf(ink, ColorDepth.Palette);
            ContrastOf(HexOf(style.Foreground), HexOf(style.Background)).ShouldBeGreaterThanOrEqualTo(WellReadableText, ink.ToString());
            style.Decoration.HasFlag(Decoration.Dim).ShouldBeFalse(ink.ToString());
        }
    }

    [Fact]
    public void Should_be_readable_where_there_are_only_sixteen_colours()
    {
        foreach (string[] palette in new[] { Vga, Xterm })
        {
            foreach (Ink ink in Enum.GetValues<Ink>())
            {
                ContrastIn(palette, Theme.Dark.StyleOf(ink, ColorDepth.Sixteen), 7, 0).ShouldBeGreaterThanOrEqualTo(ReadableText, $"dark, {ink}");
                ContrastIn(palette, Theme.Light.StyleOf(ink, ColorDepth.Sixteen), 0, 15).ShouldBeGreaterThanOrEqualTo(ReadableText, $"light, {ink}");
                ContrastIn(palette, Theme.ColorBlind.StyleOf(ink, ColorDepth.Sixteen), 7, 0).ShouldBeGreaterThanOrEqualTo(ReadableText, $"colour-blind, {ink}");
                ContrastIn(palette, Theme.HighContrast.StyleOf(ink, ColorDepth.Sixteen), 7, 0).ShouldBeGreaterThanOrEqualTo(WellReadableText, $"high-contrast, {ink}");
            }
        }
    }

    [Fact]
    public void Should_stay_apart_for_people_who_cannot_tell_red_from_green()
    {
        (Ink One, Ink Other)[] pairs =
        [
            (Ink.Good, Ink.Bad), (Ink.Good, Ink.Warning), (Ink.Positive, Ink.Negative), (Ink.Forward, Ink.Backward), (Ink.Forward, Ink.Update),
            (Ink.Forward, Ink.Loss), (Ink.Backward, Ink.Update), (Ink.Backward, Ink.Loss), (Ink.Update, Ink.Loss),
        ];
        foreach (double[][] eye in new[] { Protanopia, Deuteranopia })
        {
            foreach ((Ink one, Ink other) in pairs)
            {
                double distance = Distance(SeenWith(eye, ForegroundOf(one)), SeenWith(eye, ForegroundOf(other)));
                distance.ShouldBeGreaterThanOrEqualTo(FarApart, $"{one} and {other}");
            }
        }

        static string ForegroundOf(Ink ink) => HexOf(Theme.ColorBlind.StyleOf(ink, ColorDepth.Palette).Foreground);
    }

    [Fact]
    public void Should_measure_contrast_and_distance_as_published()
    {
        // https://webaim.org/resources/contrastchecker: #767676 on white; black on white is 21 by definition.
        ContrastOf("#000000", "#ffffff").ShouldBe(21, 1e-9);
        ContrastOf("#767676", "#ffffff").ShouldBe(4.54, 0.005);

        // CIE lightness of white is 100; red and green of equal lightness collapse without the cones for medium waves.
        Distance(Linear("#000000"), Linear("#ffffff")).ShouldBe(100, 0.1);
        Distance(SeenWith(Deuteranopia, "#c04040"), SeenWith(Deuteranopia, "#6f6f2f")).ShouldBeLessThan(Distance(Linear("#c04040"), Linear("#6f6f2f")) / 2);
    }

    [Fact]
    public void Should_use_no_colour_beyond_the_sixteen_where_there_are_none()
    {
        foreach (Theme theme in Theme.All)
        {
            foreach (Ink ink in Enum.GetValues<Ink>())
            {
                Style style = theme.StyleOf(ink, ColorDepth.Sixteen);
                (style.Foreground == Color.Default || Theme.NumberOfNamed(style.Foreground) is not null).ShouldBeTrue($"{theme.Id}, {ink}");
            }
        }
    }

    [Theory]
    [InlineData("15;0", TerminalBackground.Dark)]
    [InlineData("0;15", TerminalBackground.Light)]
    [InlineData("0;default;7", TerminalBackground.Light)]
    [InlineData("7;8", TerminalBackground.Dark)]
    [InlineData("default;default", TerminalBackground.Unknown)]
    [InlineData("0;99", TerminalBackground.Unknown)]
    [InlineData("", TerminalBackground.Unknown)]
    [InlineData(null, TerminalBackground.Unknown)]
    internal void Should_find_out_the_background(string? variable, TerminalBackground background) =>
        TerminalBackgrounds.FromVariable(variable).ShouldBe(background);

    [Fact]
    public void Should_follow_the_background_and_be_plain_where_nobody_knows_it()
    {
        Theme.For(TerminalBackground.Dark).ShouldBe(Theme.Dark);
        Theme.For(TerminalBackground.Light).ShouldBe(Theme.Light);
        Theme.For(TerminalBackground.Unknown).ShouldBe(Theme.Default);
        TerminalBackgrounds.FromColor(0x2e / 255.0, 0x34 / 255.0, 0x36 / 255.0).ShouldBe(TerminalBackground.Dark);
        TerminalBackgrounds.FromColor(0xfd / 255.0, 0xf6 / 255.0, 0xe3 / 255.0).ShouldBe(TerminalBackground.Light);
    }

    [Theory]
    [InlineData("", "xterm-256color", false, ColorDepth.Palette)]
    [InlineData("truecolor", "xterm-256color", false, ColorDepth.True)]
    [InlineData("24bit", "xterm", false, ColorDepth.True)]
    [InlineData("", "tmux-256color", false, ColorDepth.Palette)]
    [InlineData("", "linux", false, ColorDepth.Sixteen)]
    [InlineData("", "", false, ColorDepth.Sixteen)]
    [InlineData("", "", true, ColorDepth.True)]
    internal void Should_find_out_how_many_colours_there_are(string colors, string term, bool isWindows, ColorDepth depth) =>
        ColorDepths.Of(name => name == "COLORTERM" ? colors : name == "TERM" ? term : null, isWindows).ShouldBe(depth);

    [Fact]
    public void Should_paint_its_background_in_the_terminal_and_in_pictures()
    {
        Canvas canvas = new(new Size(4, 1));
        canvas.Write(0, 0, "w5");
        string frame = new FrameEncoder(new TerminalOptions { Theme = Theme.HighContrast, Depth = ColorDepth.Palette }).Encode(canvas);
        frame.ShouldContain("\e[38;5;231;48;5;16mw5  \e[0m");
        SvgScreen.Write(canvas, "", Theme.HighContrast).ShouldContain("rx=\"8\" fill=\"#000000\"");
        SvgScreen.Write(canvas, "", Theme.Light).ShouldContain("rx=\"8\" fill=\"#ffffff\"");
        new FrameEncoder(new TerminalOptions(NoColor: true) { Theme = Theme.HighContrast, Depth = ColorDepth.True }).Encode(canvas).ShouldNotContain("48;");
    }

    [Fact]
    public void Should_leave_the_background_of_lines_among_other_lines_alone()
    {
        foreach (Theme theme in Theme.All)
        {
            Enum.GetValues<Ink>().ShouldAllBe(ink => theme.OnPage.StyleOf(ink, ColorDepth.True).Background == Color.Default);
        }
    }

    private static void ShouldBeReadable(Theme theme, string[] backgrounds)
    {
        foreach (Ink ink in Enum.GetValues<Ink>())
        {
            Color color = theme.StyleOf(ink, ColorDepth.Palette).Foreground;
            double needed = ink is Ink.Border or Ink.Bar ? VisibleLine : ReadableText;
            foreach (string background in backgrounds.Where(_ => color != Color.Default))
            {
                ContrastOf(HexOf(color), background).ShouldBeGreaterThanOrEqualTo(needed, $"{ink} on {background}");
            }
        }
    }

    private static double ContrastIn(string[] palette, Style style, int foreground, int background) => ContrastOf(
        palette[Theme.NumberOfNamed(style.Foreground) is { } front && style.Foreground != Color.Default ? front : foreground],
        palette[Theme.NumberOfNamed(style.Background) is { } back && style.Background != Color.Default ? back : background]);

    private static string HexOf(Color color) => "#" + color.ToHex();

    private static double ContrastOf(string one, string other)
    {
        double[] lights = [.. new[] { one, other }.Select(hex => Linear(hex) is [var red, var green, var blue] ? (0.2126 * red) + (0.7152 * green) + (0.0722 * blue) : 0).Order()];
        return (lights[1] + 0.05) / (lights[0] + 0.05);
    }

    private static double[] Linear(string hex) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(part => Convert.ToInt32(hex.Substring(1 + (2 * part), 2), 16) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
    ];

    private static double[] SeenWith(double[][] eye, string hex)
    {
        double[] light = Linear(hex);
        return [.. eye.Select(row => Math.Clamp((row[0] * light[0]) + (row[1] * light[1]) + (row[2] * light[2]), 0, 1))];
    }

    /// <summary>The distance in CIE L*a*b* under daylight (D65), from linear sRGB (IEC 61966-2-1).</summary>
    private static double Distance(double[] one, double[] other)
    {
        double[] a = Lab(one);
        double[] b = Lab(other);
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Lab(double[] light)
    {
        double x = F(((0.4124564 * light[0]) + (0.3575761 * light[1]) + (0.1804375 * light[2])) / 0.95047);
        double y = F((0.2126729 * light[0]) + (0.7151522 * light[1]) + (0.0721750 * light[2]));
        double z = F(((0.0193339 * light[0]) + (0.1191920 * light[1]) + (0.9503041 * light[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
