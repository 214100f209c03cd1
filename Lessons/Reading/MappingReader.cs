using System.Collections.Immutable;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>
/// Reads the values of a mapping by their keys. A <c>Required…</c> key that is missing is a problem; an <c>Optional…</c> one is not.
/// A value that is not what it should be is a problem either way. <see cref="Finish"/> reports the keys that nobody asked for.
/// </summary>
/// <remarks>
/// Every method returns <see langword="null"/>, or an empty array, when there is nothing or a problem was added, so that a file is
/// read to its end: read everything, call <see cref="Finish"/>, then look whether the list holds a problem. A key that differs from the
/// one asked for in case or separators only (<c>learning_rate</c>) is a problem, and its value is read.
/// </remarks>
public sealed class MappingReader
{
    private readonly MappingNode mapping;
    private readonly string subject;
    private readonly List<string> asked = [];
    private readonly HashSet<MappingEntry> taken = [];

    /// <summary>Makes the reader of a whole file, or of any mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="file">The file that problems name.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="subject">What the mapping is, for messages: <c>the lesson</c>.</param>
    public MappingReader(MappingNode mapping, string file, ProblemList problems, string subject = "the lesson")
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        this.mapping = mapping;
        this.subject = subject;
        Nodes = new NodeReader(file, problems);
    }

    /// <summary>The mapping itself, for problems that belong to it as a whole.</summary>
    public MappingNode Node => mapping;

    /// <summary>Reads nodes of this mapping, such as the items of its lists.</summary>
    public NodeReader Nodes { get; }

    /// <summary>Whether the mapping has the key; counts as asking for it.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key) => OptionalNode(key) is not null;

    /// <summary>The value as it is written.</summary>
    /// <param name="key">The key.</param>
    public SourceNode? RequiredNode(string key)
    {
        var node = OptionalNode(key);
        if (node is null)
        {
            Nodes.Report(mapping, $"the key {Wording.Quote(key)}", $"add '{key}: …'", $"no {Wording.Quote(key)} in {subject}");
        }

        return node;
    }

    /// <inheritdoc cref="RequiredNode"/>
    public SourceNode? OptionalNode(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!asked.Contains(key))
        {
            asked.Add(key);
        }

        var entry = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key) ?? SameIn(key);
        if (entry is null)
        {
            return null;
        }

        if (taken.Add(entry) && entry.Key.Text != key)
        {
            Nodes.Report(entry.Key, $"the key {Wording.Quote(key)}", $"write {Wording.Quote(key)}", $"the key {entry.Key.Description}");
        }

        return entry.Value;
    }

    /// <inheritdoc cref="NodeReader.Text"/>
    public string? RequiredText(string key) => RequiredNode(key) is { } node ? Nodes.Text(node) : null;

    /// <inheritdoc cref="RequiredText"/>
    public string? OptionalText(string key) => OptionalNode(key) is { } node ? Nodes.Text(node) : null;

    /// <inheritdoc cref="NodeReader.Localized"/>
    public LocalizedText? RequiredLocalized(string key) => RequiredNode(key) is { } node ? Nodes.Localized(node) : null;

    /// <inheritdoc cref="RequiredLocalized"/>
    public LocalizedText? OptionalLocalized(string key) => OptionalNode(key) is { } node ? Nodes.Localized(node) : null;

    /// <inheritdoc cref="NodeReader.Number"/>
    public double? RequiredNumber(string key, NumberDomain? domain = null) =>
        RequiredNode(key) is { } node ? Nodes.Number(node, domain) : null;

    /// <inheritdoc cref="RequiredNumber"/>
    public double? OptionalNumber(string key, NumberDomain? domain = null) =>
        OptionalNode(key) is { } node ? Nodes.Number(node, domain) : null;

    /// <inheritdoc cref="NodeReader.Integer"/>
    public int? RequiredInteger(string key, int least = int.MinValue, int most = int.MaxValue) =>
        RequiredNode(key) is { } node ? Nodes.Integer(node, least, most) : null;

    /// <inheritdoc cref="RequiredInteger"/>
    public int? OptionalInteger(string key, int least = int.MinValue, int most = int.MaxValue) =>
        OptionalNode(key) is { } node ? Nodes.Integer(node, least, most) : null;

    /// <inheritdoc cref="NodeReader.Boolean"/>
    public bool? RequiredBoolean(string key) => RequiredNode(key) is { } node ? Nodes.Boolean(node) : null;

    /// <inheritdoc cref="RequiredBoolean"/>
    public bool? OptionalBoolean(string key) => OptionalNode(key) is { } node ? Nodes.Boolean(node) : null;

    /// <inheritdoc cref="NodeReader.OneOf"/>
    public string? RequiredOneOf(string key, IReadOnlyCollection<string> known) =>
        RequiredNode(key) is { } node ? Nodes.OneOf(node, known) : null;

    /// <inheritdoc cref="RequiredOneOf"/>
    public string? OptionalOneOf(string key, IReadOnlyCollection<string> known) =>
        OptionalNode(key) is { } node ? Nodes.OneOf(node, known) : null;

    /// <inheritdoc cref="NodeReader.Identifier"/>
    public string? RequiredIdentifier(string key) => RequiredNode(key) is { } node ? Nodes.Identifier(node) : null;

    /// <inheritdoc cref="RequiredIdentifier"/>
    public string? OptionalIdentifier(string key) => OptionalNode(key) is { } node ? Nodes.Identifier(node) : null;

    /// <inheritdoc cref="NodeReader.Printed"/>
    public PrintedNumber? RequiredPrinted(string key, bool exact = false) =>
        RequiredNode(key) is { } node ? Nodes.Printed(node, exact) : null;

    /// <inheritdoc cref="RequiredPrinted"/>
    public PrintedNumber? OptionalPrinted(string key, bool exact = false) =>
        OptionalNode(key) is { } node ? Nodes.Printed(node, exact) : null;

    /// <inheritdoc cref="NodeReader.Quantity"/>
    public Quantity? RequiredQuantity(string key) => RequiredNode(key) is { } node ? Nodes.Quantity(node) : null;

    /// <inheritdoc cref="RequiredQuantity"/>
    public Quantity? OptionalQuantity(string key) => OptionalNode(key) is { } node ? Nodes.Quantity(node) : null;

    /// <inheritdoc cref="NodeReader.Items"/>
    public ImmutableArray<SourceNode> RequiredItems(string key, int least = 0) =>
        RequiredNode(key) is { } node ? Nodes.Items(node, least) : [];

    /// <inheritdoc cref="RequiredItems"/>
    public ImmutableArray<SourceNode> OptionalItems(string key, int least = 0) =>
        OptionalNode(key) is { } node ? Nodes.Items(node, least) : [];

    /// <inheritdoc cref="NodeReader.Entries"/>
    public ImmutableArray<MappingEntry> RequiredEntries(string key) => RequiredNode(key) is { } node ? Nodes.Entries(node) : [];

    /// <inheritdoc cref="RequiredEntries"/>
    public ImmutableArray<MappingEntry> OptionalEntries(string key) => OptionalNode(key) is { } node ? Nodes.Entries(node) : [];

    /// <summary>A mapping of known keys.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its reader, finished together with this one.</returns>
    public MappingReader? RequiredMapping(string key) => RequiredNode(key) is { } node ? Nodes.Mapping(node, Wording.Quote(key)) : null;

    /// <inheritdoc cref="RequiredMapping"/>
    public MappingReader? OptionalMapping(string key) => OptionalNode(key) is { } node ? Nodes.Mapping(node, Wording.Quote(key)) : null;

    /// <inheritdoc cref="NodeReader.Kind"/>
    public Kind? RequiredKind(string key, IReadOnlyCollection<string>? known = null) =>
        RequiredNode(key) is { } node ? Nodes.Kind(node, known) : null;

    /// <inheritdoc cref="RequiredKind"/>
    public Kind? OptionalKind(string key, IReadOnlyCollection<string>? known = null) =>
        OptionalNode(key) is { } node ? Nodes.Kind(node, known) : null;

    /// <inheritdoc cref="NodeReader.Numbers"/>
    public Table<double>? RequiredNumbers(string key, int? rank = null) =>
        RequiredNode(key) is { } node ? Nodes.Numbers(node, rank) : null;

    /// <inheritdoc cref="RequiredNumbers"/>
    public Table<double>? OptionalNumbers(string key, int? rank = null) =>
        OptionalNode(key) is { } node ? Nodes.Numbers(node, rank) : null;

    /// <inheritdoc cref="NodeReader.Names"/>
    public Table<string>? RequiredNames(string key, int? rank = null) =>
        RequiredNode(key) is { } node ? Nodes.Names(node, rank) : null;

    /// <inheritdoc cref="RequiredNames"/>
    public Table<string>? OptionalNames(string key, int? rank = null) =>
        OptionalNode(key) is { } node ? Nodes.Names(node, rank) : null;

    /// <summary>
    /// Reports every key that no method was asked for, with the nearest known one, here and in the mappings read through this reader.
    /// To be called once, when everything was read.
    /// </summary>
    public void Finish()
    {
        foreach (var entry in mapping.Entries.Where(entry => !taken.Contains(entry)))
        {
            var nearest = Nearest.To(entry.Key.Text, asked);
            var remedy = nearest is null ? "remove it" : $"did you mean {Wording.Quote(nearest)}?";
            var expected = asked.Count == 0 ? "no keys here" : NodeReader.Choice(asked);
            Nodes.Report(entry.Key, expected, remedy, $"the unknown key {Wording.Quote(entry.Key.Text)} in {subject}");
        }

        foreach (var reader in Nodes.Opened)
        {
            reader.Finish();
        }
    }

    internal string? RequiredLanguage(string key, string language)
    {
        if (OptionalNode(key) is { } node)
        {
            return Nodes.Text(node);
        }

        var found = $"no {language} text ({key})";
        Nodes.Report(mapping, "the text in English (en) and Korean (ko)", $"add the missing language: '{key}: …'", found);
        return null;
    }

    private MappingEntry? SameIn(string key) =>
        mapping.Entries.FirstOrDefault(entry => !taken.Contains(entry) && Nearest.IsSame(entry.Key.Text, key));
}
