using System.Collections.Immutable;
using Lessons.Reading;
using Simulator.App;
using Simulator.Terminal;

namespace Simulator.Settings;

/// <summary>The actions of one screen that a file puts on other keys.</summary>
internal sealed class KeyMapChanges
{
    private readonly Dictionary<UserAction, ImmutableArray<PlacedKeys>> changes = [];

    private KeyMapChanges()
    {
    }

    public static KeyMapChanges None { get; } = new();

    /// <summary>What must have a key, or nobody finds the way out.</summary>
    public static ImmutableArray<UserAction> Needed { get; } = [UserAction.Help, UserAction.Leave, UserAction.Quit];

    /// <summary>Reads a screen's part of the file.</summary>
    /// <param name="entries">Actions with their keys.</param>
    /// <param name="nodes">Reads nodes and takes problems.</param>
    /// <param name="screen">The screen's name in the file.</param>
    /// <param name="map">The screen's keys as they come with the program.</param>
    public static KeyMapChanges Read(ImmutableArray<MappingEntry> entries, NodeReader nodes, string screen, KeyMap map)
    {
        KeyMapChanges read = new();
        Dictionary<string, UserAction> known = map.Bindings.ToDictionary(binding => Engine.Catalog.WordOf(binding.Action), binding => binding.Action);
        foreach (MappingEntry entry in entries)
        {
            if (!known.TryGetValue(entry.Key.Text, out UserAction action))
            {
                string remedy = Nearest.To(entry.Key.Text, known.Keys) is { } nearest
                    ? $"did you mean '{nearest}'?"
                    : "see all actions with 'simulator keys --format yaml'";
                nodes.Report(entry.Key, $"an action of the screen '{screen}'", remedy, $"the unknown action {entry.Key.Description}");
                continue;
            }

            ImmutableArray<PlacedKeys> keys = KeySequenceReader.Read(entry.Value, nodes, action);
            read.changes[action] = keys;
            if (keys.IsEmpty && Needed.Contains(action) && entry.Value is SequenceNode { Items.IsEmpty: true } or ScalarNode { IsNothing: true })
            {
                nodes.Report(entry.Value, "at least one key", $"give '{entry.Key.Text}' a key: nobody finds the way without it", $"no key for '{entry.Key.Text}'");
            }
        }

        read.ReportConflicts(nodes, map);
        return read;
    }

    /// <summary>The screen's keys with the changes.</summary>
    public KeyMap Applied(KeyMap map)
    {
        Binding[] bindings = [.. map.Bindings.Select(Changed)];
        return AreDistinct(bindings) ? new KeyMap(bindings) : map;
    }

    /// <summary>The keys in front of a class: those of a lesson, and over them the class's own and what the file says of it.</summary>
    public KeyMap AppliedOver(KeyMap stepping)
    {
        Binding[] own =
        [
            .. KeyMap.Class.Bindings.Where(binding => binding.Section == KeySection.Class || changes.ContainsKey(binding.Action)).Select(Changed),
        ];
        return AreDistinct(own) ? KeyMap.Over(stepping, own) : KeyMap.Class;
    }

    private static bool AreDistinct(IReadOnlyList<Binding> bindings)
    {
        ImmutableArray<Key>[] all = [.. bindings.SelectMany(binding => binding.Keys)];
        return !Enumerable.Range(0, all.Length).Any(one => all.Skip(one + 1).Any(other => KeyMap.AreInConflict(all[one], other)));
    }

    private Binding Changed(Binding binding) =>
        changes.TryGetValue(binding.Action, out ImmutableArray<PlacedKeys> keys) ? binding with { Keys = [.. keys.Select(placed => placed.Keys)] } : binding;

    /// <summary>Reports keys of the file that cannot be typed because of others: the same, or the beginning of them.</summary>
    private void ReportConflicts(NodeReader nodes, KeyMap map)
    {
        bool isClass = map == KeyMap.Class;
        List<(UserAction Action, PlacedKeys Placed)> all =
        [
            .. map.Bindings
                .Where(binding => !changes.ContainsKey(binding.Action) && (!isClass || binding.Section == KeySection.Class))
                .SelectMany(binding => binding.Keys.Select(keys => (binding.Action, new PlacedKeys(keys, null, 0)))),
            .. changes.SelectMany(change => change.Value.Select(placed => (change.Key, placed))),
        ];
        for (int later = 1; later < all.Count; later++)
        {
            (UserAction action, PlacedKeys placed) = all[later];
            if (placed.Node is { } node && all.Take(later).Where(earlier => KeyMap.AreInConflict(placed.Keys, earlier.Placed.Keys)).ToArray() is [var first, .. var others])
            {
                string more = others.Length > 0 ? $" and {others.Length} more" : "";
                string found = FoundOf(action, placed, first.Action, first.Placed) + more;
                nodes.Problems.Add(new Problem(
                    nodes.File, node.Line, placed.Column, found, "keys that nothing else is on or begins with", RemedyOf(action, first.Action)));
            }
        }
    }

    private static string FoundOf(UserAction action, PlacedKeys placed, UserAction otherAction, PlacedKeys other)
    {
        string keys = KeyMap.NotationOf(placed.Keys);
        string others = KeyMap.NotationOf(other.Keys);
        string whose = other.Node is { } node ? $"in line {node.Line}" : "as the program comes";
        string relation = keys == others ? "which is also on" : $"beside '{others}' of";
        return $"'{keys}' for '{Engine.Catalog.WordOf(action)}', {relation} '{Engine.Catalog.WordOf(otherAction)}' {whose}";
    }

    private static string RemedyOf(UserAction action, UserAction other) => action == other
        ? "write one of them only"
        : $"choose other keys, or give '{Engine.Catalog.WordOf(other)}' other keys too";
}
