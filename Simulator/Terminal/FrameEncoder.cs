using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// Turns canvases into what a terminal is sent: the rows that changed since the last one, each at its absolute position, all
/// in one synchronized update (terminals that do not know it ignore it).
/// </summary>
internal sealed class FrameEncoder
{
    private const string BeginUpdate = "\e[?2026h";
    private const string EndUpdate = "\e[?2026l";
    private const string Clear = "\e[0m\e[2J";
    private const string Reset = "\e[0m";

    private readonly TerminalOptions options;
    private readonly StringBuilder text = new();
    private ImmutableArray<string> prefixes;
    private Canvas? previous;

    public FrameEncoder(TerminalOptions options)
    {
        this.options = options;
        prefixes = PrefixesOf(options);
    }

    /// <summary>Forgets the last frame: the terminal may show anything, so the next frame is written whole.</summary>
    public void Invalidate() => previous = null;

    /// <summary>Goes on in other colours.</summary>
    public void Use(Theme theme)
    {
        prefixes = PrefixesOf(options with { Theme = theme });
        Invalidate();
    }

    /// <summary>What to send so that the terminal shows the canvas; empty if it already does.</summary>
    public string Encode(Canvas canvas)
    {
        var whole = previous is null || previous.Size != canvas.Size;
        text.Clear();
        for (var row = 0; row < canvas.Size.Rows; row++)
        {
            if (whole || !canvas.HasSameRow(row, previous!))
            {
                EncodeRow(canvas, row);
            }
        }

        previous = canvas.Copy();
        if (text.Length == 0 && !whole)
        {
            return "";
        }

        return text.Insert(0, whole ? BeginUpdate + Clear : BeginUpdate).Append(EndUpdate).ToString();
    }

    private void EncodeRow(Canvas canvas, int row)
    {
        MoveTo(column: 0, row);
        var glyphs = canvas.GlyphsOf(row);
        var inks = canvas.InksOf(row);
        var current = "";
        for (var column = 0; column < glyphs.Length; column++)
        {
            var glyph = glyphs[column];
            if (Canvas.IsContinuation(glyph))
            {
                continue;
            }

            var prefix = prefixes[(int)inks[column]];
            if (!ReferenceEquals(prefix, current) && prefix != current)
            {
                text.Append(current.Length > 0 ? Reset : "").Append(prefix);
                current = prefix;
            }

            glyph = options.Symbols.Write(glyph, canvas);
            var wide = column + 1 < glyphs.Length && Canvas.IsContinuation(glyphs[column + 1]);
            if (Canvas.IsCluster(glyph) || glyph > char.MaxValue)
            {
                // Terminals differ in the width of these. Blanks and positions around them keep the rest of the row in place.
                text.Append(wide ? "  " : " ");
                MoveTo(column, row);
                canvas.AppendTo(text, glyph);
                MoveTo(column + (wide ? 2 : 1), row);
            }
            else
            {
                canvas.AppendTo(text, glyph);
            }
        }

        text.Append(current.Length > 0 ? Reset : "");
    }

    private void MoveTo(int column, int row) =>
        text.Append(CultureInfo.InvariantCulture, $"\e[{row + 1};{column + 1}H");

    /// <summary>
    /// What Spectre.Console writes before a text of each style. It is given nothing but one letter: lines are laid out here,
    /// because it does not lay out wide text in narrow places safely.
    /// </summary>
    internal static ImmutableArray<string> PrefixesOf(TerminalOptions options)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemOf(options),
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        ColorDepth depth = options.NoColor ? ColorDepth.Sixteen : options.Depth;
        var written = writer.GetStringBuilder();
        return [.. Enum.GetValues<Ink>().Select(PrefixOf)];

        string PrefixOf(Ink ink)
        {
            written.Clear();
            console.Write(new Text("x", options.Theme.StyleOf(ink, depth)));
            return options.NoStyle ? "" : written.ToString().Split('x')[0];
        }
    }

    /// <summary>Named colours are always written by their names, which the palette that the user chose decides on.</summary>
    private static ColorSystemSupport ColorSystemOf(TerminalOptions options) => options switch
    {
        { NoColor: true } => ColorSystemSupport.NoColors,
        { Depth: ColorDepth.Sixteen } or { Theme.IsNamedOnly: true } => ColorSystemSupport.Standard,
        { Depth: ColorDepth.Palette } => ColorSystemSupport.EightBit,
        _ => ColorSystemSupport.TrueColor,
    };
}
