using System.Globalization;
using System.Security;
using System.Text;
using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>Draws a frame as a standalone SVG picture. Every run of text is fitted to its cells, whatever font the reader has.</summary>
internal static class SvgScreen
{
    private const double CellWidthInPixels = 8.4;
    private const double CellHeight = 18;
    private const double Baseline = 13.5;
    private const double Margin = 12;
    private const double DimOpacity = 0.6;

    private const string Fonts =
        "'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,D2Coding,'Noto Sans Mono CJK KR','Nanum Gothic Coding',monospace";

    // What the sixteen colours, by their numbers, look like here.
    private static readonly string[] Palette =
    [
        "#2a2e37", "#f07178", "#9ece6a", "#e0af68", "#6f9bf2", "#c792ea", "#5fc9c9", "#c8ccd4",
        "#5c6370", "#ff8b92", "#b5e48c", "#ffcb6b", "#82aaff", "#ddb3ff", "#89ddff", "#ffffff",
    ];

    /// <summary>The picture of a frame.</summary>
    /// <param name="canvas">The frame.</param>
    /// <param name="title">What the picture is called for those who cannot see it.</param>
    /// <param name="theme">The colours; those of the plain theme where null.</param>
    public static string Write(Canvas canvas, string title, Theme? theme = null)
    {
        theme ??= Theme.Default;
        var svg = new StringBuilder();
        var width = Number((canvas.Size.Columns * CellWidthInPixels) + (2 * Margin));
        var height = Number((canvas.Size.Rows * CellHeight) + (2 * Margin));
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" """);
        svg.Append(CultureInfo.InvariantCulture, $"""viewBox="0 0 {width} {height}" role="img" font-family="{Fonts}" font-size="14">""");
        svg.Append(CultureInfo.InvariantCulture, $"\n<title>{Escape(title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{width}" height="{height}" rx="8" fill="{theme.PictureBackground}"/>""").Append('\n');
        for (var row = 0; row < canvas.Size.Rows; row++)
        {
            foreach (var run in RunsOf(canvas, row))
            {
                Write(svg, run, row, theme);
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Splits a row where the ink changes, and where wide and narrow characters or lines and letters meet.</summary>
    private static IEnumerable<Run> RunsOf(Canvas canvas, int row)
    {
        var column = 0;
        while (column < canvas.Size.Columns)
        {
            var start = column;
            var ink = canvas.InkAt(column, row);
            var kind = KindOf(canvas, column, row);
            var text = new StringBuilder();
            while (column < canvas.Size.Columns && canvas.InkAt(column, row) == ink && KindOf(canvas, column, row) == kind)
            {
                text.Append(canvas[column, row]);
                column += kind == Kind.Wide ? 2 : 1;
            }

            yield return new Run(start, column - start, text.ToString(), ink);
        }
    }

    private static Kind KindOf(Canvas canvas, int column, int row)
    {
        if (canvas.IsContinuation(column + 1, row))
        {
            return Kind.Wide;
        }

        return canvas[column, row] switch
        {
            " " => Kind.Blank,
            [< '\u0080'] => Kind.Ascii,
            [>= '\u2500' and < '\u25A0'] => Kind.Drawing,
            _ => Kind.Symbol,
        };
    }

    private static void Write(StringBuilder svg, Run run, int row, Theme theme)
    {
        var style = theme.StyleOf(run.Ink, ColorDepth.True);
        var color = ColorOf(style.Foreground, theme);
        var x = Number(Margin + (run.Column * CellWidthInPixels));
        var width = Number(run.Columns * CellWidthInPixels);
        if (style.Decoration.HasFlag(Decoration.Invert))
        {
            var y = Number(Margin + (row * CellHeight));
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="{width}" height="{Number(CellHeight)}" fill="{color}"/>""")
                .Append('\n');
            color = theme.PictureBackground;
        }

        if (string.IsNullOrWhiteSpace(run.Text))
        {
            return;
        }

        var baseline = Number(Margin + (row * CellHeight) + Baseline);
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{baseline}" textLength="{width}" lengthAdjust="spacingAndGlyphs" fill="{color}" """);
        svg.Append(style.Decoration.HasFlag(Decoration.Bold) ? "font-weight=\"bold\" " : "");
        svg.Append(style.Decoration.HasFlag(Decoration.Dim) ? $"fill-opacity=\"{Number(DimOpacity)}\" " : "");
        svg.Append(style.Decoration.HasFlag(Decoration.Underline) ? "text-decoration=\"underline\" " : "");
        svg.Append(CultureInfo.InvariantCulture, $">{Escape(run.Text)}</text>\n");
    }

    private static string ColorOf(Color color, Theme theme) =>
        color == Color.Default ? theme.PictureForeground
        : theme.IsNamedOnly && Theme.NumberOfNamed(color) is { } number ? Palette[number]
        : "#" + color.ToHex().ToLowerInvariant();

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Escapes the text and leaves out what no XML document may hold.</summary>
    private static string Escape(string text)
    {
        var allowed = text.EnumerateRunes().Where(static rune => rune.Value is '\t' or (>= ' ' and not 0xFFFE and not 0xFFFF));
        return SecurityElement.Escape(string.Concat(allowed));
    }

    private enum Kind
    {
        Blank,
        Ascii,
        Drawing,
        Symbol,
        Wide,
    }

    private sealed record Run(int Column, int Columns, string Text, Ink Ink);
}
