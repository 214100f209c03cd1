using System.Text;

namespace Simulator.Terminal;

/// <summary>Translates what the console's reader reports into keys.</summary>
internal sealed class ConsoleKeys
{
    private char highSurrogate;

    /// <summary>The key, or null for one the program does not know and for the first half of a character.</summary>
    public Key? Translate(ConsoleKeyInfo pressed)
    {
        var control = pressed.Modifiers.HasFlag(ConsoleModifiers.Control);
        var alt = pressed.Modifiers.HasFlag(ConsoleModifiers.Alt);
        var shift = pressed.Modifiers.HasFlag(ConsoleModifiers.Shift);
        if (Named(pressed.Key) is { } code)
        {
            // A line feed and the other code of backspace are reported as if control was held.
            return new Key(code, default, control && code is not (KeyCode.Enter or KeyCode.Backspace), alt, shift);
        }

        var character = pressed.KeyChar;
        if (char.IsHighSurrogate(character))
        {
            highSurrogate = character;
            return null;
        }

        var high = highSurrogate;
        highSurrogate = default;
        if (char.IsLowSurrogate(character))
        {
            return Rune.TryCreate(high, character, out var rune) ? Key.Of(rune) : null;
        }

        // A control key's character is a control character, or none on some systems; the key then tells the letter.
        if (character < ' ' && pressed.Key is >= ConsoleKey.A and <= ConsoleKey.Z)
        {
            return Key.WithControl((char)('a' + (pressed.Key - ConsoleKey.A))) with { Alt = alt };
        }

        return character switch
        {
            '\0' when pressed.Key is ConsoleKey.Spacebar or ConsoleKey.D2 => Key.WithControl(' ') with { Alt = alt },
            '\0' when pressed.Key == ConsoleKey.D4 => Key.WithControl('\\') with { Alt = alt },
            '\r' or '\n' => Key.Named(KeyCode.Enter),
            '\t' => Key.Named(KeyCode.Tab, shift),
            '\b' or '\u007F' => Key.Named(KeyCode.Backspace),
            '\e' => Key.Named(KeyCode.Escape),
            > '\0' and < ' ' => Key.WithControl((char)(character + '@')) with { Alt = alt },
            < ' ' or (> '\u007F' and < '\u00A0') => null,
            _ => Key.Of(character) with { Control = control && !alt, Alt = alt && !control },
        };
    }

    private static KeyCode? Named(ConsoleKey key) => key switch
    {
        ConsoleKey.Enter => KeyCode.Enter,
        ConsoleKey.Escape => KeyCode.Escape,
        ConsoleKey.Tab => KeyCode.Tab,
        ConsoleKey.Backspace => KeyCode.Backspace,
        ConsoleKey.Delete => KeyCode.Delete,
        ConsoleKey.LeftArrow => KeyCode.Left,
        ConsoleKey.RightArrow => KeyCode.Right,
        ConsoleKey.UpArrow => KeyCode.Up,
        ConsoleKey.DownArrow => KeyCode.Down,
        ConsoleKey.PageUp => KeyCode.PageUp,
        ConsoleKey.PageDown => KeyCode.PageDown,
        ConsoleKey.Home => KeyCode.Home,
        ConsoleKey.End => KeyCode.End,
        >= ConsoleKey.F1 and <= ConsoleKey.F12 => KeyCode.F1 + (key - ConsoleKey.F1),
        _ => null,
    };
}
