using System.Collections.Immutable;
using System.Globalization;
using Engine.Numbers;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>Changes of a lesson's source. Nodes are immutable: each change makes a new tree that shares what stays.</summary>
internal static class SourceEdit
{
    /// <summary>The value of a key; null where the mapping has none.</summary>
    public static SourceNode? Find(this SourceNode? node, string key) =>
        (node as MappingNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    /// <summary>The mapping with a key's value replaced, or the key added.</summary>
    public static MappingNode With(this SourceNode? node, string key, SourceNode value)
    {
        ImmutableArray<MappingEntry> entries = node is MappingNode mapping ? mapping.Entries : [];
        MappingEntry? old = entries.FirstOrDefault(entry => entry.Key.Text == key);
        ImmutableArray<MappingEntry> changed = old is null
            ? entries.Add(new MappingEntry(new ScalarNode(key, false, value.Line, value.Column), value))
            : entries.Replace(old, old with { Value = value });
        return new MappingNode(changed, node?.Line ?? value.Line, node?.Column ?? value.Column);
    }

    /// <summary>The mapping without some keys.</summary>
    public static MappingNode Without(this MappingNode mapping, params ReadOnlySpan<string> keys)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (!keys.Contains(entry.Key.Text))
            {
                entries.Add(entry);
            }
        }

        return new MappingNode(entries.ToImmutable(), mapping.Line, mapping.Column);
    }

    /// <summary>The mapping with the value at the end of a path of keys changed.</summary>
    public static MappingNode Change(this MappingNode root, ReadOnlySpan<string> path, Func<SourceNode?, SourceNode> change)
    {
        SourceNode? inner = root.Find(path[0]);
        return root.With(
            path[0],
            path.Length == 1 ? change(inner) : Change(inner as MappingNode ?? new MappingNode([], root.Line, root.Column), path[1..], change));
    }

    /// <summary>The list with the item at a position of lists in lists replaced.</summary>
    public static SourceNode WithItem(this SourceNode node, ReadOnlySpan<int> position, SourceNode item) =>
        position.IsEmpty || node is not SequenceNode list
            ? item
            : new SequenceNode(list.Items.SetItem(position[0], list.Items[position[0]].WithItem(position[1..], item)), list.Line, list.Column);

    /// <summary>Rows of numbers written out, in place of a description of them.</summary>
    /// <param name="tensors">The rows, one tensor after the other.</param>
    /// <param name="place">What they are written in place of.</param>
    public static SequenceNode Rows(IEnumerable<Tensor> tensors, SourceNode place)
    {
        return new SequenceNode([.. tensors.SelectMany(tensor => Enumerable.Range(0, tensor.Shape[0]).Select(row => RowOf(tensor, row)))], place.Line, place.Column);

        SourceNode RowOf(Tensor tensor, int row)
        {
            int width = tensor.Shape.Size / tensor.Shape[0];
            return new SequenceNode(
                [.. tensor.Values.Slice(row * width, width).ToArray().Select(value => new ScalarNode(value.ToString("R", CultureInfo.InvariantCulture), false, place.Line, place.Column))],
                place.Line,
                place.Column);
        }
    }

    /// <summary>The name and the arguments of a kind, such as an optimizer, as it is written.</summary>
    public static (string Name, MappingNode? Arguments) KindOf(SourceNode? node) => node switch
    {
        ScalarNode scalar => (scalar.Text, null),
        MappingNode { Entries: [var only] } => (only.Key.Text, only.Value as MappingNode),
        _ => ("", null),
    };

    /// <summary>A kind with one of its arguments replaced or added.</summary>
    public static MappingNode WithArgument(SourceNode kind, string argument, SourceNode value)
    {
        (string name, MappingNode? arguments) = KindOf(kind);
        ScalarNode key = kind is MappingNode { Entries: [var only] } ? only.Key : new ScalarNode(name, false, kind.Line, kind.Column);
        return new MappingNode([new MappingEntry(key, (arguments ?? new MappingNode([], kind.Line, kind.Column)).With(argument, value))], kind.Line, kind.Column);
    }
}
