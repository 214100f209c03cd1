using System.Collections.Immutable;
using System.Text;
using Lessons.Reading;
using Simulator.App;
using Simulator.Terminal;

namespace Simulator.Settings;

/// <summary>A sequence of keys, and where a file has it.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Node">The text in the file; null where the keys come with the program.</param>
/// <param name="Column">The column of the first key.</param>
internal readonly record struct PlacedKeys(ImmutableArray<Key> Keys, SourceNode? Node, int Column);

/// <summary>Reads the keys of an action: one text, a list of them, or nothing.</summary>
internal static class KeySequenceReader
{
    private static readonly ImmutableArray<UserAction> WithLetter = [UserAction.Mark, UserAction.GoToMark];

    // What terminals send for these cannot be told from the named keys.
    private static readonly ImmutableArray<(Key Key, string Name)> Ambiguous =
        [(Key.WithControl('i'), "<Tab>"), (Key.WithControl('m'), "<Enter>"), (Key.WithControl('['), "<Esc>")];

    public static ImmutableArray<PlacedKeys> Read(SourceNode node, NodeReader nodes, UserAction action)
    {
        ImmutableArray<SourceNode> items = node switch
        {
            SequenceNode sequence => sequence.Items,
            ScalarNode { IsNothing: true } => [],
            _ => [node],
        };
        return [.. items.Select(item => ReadOne(item, nodes, action)).OfType<PlacedKeys>()];
    }

    private static PlacedKeys? ReadOne(SourceNode node, NodeReader nodes, UserAction action)
    {
        if (node is not ScalarNode { Text.Length: > 0 } scalar)
        {
            nodes.Report(node, "keys such as l, gg or <Right>", "write one text, or a list of texts: [l, <Right>]");
            return null;
        }

        int column = scalar.Column + (scalar.IsQuoted ? 1 : 0);
        (string text, bool hasLetter) = KeyMap.SplitNotation(scalar.Text);
        KeyScript script = KeyNotation.Parse(text);
        foreach (KeyScriptProblem problem in script.Problems)
        {
            nodes.Problems.Add(new Problem(nodes.File, scalar.Line, column + problem.Column - 1, $"'{problem.Found}'", "a key", problem.Remedy));
        }

        ImmutableArray<Key> keys = [.. script.Inputs.OfType<KeyPressed>().Select(input => input.Key)];
        if (!script.Problems.IsEmpty || ProblemOf(keys, script.Inputs.Length, hasLetter, action) is not { } wrong)
        {
            return script.Problems.IsEmpty ? new PlacedKeys(hasLetter ? keys.Add(KeyMap.AnyLetter) : keys, node, column) : null;
        }

        nodes.Problems.Add(new Problem(nodes.File, scalar.Line, column, $"'{scalar.Text}', {wrong.Found}", "keys that can be typed here", wrong.Remedy));
        return null;
    }

    /// <summary>What is wrong with keys that are keys; null for nothing.</summary>
    private static (string Found, string Remedy)? ProblemOf(ImmutableArray<Key> keys, int inputs, bool hasLetter, UserAction action)
    {
        if (keys.IsEmpty || keys.Length < inputs)
        {
            return ("which holds no key", "write a # as <hash> and an @ as <at>");
        }

        if (hasLetter != WithLetter.Contains(action))
        {
            return hasLetter
                ? ("which ends with a letter of its own", "only 'mark' and 'go-to-mark' end with <any>")
                : ("without the letter that names the mark", "write <any> at the end: m<any>");
        }

        if (keys[0] is { Code: KeyCode.Character, Control: false, Alt: false } first && Rune.IsDigit(first.Character))
        {
            return ("which begins with a digit", "digits are counts, as in 10l; choose another key");
        }

        foreach (Key key in keys)
        {
            if (Ambiguous.FirstOrDefault(pair => pair.Key == key) is { Name: { } name })
            {
                return ($"which terminals send as {name}", $"write {name}");
            }

            if (Hangul.ToLatinKeys(key) is var latin && (latin.Length != 1 || latin[0] != key))
            {
                return ($"which is read as the key {string.Concat(latin)}", $"write {string.Concat(latin)}; it works in a Korean layout as well");
            }

            if (key == Key.WithControl('z') || (key == Key.WithControl('c') && (action != UserAction.Quit || keys.Length > 1)))
            {
                return ("which never comes here: Ctrl+C always quits, Ctrl+Z stops the program", "choose another key");
            }
        }

        return null;
    }
}
