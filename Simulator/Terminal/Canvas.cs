using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// A frame being drawn: a grid of cells, each with a grapheme and an ink. Positions outside of it are no mistake, nothing is
/// drawn there. Any text may be written; what a terminal would act on is replaced (see <see cref="Graphemes"/>).
/// </summary>
internal sealed class Canvas
{
    private const int Continuation = -1;

    private readonly Size size;
    private readonly int[] glyphs;
    private readonly Ink[] inks;

    // Graphemes of several characters; a cell names them by -2 - index. Empty in nearly every frame.
    private readonly List<string> clusters = [];

    private readonly List<(Region Region, Func<int, int, Target?> Find)> targets = [];

    public Canvas(Size size)
    {
        this.size = new Size(Math.Max(0, size.Columns), Math.Max(0, size.Rows));
        glyphs = new int[this.size.Columns * this.size.Rows];
        inks = new Ink[glyphs.Length];
        Array.Fill(glyphs, ' ');
    }

    private Canvas(Canvas other)
    {
        size = other.size;
        glyphs = [.. other.glyphs];
        inks = [.. other.inks];
        clusters = [.. other.clusters];
        targets = [.. other.targets];
    }

    public Size Size => size;

    public Region Region => Region.Of(size);

    /// <summary>What a cell shows; the second half of a wide character shows nothing.</summary>
    public string this[int column, int row] => Contains(column, row) ? TextOf(glyphs[Index(column, row)]) : "";

    public Ink InkAt(int column, int row) => Contains(column, row) ? inks[Index(column, row)] : Ink.Text;

    /// <summary>Whether the cell is the second half of a wide character.</summary>
    public bool IsContinuation(int column, int row) => Contains(column, row) && glyphs[Index(column, row)] == Continuation;

    /// <summary>Writes the text from the position on, as far as the canvas goes.</summary>
    /// <returns>The cells the text takes up to the canvas's edge, so that what follows goes to <c>column + Write(…)</c>.</returns>
    public int Write(int column, int row, string text, Ink ink = Ink.Text)
    {
        long position = column;
        foreach (var grapheme in new Graphemes(text))
        {
            if (position >= size.Columns)
            {
                break;
            }

            if (row >= 0 && row < size.Rows && position + grapheme.Width > 0)
            {
                Put((int)position, row, GlyphOf(grapheme.Text), grapheme.Width, ink);
            }

            position = Math.Min(position + grapheme.Width, Math.Max(column, size.Columns));
        }

        return (int)(position - column);
    }

    /// <summary>Writes the text, cropped with an ellipsis where it needs more cells.</summary>
    public int Write(int column, int row, string text, Ink ink, int maxCells) =>
        Write(column, row, CellWidth.Crop(text, maxCells), ink);

    public void Set(int column, int row, Rune rune, Ink ink = Ink.Text)
    {
        var width = CellWidth.Of(rune);
        if (row >= 0 && row < size.Rows && column < size.Columns && width > 0 && column + width > 0)
        {
            Put(column, row, Graphemes.IsForbidden(rune) ? Graphemes.Substitute.Value : rune.Value, width, ink);
        }
    }

    public void Set(int column, int row, char character, Ink ink = Ink.Text) =>
        Set(column, row, Rune.TryCreate(character, out var rune) ? rune : Graphemes.Substitute, ink);

    public void Fill(Region region, Rune rune, Ink ink = Ink.Text)
    {
        var (left, top, right, bottom) = Clip(region);
        var width = CellWidth.Of(rune);
        for (var row = top; width > 0 && row < bottom; row++)
        {
            var column = left;
            for (; column + width <= right; column += width)
            {
                Set(column, row, rune, ink);
            }

            if (column < right)
            {
                Set(column, row, ' ', ink);
            }
        }
    }

    public void Fill(Region region, char character = ' ', Ink ink = Ink.Text) =>
        Fill(region, Rune.TryCreate(character, out var rune) ? rune : Graphemes.Substitute, ink);

