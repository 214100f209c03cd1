using System.Collections.Immutable;
using System.Text;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>One thing a person can do and every key, or sequence of keys, that does it.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Keys">The key sequences in <see cref="KeyNotation"/>, the best known first.</param>
/// <param name="BarRank">How early the line of keys at the bottom names it, from 1; 0 if never.</param>
/// <param name="Section">What it belongs to, in help and documentation.</param>
internal sealed record Binding(UserAction Action, ImmutableArray<ImmutableArray<Key>> Keys, int BarRank, KeySection Section);

/// <summary>The parts in which the keys are listed, in their order.</summary>
internal enum KeySection
{
    Time,
    Places,
    Numbers,
    Tracing,
    WhatIf,
    Seeing,
    Learning,
    Class,
    Program,
}

/// <summary>What looking up typed keys found.</summary>
internal enum KeyMatch
{
    None,

    /// <summary>More keys must follow.</summary>
    Prefix,

    Complete,
}

/// <summary>The keys of one screen. Help and the line of keys are made from it, so they cannot differ from what works.</summary>
internal sealed class KeyMap
{
    private const string AnyLetterName = "<any>";

    private readonly Dictionary<string, UserAction> actions = [];
    private readonly HashSet<string> prefixes = [];

    public KeyMap(params IReadOnlyList<Binding> bindings)
    {
        Bindings = [.. bindings];
        foreach (Binding binding in Bindings)
        {
            foreach (ImmutableArray<Key> keys in binding.Keys)
            {
                actions.Add(TextOf(keys), binding.Action);
                for (int length = 1; length < keys.Length; length++)
                {
                    prefixes.Add(TextOf(keys[..length]));
                }
            }
        }
    }

    /// <summary>What stands for any letter or digit at the end of a sequence. Made before the maps, which need it.</summary>
    public static Key AnyLetter { get; } = Key.Named(KeyCode.AnyLetter);

    /// <summary>The keys of a lesson being stepped through.</summary>
    public static KeyMap Stepping { get; } = new(
    [
        .. Section(
            KeySection.Time,
            Bind(UserAction.Next, 1, "<Right>", "l", "<Space>", "<PageDown>"),
            Bind(UserAction.Back, 2, "<Left>", "h", "<PageUp>"),
            Bind(UserAction.FinerLevel, 4, "<Tab>"),
            Bind(UserAction.CoarserLevel, 0, "<S-Tab>"),
            Bind(UserAction.StepInto, 0, "f"),
            Bind(UserAction.StepIntoBack, 0, "F", "gf"),
            Bind(UserAction.StepOut, 0, "o"),
            Bind(UserAction.StepOutBack, 0, "O", "go"),
            Bind(UserAction.NextPhase, 15, "]"),
            Bind(UserAction.PreviousPhase, 0, "["),
            Bind(UserAction.NextIteration, 0, "}"),
            Bind(UserAction.PreviousIteration, 0, "{"),
            Bind(UserAction.NextEpoch, 0, ")"),
            Bind(UserAction.PreviousEpoch, 0, "("),
            Bind(UserAction.First, 0, "gg", "<Home>"),
            Bind(UserAction.Last, 0, "G", "<End>"),
            Bind(UserAction.ToggleTour, 5, "t")),
        .. Section(
            KeySection.Places,
            Bind(UserAction.GoTo, 6, ":", "<C-p>"),
            Bind(UserAction.Mark, 0, "m<any>"),
            Bind(UserAction.GoToMark, 0, "'<any>"),
            Bind(UserAction.Return, 0, "<Backspace>", "<C-o>"),
            Bind(UserAction.Forth, 0, "<C-n>")),
        .. Section(
            KeySection.Numbers,
            Bind(UserAction.FocusNext, 14, "<Down>", "j"),
            Bind(UserAction.FocusPrevious, 0, "<Up>", "k"),
            Bind(UserAction.Follow, 13, "<Enter>")),
        .. Section(
            KeySection.Tracing,
            Bind(UserAction.ToggleBreakpoint, 9, "b"),
            Bind(UserAction.TypeBreakpoint, 0, "B", "gb"),
            Bind(UserAction.Continue, 0, "c"),
            Bind(UserAction.ContinueBack, 0, "C", "gc"),
            Bind(UserAction.LastChange, 0, "<lt>"),
            Bind(UserAction.NextChange, 0, ">"),
            Bind(UserAction.ToggleWatch, 11, "w"),
            Bind(UserAction.TypeWatch, 0, "W", "gw"),
            Bind(UserAction.Provenance, 10, "p"),
            Bind(UserAction.Unfold, 0, "x"),
            Bind(UserAction.RemoveRow, 0, "d", "<Delete>")),
        .. Section(
            KeySection.WhatIf,
            Bind(UserAction.WhatIf, 8, "e"),
            Bind(UserAction.Undo, 0, "u"),
            Bind(UserAction.Redo, 0, "U", "gu"),
            Bind(UserAction.Beside, 0, "="),
            Bind(UserAction.OtherLane, 0, "\\"),
            Bind(UserAction.ByHand, 0, "r")),
        .. Section(
            KeySection.Seeing,
            Bind(UserAction.NextPicture, 7, "v"),
            Bind(UserAction.PreviousPicture, 0, "V", "gv"),
            Bind(UserAction.Zoom, 0, "z"),
            Bind(UserAction.NextSubject, 0, "."),
            Bind(UserAction.PreviousSubject, 0, ","),
            Bind(UserAction.CursorLeft, 0, "<S-Left>"),
            Bind(UserAction.CursorRight, 0, "<S-Right>"),
            Bind(UserAction.CursorUp, 0, "<S-Up>"),
            Bind(UserAction.CursorDown, 0, "<S-Down>"),
            Bind(UserAction.NextPanel, 0, "P", "gp"),
            Bind(UserAction.Recompute, 0, "<F5>"),
            Bind(UserAction.Save, 0, "S", "gs")),
        .. Section(
            KeySection.Learning,
            Bind(UserAction.Answer, 0, "a"),
            Bind(UserAction.Hint, 0, "i"),
            Bind(UserAction.NextExercise, 0, "n"),
            Bind(UserAction.PreviousExercise, 0, "N", "gn"),
            Bind(UserAction.NextLesson, 0, "J", "gj"),
            Bind(UserAction.PreviousLesson, 0, "K", "gk"),
            Bind(UserAction.ToggleClass, 0, "H", "gh")),
        .. ProgramKeys,
    ]);

