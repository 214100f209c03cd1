using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Terminal;

/// <summary>
/// Keys written as text, one notation for scripts, messages and help. White space separates tokens and is no key itself.
/// </summary>
/// <remarks>
/// <c>10l</c> types three characters. <c>&lt;Right&gt;</c>, <c>&lt;PageDown&gt;</c>, <c>&lt;S-Tab&gt;</c>, <c>&lt;C-c&gt;</c>,
/// <c>&lt;A-x&gt;</c>, <c>&lt;Space&gt;</c> are named keys, in any case; <c>&lt;lt&gt;</c>, <c>&lt;hash&gt;</c>,
/// <c>&lt;at&gt;</c> type the characters that begin a name, a comment, a directive. <c>#</c> at the start of a token begins a
/// comment to the end of the line. Directives are tokens of their own: <c>@size=80x24</c> makes the screen that large,
/// <c>@click=40,5</c> points at a column and row, which count from 1 as terminals do, <c>@wheel=down,40,5</c> turns the wheel there.
/// </remarks>
internal static partial class KeyNotation
{
    private const int MaximumExtent = 1000;

    private const string KeyRemedy =
        "a key is Enter, Esc, Tab, Space, Backspace, Delete, Left, Right, Up, Down, PageUp, PageDown, Home, End, F1 to F12, lt, hash, at"
        + " or one character after C- or A-, between < and >; a < that is meant as such is <lt>";

    private static readonly string DirectiveRemedy =
        $"a directive is @size=COLUMNSxROWS, @click=COLUMN,ROW, @wheel=up,COLUMN,ROW or @wheel=down,COLUMN,ROW, with numbers from 1 to {MaximumExtent};"
        + " an @ that is meant as such is <at>";

    private static readonly FrozenDictionary<string, Key> Named = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a whole script; what is wrong with it is told all at once, and the rest is read nevertheless.</summary>
    public static KeyScript Parse(string script)
    {
        var reading = new Reading();
        var number = 0;
        foreach (var line in script.TrimStart('\uFEFF').AsSpan().EnumerateLines())
        {
            number++;
            reading.ReadLine(line.ToString(), number);
        }

        return reading.Finish();
    }

    /// <summary>The key in this notation. At the start of a token <c>#</c> and <c>@</c> must be written by their names.</summary>
    public static string Format(Key key)
    {
        var name = key.Code == KeyCode.Character ? NameOf(key.Character) : NameOf(key.Code);
        var modifiers = (key.Control ? "C-" : "") + (key.Alt ? "A-" : "") + (key.Shift ? "S-" : "");
        return modifiers.Length == 0 && key.Code == KeyCode.Character && name == key.Character.ToString() ? name : $"<{modifiers}{name}>";
    }

    private static string NameOf(Rune character) => character.Value switch
    {
        ' ' => "Space",
        '<' => "lt",
        _ => character.ToString(),
    };

    private static string NameOf(KeyCode code) => code == KeyCode.Escape ? "Esc" : code.ToString();

    private static Dictionary<string, Key> Names()
    {
        var names = Enum.GetValues<KeyCode>()
            .Where(static code => code is not (KeyCode.Character or KeyCode.AnyLetter))
            .ToDictionary(static code => code.ToString(), static code => Key.Named(code));
        foreach (var (alias, code) in ((string, KeyCode)[])
        [
            ("CR", KeyCode.Enter), ("Return", KeyCode.Enter), ("Esc", KeyCode.Escape), ("BS", KeyCode.Backspace), ("Del", KeyCode.Delete),
            ("PgUp", KeyCode.PageUp), ("PgDn", KeyCode.PageDown), ("PgDown", KeyCode.PageDown),
        ])
        {
            names[alias] = Key.Named(code);
        }

        foreach (var (alias, character) in ((string, char)[])[("Space", ' '), ("lt", '<'), ("gt", '>'), ("hash", '#'), ("at", '@')])
        {
            names[alias] = Key.Of(character);
        }

        return names;
    }

    /// <summary>The key named between the angle brackets, or null.</summary>
    private static Key? KeyNamed(string name)
    {
        bool control = false, alt = false, shift = false;
        while (name.Length > 2 && name[1] == '-')
        {
            switch (char.ToUpperInvariant(name[0]))
            {
                case 'C':
                    control = true;
                    break;
                case 'A' or 'M':
                    alt = true;
                    break;
                case 'S':
                    shift = true;
                    break;
                default:
                    return null;
            }

            name = name[2..];
        }

        if (Named.TryGetValue(name, out var key))
        {
            // The character already says whether shift is held.
            return shift && key.Code == KeyCode.Character ? null : key with { Control = control, Alt = alt, Shift = shift };
        }

        if (!(control || alt || shift) || !Rune.TryGetRuneAt(name, 0, out var rune) || rune.Utf16SequenceLength != name.Length
            || Graphemes.IsForbidden(rune))
        {
            return null;
        }

        if (shift)
        {
            return Rune.IsLetter(rune) && !control ? Key.Of(Rune.ToUpperInvariant(rune)) with { Alt = alt } : null;
        }

        return new Key(KeyCode.Character, control ? Rune.ToLowerInvariant(rune) : rune, control, alt);
    }

