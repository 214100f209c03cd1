using System.Buffers;
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

    private const int ZeroWidthJoiner = 0x200D;
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

            Current = Next();
            if (Current.Width > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Takes a cluster off the text. It ends before a second character that takes cells, unless both are one emoji: so the
    /// cells of two texts joined are the sum of theirs, and a text made safe measures the same when it is measured again.
    /// </summary>
    private Grapheme Next()
    {
        // Looking at only so much keeps the time proportional to the text, whatever it joins.
        var near = rest[..Math.Min(rest.Length, MaximumLength)];
        var cluster = near[..StringInfo.GetNextTextElementLength(near)];
        var width = 0;
        var length = 0;
        var last = default(Rune);
        while (length < cluster.Length)
        {
            var status = Rune.DecodeFromUtf16(cluster[length..], out var rune, out var consumed);
            if (status != OperationStatus.Done || IsForbidden(rune) || (length == 0 && IsSkinTone(rune)))
            {
                return length > 0 ? Take(length, width) : Replace(Math.Max(1, consumed));
            }

            var cells = CellWidth.Of(rune);
            if (cells > 0 && width > 0 && !IsOneEmoji(last, rune))
            {
                break;
            }

            // The mark that asks for the coloured picture of a symbol makes it wide.
            width += rune.Value == EmojiPresentation && width == 1 ? 1 : cells;
            length += consumed;
            last = rune;
        }

        return Take(length, width);
    }

    private Grapheme Take(int length, int width)
    {
        // A joiner with nothing to join could join what follows once something in between is left out.
        var taken = rest[..length].TrimEnd((char)ZeroWidthJoiner);
        rest = rest[length..];
        return new Grapheme(taken, Math.Min(2, width));
    }

    private Grapheme Replace(int length)
    {
        rest = rest[(rest is ['\r', '\n', ..] ? 2 : length)..];
        return new Grapheme(SubstituteText, 1);
    }

    private static bool IsOneEmoji(Rune last, Rune next) =>
        last.Value == ZeroWidthJoiner || IsSkinTone(next) || (IsRegionalIndicator(last) && IsRegionalIndicator(next));

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsRegionalIndicator(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

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