    /// <summary>Says what a region stands for when it is pointed at, whatever it stood for before.</summary>
    public void Target(Region region, Target target) => Target(region, (_, _) => target);

    /// <summary>The same for a region whose cells stand for different things, which are looked for when one is pointed at.</summary>
    /// <param name="region">The region.</param>
    /// <param name="find">What a cell stands for, given its column and row in the region; null for what it stood for before.</param>
    public void Target(Region region, Func<int, int, Target?> find) => targets.Add((region, find));

    /// <summary>What a cell stands for; null for nothing.</summary>
    public Target? TargetAt(int column, int row) => FindTarget(column, row) is { } target && target != Terminal.Target.None ? target : null;

    private Target? FindTarget(int column, int row)
    {
        for (int index = targets.Count - 1; index >= 0; index--)
        {
            (Region region, Func<int, int, Target?> find) = targets[index];
            if (region.Contains(column, row) && find(column - region.Column, row - region.Row) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    /// <summary>Changes the ink of what is there.</summary>
    public void Restyle(Region region, Ink ink)
    {
        var (left, top, right, bottom) = Clip(region);
        for (var row = top; row < bottom; row++)
        {
            inks.AsSpan(Index(left, row), right - left).Fill(ink);
        }
    }

    /// <summary>Draws a frame along the inner edge of the region, its title in the upper line. Less than 2 × 2 cells hold none.</summary>
    public void Box(Region region, string title = "", Ink ink = Ink.Border, bool ascii = false, Ink titleInk = Ink.Title)
    {
        if (region.Columns < 2 || region.Rows < 2)
        {
            return;
        }

        var symbols = ascii ? "+-+|++" : "╭─╮│╰╯";
        var right = region.Column + region.Columns - 1;
        var bottom = region.Row + region.Rows - 1;
        Fill(new Region(region.Column, region.Row, region.Columns, 1), symbols[1], ink);
        Fill(new Region(region.Column, bottom, region.Columns, 1), symbols[1], ink);
        Fill(new Region(region.Column, region.Row, 1, region.Rows), symbols[3], ink);
        Fill(new Region(right, region.Row, 1, region.Rows), symbols[3], ink);
        Set(region.Column, region.Row, symbols[0], ink);
        Set(right, region.Row, symbols[2], ink);
        Set(region.Column, bottom, symbols[4], ink);
        Set(right, bottom, symbols[5], ink);
        if (title.Length > 0 && region.Columns >= 6)
        {
            Write(region.Column + 2, region.Row, " " + CellWidth.Crop(title, region.Columns - 6) + " ", titleInk);
        }
    }

    /// <summary>Draws on a canvas of the region's size and puts that there, so that nothing is drawn beside the region.</summary>
    public void DrawWithin(Region region, Action<Canvas> draw)
    {
        Canvas part = new(new Size(region.Columns, region.Rows));
        draw(part);
        Paste(part, region.Column, region.Row);
    }

    public Canvas Copy() => new(this);

    /// <summary>A canvas of another size with as much of this one as fits, from the upper left corner on.</summary>
    public Canvas Copy(Size other)
    {
        Canvas copy = new(other);
        copy.Paste(this, 0, 0);
        return copy;
    }

    /// <summary>The rows as lines of text, without the spaces at their ends.</summary>
    public string ToText(bool ascii = false)
    {
        var text = new StringBuilder();
        for (var row = 0; row < size.Rows; row++)
        {
            if (row > 0)
            {
                text.Append('\n');
            }

            var start = text.Length;
            foreach (var glyph in GlyphsOf(row))
            {
                AppendTo(text, ascii ? AsciiSymbols.Map(glyph, this) : glyph);
            }

            while (text.Length > start && text[^1] == ' ')
            {
                text.Length--;
            }
        }

        return text.ToString();
    }

    /// <summary>The cells of a row: code points; negative for second halves and for clusters, see <see cref="AppendTo"/>.</summary>
    internal ReadOnlySpan<int> GlyphsOf(int row) => glyphs.AsSpan(row * size.Columns, size.Columns);

    internal ReadOnlySpan<Ink> InksOf(int row) => inks.AsSpan(row * size.Columns, size.Columns);

    internal static bool IsContinuation(int glyph) => glyph == Continuation;

    internal static bool IsCluster(int glyph) => glyph < Continuation;

    internal string ClusterOf(int glyph) => clusters[-2 - glyph];

    internal void AppendTo(StringBuilder text, int glyph)
    {
        if (glyph is >= 0 and <= char.MaxValue)
        {
            text.Append((char)glyph);
        }
        else
        {
            text.Append(TextOf(glyph));
        }
    }

    /// <summary>Whether a row looks the same on both canvases, which are of the same size.</summary>
    internal bool HasSameRow(int row, Canvas other)
    {
        var mine = GlyphsOf(row);
        var others = other.GlyphsOf(row);
        if (!InksOf(row).SequenceEqual(other.InksOf(row)) || !mine.SequenceEqual(others))
        {
            return false;
        }

        foreach (var glyph in mine)
        {
            if (IsCluster(glyph) && ClusterOf(glyph) != other.ClusterOf(glyph))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts another canvas's cells on this one, as far as they are on it, and what they stand for.</summary>
    private void Paste(Canvas part, int left, int top)
    {
        Region place = new(left, top, part.size.Columns, part.size.Rows);
        if (part.targets.Count > 0)
        {
            Target(place, part.FindTarget);
        }

        for (int row = 0; row < part.size.Rows; row++)
        {
            for (int column = 0; column < part.size.Columns; column++)
            {
                int glyph = part.glyphs[part.Index(column, row)];
                if (glyph != Continuation && Contains(left + column, top + row))
                {
                    int width = part.IsContinuation(column + 1, row) ? 2 : 1;
                    int mine = IsCluster(glyph) ? GlyphOf(part.ClusterOf(glyph)) : glyph;
                    Put(left + column, top + row, mine, width, part.InkAt(column, row));
                }
            }
        }
    }

    private string TextOf(int glyph) => glyph switch
    {
        >= 0 => new Rune(glyph).ToString(),
        Continuation => "",
        _ => ClusterOf(glyph),
    };

    private int GlyphOf(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
        {
            return text[0];
        }

        var rune = Rune.GetRuneAt(text.ToString(), 0);
        if (rune.Utf16SequenceLength == text.Length)
        {
            return rune.Value;
        }

        clusters.Add(text.ToString());
        return -1 - clusters.Count;
    }

    /// <summary>Puts a grapheme that is at least partly on the canvas; where half of it is not, a space takes its place.</summary>
    private void Put(int column, int row, int glyph, int width, Ink ink)
    {
        if (size.Columns == 0)
        {
            return;
        }

        if (width == 2 && (column < 0 || column + 1 >= size.Columns))
        {
            glyph = ' ';
            width = 1;
            column = Math.Max(0, column);
        }

        var index = Index(column, row);
        if (glyphs[index] == Continuation && column > 0)
        {
            glyphs[index - 1] = ' ';
        }

        if (column + width < size.Columns && glyphs[index + width] == Continuation)
        {
            glyphs[index + width] = ' ';
        }

        glyphs[index] = glyph;
        inks[index] = ink;
        if (width == 2)
        {
            glyphs[index + 1] = Continuation;
            inks[index + 1] = ink;
        }
    }

    private (int Left, int Top, int Right, int Bottom) Clip(Region region)
    {
        var left = Math.Clamp(region.Column, 0, size.Columns);
        var top = Math.Clamp(region.Row, 0, size.Rows);
        var right = (int)Math.Clamp((long)region.Column + region.Columns, left, size.Columns);
        var bottom = (int)Math.Clamp((long)region.Row + region.Rows, top, size.Rows);
        return (left, top, right, bottom);
    }

    private bool Contains(int column, int row) => column >= 0 && row >= 0 && column < size.Columns && row < size.Rows;

    private int Index(int column, int row) => (row * size.Columns) + column;
}
