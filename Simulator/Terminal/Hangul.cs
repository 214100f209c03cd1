using System.Collections.Immutable;
using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// Finds the Latin keys that were pressed when a Korean two-set keyboard (dubeolsik) was on, so that the program's keys work
/// without switching it off.
/// </summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    // In Unicode's order: the letters a syllable begins with, has in the middle and ends with.
    private static readonly string[] InitialKeys =
        ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"];

    private static readonly string[] VowelKeys =
        ["k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"];

    private static readonly string[] FinalKeys =
    [
        "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T", "d",
        "w", "c", "z", "x", "v", "g",
    ];

    // The letters by themselves, U+3131 to U+3163.
    private static readonly string[] LetterKeys =
    [
        "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt", "t", "T",
        "d", "w", "W", "c", "z", "x", "v", "g", .. VowelKeys,
    ];

    /// <summary>The keys pressed for a Korean letter or syllable; any other key as it is.</summary>
    public static ImmutableArray<Key> ToLatinKeys(Key key)
    {
        var keys = key.Code == KeyCode.Character ? KeysOf(key.Character.Value) : "";
        return keys.Length == 0 ? [key] : [.. keys.Select(character => key with { Character = new Rune(character) })];
    }

    private static string KeysOf(int character) => character switch
    {
        >= FirstSyllable and <= LastSyllable => KeysOfSyllable(character - FirstSyllable),
        >= 0x3131 and <= 0x3163 => LetterKeys[character - 0x3131],
        >= 0x1100 and <= 0x1112 => InitialKeys[character - 0x1100],
        >= 0x1161 and <= 0x1175 => VowelKeys[character - 0x1161],
        >= 0x11A8 and <= 0x11C2 => FinalKeys[character - 0x11A8 + 1],
        _ => "",
    };

    private static string KeysOfSyllable(int index) =>
        InitialKeys[index / (Vowels * Finals)] + VowelKeys[index / Finals % Vowels] + FinalKeys[index % Finals];
}
