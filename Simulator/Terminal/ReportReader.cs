using System.Globalization;

namespace Simulator.Terminal;

/// <summary>How far a text is a report of the terminal.</summary>
internal enum ReportState
{
    /// <summary>It is none, and becomes none.</summary>
    None,

    /// <summary>It may become one.</summary>
    Begun,

    /// <summary>It is one.</summary>
    Complete,
}

/// <summary>Reads what a terminal reports beside keys, character by character: as much of a report as is there is told from what is none.</summary>
internal static class ReportReader
{
    private const char Escape = '\e';
    private const char Bell = '\a';
    private const int MostDigits = 4;

    // Of a button's number: modifier keys, movement, the wheel.
    private const int Modifiers = 4 + 8 + 16;
    private const int Movement = 32;
    private const int Wheel = 64;

    /// <summary>
    /// Reads the mouse's report in its SGR form, <c>ESC [ &lt; button ; column ; row M</c>, or <c>m</c> where a button is let go. Its escape may
    /// be missing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="input">What was done with the mouse; null where that does not matter.</param>
    public static ReportState ReadPointer(ReadOnlySpan<char> text, out PointerInput? input)
    {
        input = null;
        Reading reading = new(text);
        reading.Skip(Escape);
        if (!reading.Take("[<"))
        {
            return reading.State;
        }

        Span<int> numbers = stackalloc int[3];
        for (int index = 0; index < numbers.Length; index++)
        {
            if (!reading.TakeNumber(out numbers[index]) || (index + 1 < numbers.Length && !reading.Take(";")))
            {
                return reading.State;
            }
        }

        bool isPressed = reading.Skip('M');
        if (!isPressed && !reading.Take("m"))
        {
            return reading.State;
        }

        PointerAction? action = (numbers[0] & ~Modifiers) switch
        {
            0 => PointerAction.Click,
            Wheel => PointerAction.WheelUp,
            Wheel + 1 => PointerAction.WheelDown,
            _ => null,
        };
        bool isOnScreen = numbers[1] > 0 && numbers[2] > 0;
        input = isPressed && isOnScreen && (numbers[0] & Movement) == 0 && action is { } done
            ? new PointerInput(numbers[1] - 1, numbers[2] - 1, done)
            : null;
        return reading.AtEnd;
    }

    /// <summary>
    /// Reads the answer to the question for the background, <c>ESC ] 11 ; rgb:RRRR/GGGG/BBBB</c> and <c>ESC \</c> or a bell, each colour with one
    /// to four digits. Escapes may be missing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="background">What is behind the terminal's text.</param>
    public static ReportState ReadBackground(ReadOnlySpan<char> text, out TerminalBackground background)
    {
        background = TerminalBackground.Unknown;
        Reading reading = new(text);
        reading.Skip(Escape);
        if (!reading.Take("]11;rgb"))
        {
            return reading.State;
        }

        bool hasAlpha = reading.Skip('a');
        Span<double> parts = stackalloc double[hasAlpha ? 4 : 3];
        for (int index = 0; index < parts.Length; index++)
        {
            if (!reading.Take(index == 0 ? ":" : "/") || !reading.TakePart(out parts[index]))
            {
                return reading.State;
            }
        }

        if (!reading.Skip(Bell))
        {
            reading.Skip(Escape);
            if (!reading.Take("\\"))
            {
                return reading.State;
            }
        }

        background = TerminalBackgrounds.FromColor(parts[0], parts[1], parts[2]);
        return reading.AtEnd;
    }

    /// <summary>A text being read. Where it ends before what is expected, it may go on so.</summary>
    private ref struct Reading(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;

        /// <summary>What the text is where something expected was not found.</summary>
        public readonly ReportState State => rest.IsEmpty ? ReportState.Begun : ReportState.None;

        /// <summary>What the text is where all that is expected was found.</summary>
        public readonly ReportState AtEnd => rest.IsEmpty ? ReportState.Complete : ReportState.None;

        public bool Skip(char character)
        {
            bool isThere = rest is [var first, ..] && first == character;
            rest = isThere ? rest[1..] : rest;
            return isThere;
        }

        public bool Take(string expected)
        {
            foreach (char character in expected)
            {
                if (!Skip(character))
                {
                    return false;
                }
            }

            return true;
        }

        public bool TakeNumber(out int number)
        {
            int length = LengthOf(char.IsAsciiDigit);
            return int.TryParse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number) & Advance(length);
        }

        /// <summary>A part of a colour, from 0 to 1.</summary>
        public bool TakePart(out double part)
        {
            int length = LengthOf(char.IsAsciiHexDigit);
            part = int.TryParse(rest[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
                ? number / (Math.Pow(16, length) - 1)
                : 0;
            return Advance(length);
        }

        private readonly int LengthOf(Func<char, bool> belongs)
        {
            int length = 0;
            while (length < Math.Min(rest.Length, MostDigits) && belongs(rest[length]))
            {
                length++;
            }

            return length;
        }

        private bool Advance(int length)
        {
            rest = rest[length..];
            return length > 0;
        }
    }
}