    /// <summary>What the mouse does, in this notation.</summary>
    public static string Format(PointerInput pointer)
    {
        string place = $"{pointer.Column + 1},{pointer.Row + 1}";
        return pointer.Action switch
        {
            PointerAction.Click => $"@click={place}",
            PointerAction.WheelUp => $"@wheel=up,{place}",
            _ => $"@wheel=down,{place}",
        };
    }

    /// <summary>What a directive does; null for what is none.</summary>
    private static Input? Directive(string token)
    {
        Match match = SizeDirective.Match(token);
        if (match.Success)
        {
            return AreExtents(match, out int columns, out int rows) ? new Resized(new Size(columns, rows)) : null;
        }

        match = PointerDirective.Match(token);
        return !match.Success || !AreExtents(match, out int column, out int row)
            ? null
            : new PointerInput(column - 1, row - 1, match.Groups["what"].Value.ToUpperInvariant() switch
            {
                "CLICK=" => PointerAction.Click,
                "WHEEL=UP," => PointerAction.WheelUp,
                _ => PointerAction.WheelDown,
            });
    }

    private static bool AreExtents(Match match, out int columns, out int rows)
    {
        columns = int.Parse(match.Groups["columns"].Value);
        rows = int.Parse(match.Groups["rows"].Value);
        return columns is > 0 and <= MaximumExtent && rows is > 0 and <= MaximumExtent;
    }

    [GeneratedRegex(@"^@size=(?<columns>[0-9]{1,4})x(?<rows>[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SizeDirective { get; }

    [GeneratedRegex(
        @"^@(?<what>click=|wheel=(up|down),)(?<columns>[0-9]{1,4}),(?<rows>[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PointerDirective { get; }

    private sealed class Reading
    {
        private readonly ImmutableArray<Input>.Builder inputs = ImmutableArray.CreateBuilder<Input>();
        private readonly ImmutableArray<KeyScriptProblem>.Builder problems = ImmutableArray.CreateBuilder<KeyScriptProblem>();

        public KeyScript Finish() => new(inputs.ToImmutable(), problems.ToImmutable());

        public void ReadLine(string line, int number)
        {
            var start = 0;
            while (start < line.Length)
            {
                if (char.IsWhiteSpace(line[start]))
                {
                    start++;
                    continue;
                }

                if (line[start] == '#')
                {
                    return;
                }

                var end = start;
                while (end < line.Length && !char.IsWhiteSpace(line[end]))
                {
                    end++;
                }

                var token = line[start..end];
                if (token[0] == '@')
                {
                    ReadDirective(token, number, start + 1);
                }
                else
                {
                    ReadKeys(token, number, start + 1);
                }

                start = end;
            }
        }

        private void ReadDirective(string token, int line, int column)
        {
            if (Directive(token) is { } input)
            {
                inputs.Add(input);
                return;
            }

            problems.Add(new KeyScriptProblem(line, column, token, DirectiveRemedy));
        }

        private void ReadKeys(string token, int line, int column)
        {
            var position = 0;
            while (position < token.Length)
            {
                var close = token[position] == '<' ? EndOfName(token, position) : -1;
                if (close > 0)
                {
                    var name = token[(position + 1)..close];
                    Add(KeyNamed(name), line, column + position, $"<{name}>", KeyRemedy);
                    position = close + 1;
                    continue;
                }

                if (token[position] == '<')
                {
                    problems.Add(new KeyScriptProblem(line, column + position, token[position..], KeyRemedy));
                    return;
                }

                var understood = Rune.TryGetRuneAt(token, position, out var rune);
                Key? key = understood && !Graphemes.IsForbidden(rune) ? Key.Of(rune) : null;
                Add(key, line, column + position, understood ? $"U+{rune.Value:X4}" : "half a character", "only characters that can be typed are keys");
                position += understood ? rune.Utf16SequenceLength : 1;
            }
        }

        /// <summary>Where the name's bracket closes; one right behind a modifier is the key itself: <c>&lt;C-&gt;&gt;</c>.</summary>
        private static int EndOfName(string token, int open)
        {
            var close = token.IndexOf('>', open);
            return close > 0 && token[close - 1] == '-' && close + 1 < token.Length && token[close + 1] == '>' ? close + 1 : close;
        }

        private void Add(Key? key, int line, int column, string found, string remedy)
        {
            if (key is { } known)
            {
                inputs.Add(new KeyPressed(known));
            }
            else
            {
                problems.Add(new KeyScriptProblem(line, column, found, remedy));
            }
        }
    }
}
