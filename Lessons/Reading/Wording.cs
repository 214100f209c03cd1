using System.Globalization;
using System.Text;

namespace Lessons.Reading;

/// <summary>How parts of a file are quoted inside a message: on one line, short, and without characters a terminal would obey.</summary>
internal static class Wording
{
    private const int LongestQuote = 40;
    private const int LongestList = 30;

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes())
        {
            if (quoted.Length > LongestQuote)
            {
                quoted.Append('…');
                break;
            }

            quoted.Append(Visible(rune));
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The character itself where it shows, otherwise its code: <c>U+001B</c>.</summary>
    public static string Name(int character) =>
        Rune.IsValid(character) && IsShown(new Rune(character)) ? $"'{new Rune(character)}'" : $"U+{character:X4}";

    public static string List(IEnumerable<string> words)
    {
        var shown = words.Take(LongestList + 1).Select(Shorten).ToList();
        if (shown.Count > LongestList)
        {
            shown[LongestList] = "…";
        }

        return string.Join(", ", shown);
    }

    private static string Shorten(string word) => Quote(word)[1..^1];

    private static string Visible(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\t' => "\\t",
        _ => IsShown(rune) ? rune.ToString() : $"\\u{rune.Value:X4}",
    };

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
