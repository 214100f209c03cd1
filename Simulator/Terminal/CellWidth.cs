using System.Globalization;
using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// Measures and fits text in terminal cells, which are not characters: Korean takes two, a combining mark none. Every text
/// given back is safe to show (see <see cref="Graphemes"/>). Works for any text and any width; never throws.
/// </summary>
/// <remarks>
/// Widths are Unicode 16's East Asian Width, wide and fullwidth as two; ambiguous ones (box drawing, Greek, ∂) are one, as
/// terminals have it unless told otherwise.
/// </remarks>
internal static class CellWidth
{
    private const char Ellipsis = '…';

    /// <summary>No terminal is wider; padding asked for beyond is not given.</summary>
    private const int MaximumCells = 10_000;

    /// <summary>First and last code point of what takes two cells, in order.</summary>
    private static readonly int[] Wide =
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F, 0x2693, 0x2693, 0x26A1, 0x26A1,
        0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3,
        0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
        0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C,
        0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x2E99, 0x2E9B, 0x2EF3, 0x2F00, 0x2FD5, 0x2FF0, 0x303E, 0x3041, 0x3096,
        0x3099, 0x30FF, 0x3105, 0x312F, 0x3131, 0x318E, 0x3190, 0x31E5, 0x31EF, 0x321E, 0x3220, 0x3247, 0x3250, 0xA48C,
        0xA490, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE52, 0xFE54, 0xFE66,
        0xFE68, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE4, 0x16FF0, 0x16FF1, 0x17000, 0x187F7,
        0x18800, 0x18CD5, 0x18CFF, 0x18D08, 0x1AFF0, 0x1AFFE, 0x1B000, 0x1B122, 0x1B132, 0x1B132, 0x1B150, 0x1B152,
        0x1B155, 0x1B155, 0x1B164, 0x1B167, 0x1B170, 0x1B2FB, 0x1D300, 0x1D356, 0x1D360, 0x1D376, 0x1F004, 0x1F004,
        0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F202, 0x1F210, 0x1F23B, 0x1F240, 0x1F248,
        0x1F250, 0x1F251, 0x1F260, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393,
        0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
        0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
        0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6D7,
        0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A,
        0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
    ];

    /// <summary>Cells the character takes by itself: 0, 1 or 2. One that must not be shown counts as its substitute: 1.</summary>
    public static int Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300)
        {
            return value == 0xAD ? 0 : 1;
        }

        if (value is >= 0xAC00 and <= 0xD7A3)
        {
            return 2;
        }

        if (value is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FB))
        {
            return 0;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(value) ? 2 : 1,
        };
    }

    /// <summary>Cells the text takes when shown.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var grapheme in new Graphemes(text))
        {
            width += grapheme.Width;
        }

        return width;
    }

    /// <summary>The text, or its beginning and its end with an ellipsis between: the names of numbers differ at their ends.</summary>
    public static string CropMiddle(string text, int cells)
    {
        if (Of(text) <= cells)
        {
            return text;
        }

        List<(string Text, int Width)> graphemes = [];
        foreach (var grapheme in new Graphemes(text))
        {
            graphemes.Add((grapheme.Text.ToString(), grapheme.Width));
        }

        int room = cells - 1;
        int begin = 0;
        int width = 0;
        while (begin < graphemes.Count && width + graphemes[begin].Width <= room / 3)
        {
            width += graphemes[begin++].Width;
        }

        int end = graphemes.Count;
        while (end > begin && width + graphemes[end - 1].Width <= room)
        {
            width += graphemes[--end].Width;
        }

        return cells <= 0 ? "" : string.Concat(graphemes.Take(begin).Select(part => part.Text)) + Ellipsis + string.Concat(graphemes.Skip(end).Select(part => part.Text));
    }

    /// <summary>The text, or as much of its beginning as fits into the cells, the last of them an ellipsis.</summary>
    public static string Crop(string text, int cells, bool ellipsis = true)
    {
        if (cells <= 0)
        {
            return "";
        }

        var builder = new StringBuilder(Math.Min(text.Length, 256));
        var width = 0;
        var fitting = 0;
        var kept = ellipsis ? cells - 1 : cells;
        foreach (var grapheme in new Graphemes(text))
        {
            width += grapheme.Width;
            if (width > cells)
            {
                builder.Length = fitting;
                return ellipsis ? builder.Append(Ellipsis).ToString() : builder.ToString();
            }

            builder.Append(grapheme.Text);
            if (width <= kept)
            {
                fitting = builder.Length;
            }
        }

        return builder.Length == text.Length && builder.Equals(text) ? text : builder.ToString();
    }

    /// <summary>The text and spaces after it up to the cells; a longer text stays whole.</summary>
    public static string PadRight(string text, int cells)
    {
        var shown = Shown(text, out var width);
        return shown + Spaces(cells, width);
    }

    /// <summary>The text and spaces before it up to the cells; a longer text stays whole.</summary>
    public static string PadLeft(string text, int cells)
    {
        var shown = Shown(text, out var width);
        return Spaces(cells, width) + shown;
    }

    /// <summary>
    /// Lines of at most so many cells. They break at spaces, which then are left out, and at line ends in the text (but for the last); a word
    /// breaks only if no line could hold it. Where not even one wide character fits, an ellipsis stands for it. No cells,
    /// no lines.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, int cells)
    {
        if (cells <= 0)
        {
            return [];
        }

        var wrapping = new Wrapping(cells);
        foreach (var paragraph in text.AsSpan().TrimEnd("\r\n").EnumerateLines())
        {
            foreach (var grapheme in new Graphemes(paragraph))
            {
                wrapping.Add(grapheme.Text, grapheme.Width);
            }

            wrapping.EndParagraph();
        }

        return wrapping.Lines;
    }

    private static string Shown(string text, out int width)
    {
        var builder = new StringBuilder(text.Length);
        width = 0;
        foreach (var grapheme in new Graphemes(text))
        {
            builder.Append(grapheme.Text);
            width += grapheme.Width;
        }

        return builder.ToString();
    }

    private static string Spaces(int cells, int width) => new(' ', Math.Max(0, Math.Min(cells, MaximumCells) - width));

    private static bool IsWide(int value)
    {
        if (value < Wide[0])
        {
            return false;
        }

        var index = Array.BinarySearch(Wide, value);
        // Between two bounds the complement is the index of the next one: odd when that one ends a range.
        return index >= 0 || (~index & 1) == 1;
    }

    private sealed class Wrapping(int cells)
    {
        private readonly StringBuilder line = new();
        private readonly StringBuilder word = new();
        private int lineWidth;
        private int wordWidth;
        private int spaces;

        public List<string> Lines { get; } = [];

        public void Add(ReadOnlySpan<char> grapheme, int width)
        {
            if (grapheme is " ")
            {
                EndWord();
                spaces++;
                return;
            }

            if (width > cells)
            {
                grapheme = "…";
                width = 1;
            }

            if (wordWidth + width > cells)
            {
                // No line holds the word: it fills lines of its own from here on.
                EndWord();
                EndLine();
            }

            word.Append(grapheme);
            wordWidth += width;
        }

        public void EndParagraph()
        {
            EndWord();
            EndLine();
        }

        private void EndWord()
        {
            if (wordWidth == 0)
            {
                return;
            }

            if (lineWidth + (long)spaces + wordWidth > cells && lineWidth + spaces > 0)
            {
                if (lineWidth > 0)
                {
                    EndLine();
                }

                spaces = 0;
            }

            line.Append(' ', spaces).Append(word);
            lineWidth += spaces + wordWidth;
            spaces = 0;
            wordWidth = 0;
            word.Clear();
        }

        private void EndLine()
        {
            Lines.Add(line.ToString());
            line.Clear();
            lineWidth = 0;
            spaces = 0;
        }
    }
}
