using System.Collections.Immutable;

namespace Lessons.Reading;

/// <summary>A part of a lesson file as it is written there, with its place.</summary>
/// <remarks>The family is closed: scalar, sequence, mapping, and what was refused.</remarks>
public abstract class SourceNode
{
    private protected SourceNode(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>1-based line of the first character.</summary>
    public int Line { get; }

    /// <summary>1-based column of the first character, in UTF-16 code units.</summary>
    public int Column { get; }

    /// <summary>What the node is, in words that follow "found": <c>'0.5'</c>, <c>a list of 3</c>, <c>nothing</c>.</summary>
    public abstract string Description { get; }
}

/// <summary>A single value: a number, a name or a text, not yet told apart.</summary>
public sealed class ScalarNode : SourceNode
{
    internal ScalarNode(string text, bool isQuoted, int line, int column)
        : base(line, column)
    {
        Text = text;
        IsQuoted = isQuoted;
    }

    /// <summary>
    /// The text. Of a plain value it is every character as printed, trailing zeros included (<c>0.60944600</c>); of a quoted or
    /// block text it is the content without quotes, escapes and indentation.
    /// </summary>
    public string Text { get; }

    /// <summary>Whether the value is in quotes or is a block text (<c>|</c>, <c>&gt;</c>), so that it is text and nothing else.</summary>
    public bool IsQuoted { get; }

    /// <summary>Whether nothing is written, or one of the plain words of YAML 1.2 for nothing: <c>~</c>, <c>null</c>.</summary>
    public bool IsNothing => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            if (IsNothing)
            {
                return Text.Length == 0 ? "nothing" : $"nothing ({Text})";
            }

            return IsQuoted ? $"the text {Wording.Quote(Text)}" : Wording.Quote(Text);
        }
    }
}

/// <summary>A list: <c>[a, b]</c>, or lines that begin with <c>-</c>.</summary>
public sealed class SequenceNode : SourceNode
{
    internal SequenceNode(ImmutableArray<SourceNode> items, int line, int column)
        : base(line, column) => Items = items;

    /// <summary>The items in the order of the file.</summary>
    public ImmutableArray<SourceNode> Items { get; }

    /// <inheritdoc/>
    public override string Description => Items.IsEmpty ? "an empty list" : $"a list of {Items.Length}";
}

/// <summary>Keys with values: <c>{a: 1, b: 2}</c>, or lines <c>a: 1</c>.</summary>
public sealed class MappingNode : SourceNode
{
    internal MappingNode(ImmutableArray<MappingEntry> entries, int line, int column)
        : base(line, column) => Entries = entries;

    /// <summary>The entries in the order of the file, each key once.</summary>
    public ImmutableArray<MappingEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Description => Entries.IsEmpty
        ? "an empty mapping"
        : $"a mapping of {Wording.List(Entries.Select(entry => entry.Key.Text))}";
}

/// <summary>A value that is already in the list of problems, such as an alias: readers pass over it in silence.</summary>
public sealed class RefusedNode : SourceNode
{
    internal RefusedNode(int line, int column)
        : base(line, column)
    {
    }

    /// <inheritdoc/>
    public override string Description => "a value that cannot be read";
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record MappingEntry(ScalarNode Key, SourceNode Value);
