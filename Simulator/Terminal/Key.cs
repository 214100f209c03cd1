using System.Text;

namespace Simulator.Terminal;

/// <summary>The keys the program knows; all that write something are <see cref="Character"/>.</summary>
internal enum KeyCode
{
    Character,
    Enter,
    Escape,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,

    /// <summary>No key of a keyboard: what stands for any letter or digit in a key map.</summary>
    AnyLetter,
}

/// <summary>
/// One key press. The character of a character key already says whether shift was held, so <see cref="Shift"/> is set with
/// named keys only; the character of a key pressed with control is the lower-case one. Space is a character.
/// </summary>
internal readonly record struct Key(KeyCode Code, Rune Character = default, bool Control = false, bool Alt = false, bool Shift = false)
{
    public static Key Of(char character) => Of(new Rune(character));

    public static Key Of(Rune character) => new(KeyCode.Character, character);

    /// <summary>The key pressed with control held: <c>Key.WithControl('c')</c>.</summary>
    public static Key WithControl(char character) =>
        new(KeyCode.Character, Rune.ToLowerInvariant(new Rune(character)), Control: true);

    public static Key Named(KeyCode code, bool shift = false, bool control = false, bool alt = false) =>
        new(code, default, control, alt, shift);

    /// <summary>The key as <see cref="KeyNotation"/> writes and reads it: <c>l</c>, <c>&lt;Right&gt;</c>, <c>&lt;C-c&gt;</c>.</summary>
    public override string ToString() => KeyNotation.Format(this);
}
