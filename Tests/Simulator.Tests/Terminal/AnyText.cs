using System.Text;

namespace Simulator.Terminal;

/// <summary>Texts as nasty as a lesson file could hold them, the same in every run.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", " ", "  ", "w5", "[1,2]", "한", "글", "역전파", "값", "漢", "ｆ", "ᄒ", "ᅵ", "ᆫ", "ㅂ", "∂", "×", "−", "─", "…",
        "\u0301", "e\u0301", "\u20DD", "\u200B", "\u200D", "\u202E", "\u00AD", "\uFE0F", "❤\uFE0F", "😀", "👨\u200D👩\u200D👧", "🇰🇷", "👍🏽", "\t", "\n", "\r\n",
        "\r", "\e[31m", "\e]0;x\a", "\u009B2J", "\0", "\u007F", "\u2028", "\u0085", "\uD83D", "\uDE00", "\uFFFE", "क्षि", "ᄀᄀᄀ", "\u0600", "\uE000",
    ];

    public static IEnumerable<string> Texts(int count)
    {
        var random = new Random(20240607);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(0, 24); length > 0; length--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            yield return text.ToString();
        }

        yield return "e" + new string('\u0301', 20_000);
        yield return new string(' ', 20_000);
        yield return new string('한', 5000);
        yield return new string('ᄀ', 5000);
    }

    /// <summary>Fails unless the text can be sent to a terminal without moving its cursor or changing its state.</summary>
    public static void ShouldBeSafe(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var pair = char.IsSurrogatePair(text, i);
            if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202E' || (char.IsSurrogate(character) && !pair))
            {
                Assert.Fail($"U+{(int)character:X4} got through at {i}.");
            }

            i += pair ? 1 : 0;
        }
    }
}