    /// <summary>The keys in front of a class: a presenter's clicker reveals and covers, all else is as in a lesson.</summary>
    public static KeyMap Class { get; } = Over(
        Stepping,
        [
            .. Section(
                KeySection.Class,
                Bind(UserAction.Reveal, 1, "<PageDown>", "<Right>", "<Space>", "<Enter>", "l"),
                Bind(UserAction.Unreveal, 2, "<PageUp>", "<Left>", "h"),
                Bind(UserAction.Blank, 3, "b", ".", "<Esc>", "<F5>")),
        ]);

    /// <summary>The keys of the list of lessons.</summary>
    public static KeyMap Picking { get; } = new(
    [
        .. Section(
            KeySection.Places,
            Bind(UserAction.Up, 1, "<Up>", "k", "<PageUp>"),
            Bind(UserAction.Down, 2, "<Down>", "j", "<PageDown>"),
            Bind(UserAction.First, 0, "gg", "<Home>"),
            Bind(UserAction.Last, 0, "G", "<End>"),
            Bind(UserAction.Open, 3, "<Enter>", "l", "<Right>", "<Space>"),
            Bind(UserAction.Search, 4, "/"),
            Bind(UserAction.Filter, 5, "f"),
            Bind(UserAction.ClearSearch, 0, "<Esc>")),
        .. Section(
            KeySection.Learning,
            Bind(UserAction.Reset, 0, "R", "gr")),
        .. ProgramKeys,
    ]);

    /// <summary>What works everywhere.</summary>
    private static IEnumerable<Binding> ProgramKeys => Section(
        KeySection.Program,
        Bind(UserAction.Language, 12, "L", "<F2>"),
        Bind(UserAction.Help, 16, "?", "<F1>"),
        Bind(UserAction.Welcome, 0, "<F3>"),
        Bind(UserAction.Leave, 3, "q"),
        Bind(UserAction.Quit, 0, "<C-c>"),
        Bind(UserAction.Redraw, 0, "<C-l>"));

    public ImmutableArray<Binding> Bindings { get; }

    /// <summary>The keys as a person reads them: <c>→ l Space PageDown</c>.</summary>
    public static string TextFor(Binding binding, int most = int.MaxValue) => string.Join(' ', binding.Keys.Take(most).Select(DisplayOf));

