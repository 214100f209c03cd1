using System.Globalization;
using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// Walks through the grapheme clusters of a text that may come from anywhere, giving only what is safe to show: control
/// characters, line separators and broken surrogates are replaced, clusters that take no cell (a lone combining mark, a
/// zero-width space, a change of writing direction) are left out, endless stacks of combining marks are cut.
/// </summary>
internal ref struct Graphemes(ReadOnlySpan<char> text)
{
    /// <summary>Shown for what must not reach the terminal.</summary>
    public static Rune Substitute { get; } = Rune.ReplacementChar;

    /// <summary>A family of four with skin tones takes 19 characters; what is longer is no picture anybody drew.</summary>
    private const int MaximumLength = 32;

    private const int EmojiPresentation = 0xFE0F;

    private const string SubstituteText = "\uFFFD";

    private ReadOnlySpan<char> rest = text;

    public Grapheme Current { get; private set; }

    public readonly Graphemes GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!rest.IsEmpty)
        {
            // Most text is of characters that stand alone, which is seen without asking for the cluster's bounds.
            if (IsPlain(rest[0]) && (rest.Length == 1 || IsPlain(rest[1])))
            {
                Current = new Grapheme(rest[..1], CellWidth.Of(new Rune(rest[0])));
                rest = rest[1..];
                return true;
            }

            var length = StringInfo.GetNextTextElementLength(rest);
            var cluster = rest[..length];
            rest = rest[length..];
            Current = Measure(cluster);
            if (Current.Width > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Grapheme Measure(ReadOnlySpan<char> cluster)
    {
        var width = 0;
        var length = 0;
        while (length < cluster.Length)
        {
            if (Rune.DecodeFromUtf16(cluster[length..], out var rune, out var consumed) != System.Buffers.OperationStatus.Done
                || IsForbidden(rune))
            {
                return new Grapheme(SubstituteText, 1);
            }

            if (length + consumed > MaximumLength)
            {
                break;
            }

            // The mark that asks for the coloured picture of a symbol makes it wide.
            width += rune.Value == EmojiPresentation && width == 1 ? 1 : CellWidth.Of(rune);
            length += consumed;
        }

        return new Grapheme(cluster[..length], Math.Min(2, width));
    }

    /// <summary>Whether a terminal would act on the character instead of showing it.</summary>
    public static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Characters that never join with one another into a cluster.</summary>
    private static bool IsPlain(char character) => character switch
    {
        < ' ' => false,
        < '\u007F' => true,
        < '\u00A0' or '\u00AD' => false,
        < '\u0300' => true,
        < '\u0370' => false,
        < '\u0400' => true,
        < '\u2010' => false,
        < '\u2028' => true,
        < '\u2030' => false,
        < '\u205F' => true,
        < '\u2070' => false,
        < '\u20D0' => true,
        < '\u2100' => false,
        < '\u2C00' => true,
        >= '\u3400' and < '\uA000' => true,
        >= '\uAC00' and <= '\uD7A3' => true,
        _ => false,
    };
}

/// <summary>A grapheme cluster that is safe to show.</summary>
internal readonly ref struct Grapheme(ReadOnlySpan<char> text, int width)
{
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>The cells it takes: 1 or 2.</summary>
    public int Width { get; } = width;
}
