using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>
/// Reads nodes as what a lesson needs: numbers, texts, names. A node that is something else becomes a problem, and the result is
/// <see langword="null"/>, so that reading goes on to the next.
/// </summary>
/// <remarks>
/// Plain values are numbers or names as they are needed, by YAML 1.2 rules: <c>no</c> and <c>1e3</c> are names where a name is wanted.
/// </remarks>
public sealed class NodeReader
{
    private readonly List<MappingReader> opened = [];

    internal NodeReader(string file, ProblemList problems)
    {
        File = file;
        Problems = problems;
    }

    private delegate bool ItemReader<T>(SourceNode node, [MaybeNullWhen(false)] out T value);

    /// <summary>The file that problems name.</summary>
    public string File { get; }

    /// <summary>Where problems go.</summary>
    public ProblemList Problems { get; }

    /// <summary>The readers of the mappings read here, in order.</summary>
    internal IReadOnlyList<MappingReader> Opened => opened;

    /// <summary>Adds a problem at a node's place; none for a node that was refused already.</summary>
    /// <param name="node">The node.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="found">What is there; by default the node's description.</param>
    public void Report(SourceNode node, string expected, string remedy, string? found = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node is not RefusedNode)
        {
            Problems.Add(new Problem(File, node.Line, node.Column, found ?? node.Description, expected, remedy));
        }
    }

    /// <summary>A text: any single value that is not blank, with the spaces and line ends as written.</summary>
    /// <param name="node">The node.</param>
    public string? Text(SourceNode node)
    {
        if (node is ScalarNode { IsNothing: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
        {
            return scalar.Text;
        }

        Report(node, "a text", "write a text, in quotes if it holds ': ' or ' #'");
        return null;
    }

    /// <summary>A text in every language: a mapping of <c>en</c> and <c>ko</c>, without spaces and line ends around each text.</summary>
    /// <param name="node">The node.</param>
    public LocalizedText? Localized(SourceNode node)
    {
        if (node is not MappingNode)
        {
            Report(node, "the text in English (en) and Korean (ko)", "write it as a mapping: {en: …, ko: …}");
            return null;
        }

        var texts = Mapping(node)!;
        var english = texts.RequiredLanguage("en", "English");
        var korean = texts.RequiredLanguage("ko", "Korean");
        return english is null || korean is null ? null : new LocalizedText(english.Trim(), korean.Trim());
    }

    /// <summary>A finite number.</summary>
    /// <param name="node">The node.</param>
    /// <param name="domain">Which numbers are right; every finite one by default.</param>
    public double? Number(SourceNode node, NumberDomain? domain = null)
    {
        domain ??= NumberDomain.Any;
        if (ParseNumber(node, domain.Description) is not { } number)
        {
            return null;
        }

        if (!domain.Contains(number.Value))
        {
            Report(node, domain.Description, "change the number");
            return null;
        }

        return number.Value;
    }

    /// <summary>An integer in decimal digits, between two bounds that are both included.</summary>
    /// <param name="node">The node.</param>
    /// <param name="least">The least that is right.</param>
    /// <param name="most">The greatest that is right.</param>
    public int? Integer(SourceNode node, int least = int.MinValue, int most = int.MaxValue)
    {
        var expected = Range(least, most);
        if (ParseNumber(node, expected, "write an integer such as 2") is not { } number)
        {
            return null;
        }

        if (!number.Text.All(character => char.IsAsciiDigit(character) || character is '+' or '-'))
        {
            Report(node, expected, "write it without point and exponent");
            return null;
        }

        var isSmall = int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer);
        if (isSmall && integer >= least && integer <= most)
        {
            return integer;
        }

        Report(node, expected, "change the number");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>, as YAML 1.2 writes them.</summary>
    /// <param name="node">The node.</param>
    public bool? Boolean(SourceNode node)
    {
        if (node is ScalarNode { IsQuoted: false, Text: "true" or "false" } scalar)
        {
            return scalar.Text == "true";
        }

        var remedy = (node as ScalarNode)?.Text.ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "1" or "true" => "write true",
            "no" or "n" or "off" or "0" or "false" => "write false",
            _ => "write true or false",
        };
        Report(node, "true or false", remedy);
        return null;
    }

    /// <summary>One of several names.</summary>
    /// <param name="node">The node.</param>
    /// <param name="known">The names that are right.</param>
    public string? OneOf(SourceNode node, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (node is ScalarNode scalar && known.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        var nearest = node is ScalarNode { IsNothing: false } misspelt ? Nearest.To(misspelt.Text, known) : null;
        Report(node, Choice(known), nearest is null ? "write one of these names" : $"did you mean {Wording.Quote(nearest)}?");
        return null;
    }

    /// <summary>A name that quantities can be called by, without indices.</summary>
    /// <param name="node">The node.</param>
    public string? Identifier(SourceNode node)
    {
        if (node is ScalarNode { IsNothing: false } scalar && Name.IsIdentifier(scalar.Text))
        {
            return scalar.Text;
        }

        Report(node, "a name", "begin with a letter or an underscore and go on with letters, digits, underscores or dots");
        return null;
    }

    /// <summary>A number as a document prints it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="exact">Whether computed values must equal it to the last bit.</param>
    public PrintedNumber? Printed(SourceNode node, bool exact = false) =>
        ParseNumber(node, NumberDomain.Any.Description) is { } number && PrintedNumber.TryParse(number.Text, exact, out var printed, out _)
            ? printed
            : null;

    /// <summary>A quantity, such as <c>dE_total/dw5</c>.</summary>
    /// <param name="node">The node; problems point to the character inside it.</param>
    public Quantity? Quantity(SourceNode node)
    {
        if (node is not ScalarNode { IsNothing: false } scalar)
        {
            Report(node, "a quantity", "write a name such as h1, or a derivative such as dE/dw5");
            return null;
        }

        if (Quantities.Quantity.TryParse(scalar.Text, out var quantity, out var error))
        {
            return quantity;
        }

        var column = scalar.Column + error.Column - (scalar.IsQuoted ? 0 : 1);
        var found = $"{error.Found} in the quantity {Wording.Quote(scalar.Text)}";
        Problems.Add(new Problem(File, scalar.Line, column, found, error.Expected, error.Remedy));
        return null;
    }

    /// <summary>The items of a list.</summary>
    /// <param name="node">The node.</param>
    /// <param name="least">How many there must be.</param>
    /// <returns>The items; empty, with a problem, when it is not a list or has too few.</returns>
    public ImmutableArray<SourceNode> Items(SourceNode node, int least = 0)
    {
        if (node is SequenceNode sequence && sequence.Items.Length >= least)
        {
            return sequence.Items;
        }

        Report(node, least == 0 ? "a list" : $"a list of at least {least}", "write [a, b], or lines that begin with '- '");
        return [];
    }

    /// <summary>The entries of a mapping whose keys are data, such as quantities.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The entries in the order of the file; empty, with a problem, when it is not a mapping.</returns>
    public ImmutableArray<MappingEntry> Entries(SourceNode node)
    {
        if (node is MappingNode mapping)
        {
            return mapping.Entries;
        }

        ReportNoMapping(node);
        return [];
    }

    /// <summary>A mapping of known keys.</summary>
    /// <param name="node">The node.</param>
    /// <param name="subject">What the mapping is, for messages: <c>the layer 'dense'</c>; by default <c>this mapping</c>.</param>
    /// <returns>Its reader, finished together with the reader this one belongs to.</returns>
    public MappingReader? Mapping(SourceNode node, string subject = "this mapping")
    {
        if (node is not MappingNode mapping)
        {
            ReportNoMapping(node);
            return null;
        }

        var reader = new MappingReader(mapping, File, Problems, subject);
        opened.Add(reader);
        return reader;
    }

    /// <summary>Which kind of thing: a name, or one name with its arguments.</summary>
    /// <param name="node">The node.</param>
    /// <param name="known">The names that are right; by default every name.</param>
    public Kind? Kind(SourceNode node, IReadOnlyCollection<string>? known = null)
    {
        var (name, value) = node switch
        {
            ScalarNode { IsNothing: false } scalar => (scalar, null),
            MappingNode { Entries: [var entry] } => (entry.Key, entry.Value),
            _ => (null, (SourceNode?)null),
        };
        if (name is null)
        {
            var remedy = node is MappingNode { Entries.Length: > 1 }
                ? "indent the arguments under the name: {name: {argument: 1}}"
                : "write the name, or {name: {argument: 1}}";
            Report(node, "a name, or one name with its arguments", remedy);
            return null;
        }

        // The arguments of an unknown kind are not looked at: they would only be more of the same problem.
        if (known is not null && OneOf(name, known) is null)
        {
            return null;
        }

        switch (value)
        {
            case null or ScalarNode { IsNothing: true }:
                return new Kind(name.Text, null, name);
            case MappingNode:
                return new Kind(name.Text, Mapping(value, $"the arguments of {Wording.Quote(name.Text)}"), name);
            default:
                Report(value, $"the arguments of {Wording.Quote(name.Text)} by name", $"write {{{name.Text}: {{argument: 1}}}}");
                return null;
        }
    }

    /// <summary>Numbers: a list, or a list of rows of equal length.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rank">1 for a list, 2 for rows; either by default.</param>
    public Table<double>? Numbers(SourceNode node, int? rank = null) => ReadTable<double>(node, rank, "numbers", TryNumber);

    /// <summary>Numbers in lists of lists, all of equal length at each depth: <c>[[[1, 2], [3, 4]]]</c>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rank">How deep the numbers lie; as deep as the first by default.</param>
    public Table<double>? Nested(SourceNode node, int? rank = null)
    {
        List<int> lengths = [];
        for (SourceNode? inner = node; inner is SequenceNode sequence && lengths.Count < (rank ?? int.MaxValue); inner = sequence.Items.FirstOrDefault())
        {
            lengths.Add(sequence.Items.Length);
        }

        if ((rank ?? lengths.Count) <= 2)
        {
            return Numbers(node, rank);
        }

        var values = ImmutableArray.CreateBuilder<double>();
        return lengths.Count == (rank ?? lengths.Count) && Gather(node, lengths, 0, values)
            ? new Table<double>([.. lengths], values.ToImmutable())
            : lengths.Count == rank ? null : Refuse();

        Table<double>? Refuse()
        {
            Report(node, $"numbers in lists {rank} deep", "write one pair of brackets for each axis");
            return null;
        }
    }

    /// <summary>Integers: a list, or one for a list of one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="least">The least that is right.</param>
    public ImmutableArray<int>? Integers(SourceNode node, int least = int.MinValue)
    {
        ImmutableArray<SourceNode> items = node is SequenceNode { Items.IsEmpty: false } sequence ? sequence.Items : [node];
        var integers = ImmutableArray.CreateBuilder<int>(items.Length);
        foreach (SourceNode item in items)
        {
            if (Integer(item, least) is { } integer)
            {
                integers.Add(integer);
            }
        }

        return integers.Count == items.Length ? integers.ToImmutable() : null;
    }

    /// <summary>Names that quantities can be called by: a list, or a list of rows of equal length.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rank">1 for a list, 2 for rows; either by default.</param>
    public Table<string>? Names(SourceNode node, int? rank = null) => ReadTable<string>(node, rank, "names", TryIdentifier);

    internal static string Choice(IReadOnlyCollection<string> known) => known.Count switch
    {
        0 => "nothing",
        1 => Wording.Quote(known.First()),
        _ => "one of " + Wording.List(known.Order()),
    };

    private static string Range(int least, int most) => (least, most) switch
    {
        (int.MinValue, int.MaxValue) => "an integer",
        (_, int.MaxValue) => $"an integer of at least {least}",
        (int.MinValue, _) => $"an integer of at most {most}",
        _ => $"an integer from {least} to {most}",
    };

    private void ReportNoMapping(SourceNode node) => Report(node, "a mapping", "write {key: value}, or indented lines 'key: value'");

    private NumberText? ParseNumber(SourceNode node, string expected, string remedy = NumberText.AnyRemedy)
    {
        if (node is not ScalarNode { IsNothing: false } scalar)
        {
            Report(node, expected, remedy);
            return null;
        }

        var isNumber = NumberText.TryParse(scalar.Text, out var number, out var complaint);
        if (isNumber && !scalar.IsQuoted)
        {
            return number;
        }

        var ownRemedy = complaint.Remedy == NumberText.AnyRemedy ? remedy : complaint.Remedy;
        var isAny = isNumber || complaint.Expected == NumberText.AnyNumber;
        Report(node, isAny ? expected : complaint.Expected, isNumber ? "remove the quotes" : ownRemedy);
        return null;
    }

    private bool TryNumber(SourceNode node, out double value)
    {
        var number = Number(node);
        value = number ?? 0;
        return number is not null;
    }

    private bool TryIdentifier(SourceNode node, [MaybeNullWhen(false)] out string value)
    {
        value = Identifier(node);
        return value is not null;
    }

    private Table<T>? ReadTable<T>(SourceNode node, int? rank, string what, ItemReader<T> read)
    {
        var expected = rank switch
        {
            1 => $"a list of {what}",
            2 => $"a list of rows of {what}",
            _ => $"a list of {what}, or a list of rows of {what}",
        };
        if (node is not SequenceNode { Items: [var first, ..] items })
        {
            Report(node, expected, rank == 2 ? "write [[a, b], [c, d]]" : "write [a, b]");
            return null;
        }

        return (rank ?? (first is SequenceNode ? 2 : 1)) == 1
            ? ReadRow(items, read) is { } row ? new Table<T>([row.Length], row) : null
            : ReadRows(items, what, read);
    }

    private Table<T>? ReadRows<T>(ImmutableArray<SourceNode> items, string what, ItemReader<T> read)
    {
        var values = ImmutableArray.CreateBuilder<T>();
        int? columns = null;
        var isRight = true;
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index] is not SequenceNode row || row.Items.IsEmpty)
            {
                Report(items[index], $"row {index + 1} as a list of {what}", "write every row in brackets: [a, b]");
                isRight = false;
                continue;
            }

            columns ??= row.Items.Length;
            if (row.Items.Length != columns)
            {
                var found = $"{row.Items.Length} in row {index + 1}";
                Report(row, $"{columns} {what}, as in the first row", "make all rows equally long", found);
                isRight = false;
            }

            var cells = ReadRow(row.Items, read);
            isRight &= cells is not null;
            values.AddRange(cells ?? []);
        }

        return isRight ? new Table<T>([items.Length, columns ?? 0], values.ToImmutable()) : null;
    }

    private bool Gather(SourceNode node, List<int> lengths, int depth, ImmutableArray<double>.Builder values)
    {
        if (depth == lengths.Count)
        {
            var isNumber = TryNumber(node, out var value);
            values.Add(value);
            return isNumber;
        }

        if (node is not SequenceNode sequence || sequence.Items.Length != lengths[depth])
        {
            var found = node is SequenceNode other ? $"a list of {other.Items.Length}" : null;
            Report(node, $"a list of {lengths[depth]}, as the first of its depth", "make all lists of one depth equally long", found);
            return false;
        }

        var isRight = true;
        foreach (var item in sequence.Items)
        {
            isRight &= Gather(item, lengths, depth + 1, values);
        }

        return isRight;
    }

    private static ImmutableArray<T>? ReadRow<T>(ImmutableArray<SourceNode> items, ItemReader<T> read)
    {
        var values = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
        {
            if (read(item, out var value))
            {
                values.Add(value);
            }
        }

        return values.Count == items.Length ? values.ToImmutable() : null;
    }
}
