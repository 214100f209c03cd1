using System.Collections.Immutable;
using Engine.Numbers;

namespace Lessons.Reading;

/// <summary>The rows of data of every input, or of every output, in the network's order, each with its place in the file.</summary>
internal sealed record DataTables(ImmutableArray<(SourceNode Node, Table<double> Table)> Tables)
{
    /// <summary>Reads rows: those of the only one at once, those of several by name.</summary>
    /// <param name="data">The lesson's data.</param>
    /// <param name="key"><c>inputs</c> or <c>targets</c>.</param>
    /// <param name="names">
    /// The names, in the network's order, with the rank of their tensors or null; empty where the network is not known, and rows
    /// are read all the same.
    /// </param>
    public static DataTables? Read(MappingReader data, string key, ImmutableArray<(string Name, int? Rank)> names)
    {
        if (data.RequiredNode(key) is not { } node)
        {
            return null;
        }

        if (names.IsEmpty && node is MappingNode)
        {
            return null;
        }

        if (names.Length <= 1)
        {
            return Table(data, node, names.IsEmpty ? null : names[0].Rank) is { } table ? new DataTables([(node, table)]) : null;
        }

        if (data.Nodes.Mapping(node, Wording.Quote(key)) is not { } reader)
        {
            return null;
        }

        var tables = ImmutableArray.CreateBuilder<(SourceNode Node, Table<double> Table)>();
        foreach ((string name, int? rank) in names)
        {
            if (reader.RequiredNode(name) is { } rows && Table(data, rows, rank) is { } table)
            {
                tables.Add((rows, table));
            }
        }

        return tables.Count == names.Length ? new DataTables(tables.ToImmutable()) : null;
    }

    /// <summary>Some of the rows as tensors.</summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    public ImmutableArray<Tensor> ToTensors(int first, int count) => [.. Tables.Select(table =>
    {
        Shape shape = new(table.Table.Shape.AsSpan());
        int width = shape.Size / shape[0];
        return new Tensor(new Shape([count, .. shape.Lengths[1..]]), [.. table.Table.Values.AsSpan().Slice(first * width, count * width)]);
    })];

    private static Table<double>? Table(MappingReader data, SourceNode node, int? rank)
    {
        if (node is MappingNode description)
        {
            return DataDescriptionReader.Read(data.Nodes, description);
        }

        bool isDeep = node is SequenceNode { Items: [SequenceNode { Items: [SequenceNode, ..] }, ..] };
        return data.Nodes.Nested(node, rank ?? (isDeep ? null : 2));
    }
}
