using System.Globalization;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>What keys do to a line of text that is being typed, wherever one is.</summary>
internal static class TextLine
{
    private const int LongestText = 200;

    /// <summary>The text after a key; null where the key does nothing to text.</summary>
    public static string? After(string text, Key key) => key switch
    {
        { Code: KeyCode.Backspace } when text.Length > 0 => WithoutLast(text),
        { Code: KeyCode.Character, Control: true, Character.Value: 'u' or 'w' } => "",
        { Code: KeyCode.Character, Control: false, Alt: false } when text.Length < LongestText => text + key.Character,
        _ => null,
    };

    private static string WithoutLast(string text) => text[..^new StringInfo(text).SubstringByTextElements(new StringInfo(text).LengthInTextElements - 1).Length];
}
