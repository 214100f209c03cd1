using System.Collections.Immutable;

namespace Simulator.Terminal;

/// <summary>A piece of a line: a text and what it means.</summary>
internal readonly record struct InkedText(string Text, Ink Ink = Ink.Text);

/// <summary>
/// Lines of text for whoever reads standard output: in colour on a terminal, plain elsewhere, symbols in ASCII where asked.
/// What a terminal would act on is never written (see <see cref="Graphemes"/>).
/// </summary>
/// <param name="writer">Where the lines go.</param>
/// <param name="ascii">Whether symbols are written with ASCII characters; letters of any language stay.</param>
/// <param name="color">Whether inks are told apart by colour and style.</param>
/// <param name="options">What colours there are and which are used; the plain theme where null.</param>
internal sealed class TextPage(TextWriter writer, bool ascii, bool color, TerminalOptions? options = null)
{
    /// <summary>How many cells running text takes: as wide as books are set, so that it also fits small terminals.</summary>
    public const int TextCells = 96;

    private const string Reset = "\e[0m";

    private readonly SymbolSet symbols = ascii ? SymbolSet.Ascii : options?.Symbols ?? SymbolSet.All;
    private readonly ImmutableArray<string> prefixes = color ? PrefixesOf(options ?? new TerminalOptions()) : [];

    public void Line(string text = "", Ink ink = Ink.Text) => Line([new InkedText(text, ink)]);

    public void Line(params IReadOnlyList<InkedText> pieces)
    {
        foreach (InkedText piece in pieces)
        {
            Write(piece);
        }

        writer.Write('\n');
    }

    /// <summary>Running text, wrapped and indented.</summary>
    public void Paragraph(string text, int indent = 0, Ink ink = Ink.Text)
    {
        foreach (string line in CellWidth.Wrap(text, TextCells - indent))
        {
            Line(new string(' ', indent) + line, ink);
        }
    }

    /// <summary>Rows with their columns aligned, two cells apart; a column of numbers is best aligned by its caller.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<InkedText>> rows, int indent = 0)
    {
        int columns = rows.Select(row => row.Count).DefaultIfEmpty().Max();
        int[] widths = new int[columns];
        foreach (IReadOnlyList<InkedText> row in rows)
        {
            for (int column = 0; column < row.Count; column++)
            {
                widths[column] = Math.Max(widths[column], CellWidth.Of(Shown(row[column].Text)));
            }
        }

        foreach (IReadOnlyList<InkedText> row in rows)
        {
            int last = row.Count - 1;
            while (last >= 0 && row[last].Text.Length == 0)
            {
                last--;
            }

            writer.Write(new string(' ', indent));
            for (int column = 0; column <= last; column++)
            {
                Write(row[column]);
                if (column < last)
                {
                    writer.Write(new string(' ', widths[column] - CellWidth.Of(Shown(row[column].Text)) + 2));
                }
            }

            writer.Write('\n');
        }
    }

    private void Write(InkedText piece)
    {
        string prefix = color ? prefixes[(int)piece.Ink] : "";
        writer.Write(prefix);
        writer.Write(Shown(piece.Text));
        writer.Write(prefix.Length > 0 ? Reset : "");
    }

    private static ImmutableArray<string> PrefixesOf(TerminalOptions options) => FrameEncoder.PrefixesOf(options with { Theme = options.Theme.OnPage });

    private string Shown(string text)
    {
        string safe = CellWidth.PadRight(text, 0);
        return symbols.Write(safe);
    }
}