    /// <summary>One key as a person reads it: <c>→</c>, <c>Shift+Tab</c>, <c>Ctrl+C</c>.</summary>
    public static string DisplayOf(Key key)
    {
        string name = key.Code switch
        {
            KeyCode.Right => "→",
            KeyCode.Left => "←",
            KeyCode.Up => "↑",
            KeyCode.Down => "↓",
            KeyCode.Escape => "Esc",
            KeyCode.AnyLetter => " a…z",
            KeyCode.Character when key.Character == new Rune(' ') => "Space",
            KeyCode.Character when key.Control => key.Character.ToString().ToUpperInvariant(),
            KeyCode.Character => key.Character.ToString(),
            var code => code.ToString(),
        };
        return (key.Control ? "Ctrl+" : "") + (key.Alt ? "Alt+" : "") + (key.Shift ? "Shift+" : "") + name;
    }

    /// <summary>What the typed keys mean. A letter at the end may be one of the action's own, such as a mark's.</summary>
    public KeyMatch Find(IReadOnlyList<Key> keys, out UserAction action)
    {
        string text = TextOf(keys);
        if (actions.TryGetValue(text, out action))
        {
            return KeyMatch.Complete;
        }

        return IsLetter(keys[^1]) && keys.Count > 1 && actions.TryGetValue(TextOf([.. keys.SkipLast(1), AnyLetter]), out action) ? KeyMatch.Complete
            : prefixes.Contains(text) ? KeyMatch.Prefix
            : KeyMatch.None;
    }

    /// <summary>A map with bindings of its own over another's: what is on their keys there loses these, and is left out where it has no others.</summary>
    public static KeyMap Over(KeyMap below, IReadOnlyList<Binding> own)
    {
        HashSet<UserAction> known = [.. own.Select(binding => binding.Action)];
        return new KeyMap(
        [
            .. own,
            .. below.Bindings
                .Where(binding => !known.Contains(binding.Action))
                .Select(binding => (Before: binding, After: binding with { Keys = [.. binding.Keys.Where(keys => !own.Any(over => over.Keys.Any(taken => AreInConflict(taken, keys))))] }))
                .Where(pair => pair.Before.Keys.IsEmpty || !pair.After.Keys.IsEmpty)
                .Select(pair => pair.After),
        ]);
    }

    /// <summary>Whether two sequences cannot both be typed: they are the same, or one begins with the other.</summary>
    public static bool AreInConflict(ImmutableArray<Key> one, ImmutableArray<Key> other)
    {
        for (int index = 0; index < Math.Min(one.Length, other.Length); index++)
        {
            if (!Matches(one[index], other[index]) && !Matches(other[index], one[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The keys as they are written in files: <c>gg</c>, <c>m&lt;any&gt;</c>, <c>&lt;Right&gt;</c>.</summary>
    public static string NotationOf(ImmutableArray<Key> keys) => string.Concat(keys.Select(key => key switch
    {
        { Code: KeyCode.AnyLetter } => AnyLetterName,
        { Code: KeyCode.Character, Character.Value: '#' } => "<hash>",
        { Code: KeyCode.Character, Character.Value: '@' } => "<at>",
        _ => KeyNotation.Format(key),
    }));

    /// <summary>The part of a text that names keys, and whether a letter of the action's own follows: <c>m&lt;any&gt;</c>.</summary>
    public static (string Keys, bool HasLetter) SplitNotation(string text) =>
        text.EndsWith(AnyLetterName, StringComparison.OrdinalIgnoreCase) ? (text[..^AnyLetterName.Length], true) : (text, false);

    /// <summary>What an action is on; null where the screen does not have it.</summary>
    public Binding? BindingOf(UserAction action) => Bindings.FirstOrDefault(binding => binding.Action == action);

    private static bool Matches(Key pattern, Key key) => pattern == key || (pattern == AnyLetter && IsLetter(key));

    private static bool IsLetter(Key key) =>
        key is { Code: KeyCode.Character, Control: false, Alt: false } && Rune.IsLetterOrDigit(key.Character);

    private static string DisplayOf(ImmutableArray<Key> keys) => string.Concat(keys.Select(DisplayOf));

    private static string TextOf(IReadOnlyList<Key> keys) => string.Concat(keys.Select(key => key.ToString() + " "));

    private static IEnumerable<Binding> Section(KeySection section, params IEnumerable<Binding> bindings) =>
        bindings.Select(binding => binding with { Section = section });

    private static Binding Bind(UserAction action, int barRank, params IReadOnlyList<string> keys) =>
        new(action, [.. keys.Select(ParseKeys)], barRank, KeySection.Program);

    private static ImmutableArray<Key> ParseKeys(string text)
    {
        (string keys, bool hasLetter) = SplitNotation(text);
        ImmutableArray<Key> parsed = [.. KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>().Select(input => input.Key)];
        return hasLetter ? parsed.Add(AnyLetter) : parsed;
    }
}
