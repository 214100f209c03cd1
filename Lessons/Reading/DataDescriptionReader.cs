using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Engine.Numbers;
using Lessons.Datasets;
using Lessons.Text;

namespace Lessons.Reading;

/// <summary>Reads data that a lesson describes in place of writing rows: from a file, or made from texts.</summary>
internal static class DataDescriptionReader
{
    private static readonly NumberDomain Divisor = new("a number other than 0", number => number != 0);

    private static readonly ImmutableDictionary<string, TextMatrixMode> Modes = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create("binary", TextMatrixMode.Binary),
        KeyValuePair.Create("count", TextMatrixMode.Count),
        KeyValuePair.Create("freq", TextMatrixMode.Frequency),
        KeyValuePair.Create("tfidf", TextMatrixMode.TfIdf),
    ]);

    /// <summary>The rows that are described; null, with a problem, where they cannot be had.</summary>
    /// <param name="nodes">Reads nodes and takes problems.</param>
    /// <param name="node">The description.</param>
    public static Table<double>? Read(NodeReader nodes, MappingNode node)
    {
        MappingReader reader = nodes.Mapping(node, "the description of the data")!;
        if (reader.Has("texts"))
        {
            return ReadTexts(reader);
        }

        if (reader.Has("file"))
        {
            return ReadFile(reader);
        }

        nodes.Report(node, "rows of numbers, or 'file' or 'texts'", "write [[a, b], [c, d]], or {file: data.csv, columns: 1-4}", "neither rows nor 'file' nor 'texts'");
        return null;
    }

    private static Table<double>? ReadTexts(MappingReader reader)
    {
        ImmutableArray<SourceNode> items = reader.RequiredItems("texts", least: 1);
        ImmutableArray<string?> texts = [.. items.Select(reader.Nodes.Text)];
        int? words = reader.OptionalInteger("words", 1, RowRanges.Most);
        string? mode = reader.Has("matrix") ? reader.OptionalOneOf("matrix", [.. Modes.Keys.Order(StringComparer.Ordinal)]) : null;
        int? length = reader.OptionalInteger("sequences", 1, RowRanges.Most);
        SequenceSide padding = length is null ? SequenceSide.Pre : ReadSide(reader, "padding");
        SequenceSide truncating = length is null ? SequenceSide.Pre : ReadSide(reader, "truncating");
        if (reader.Has("matrix") == reader.Has("sequences"))
        {
            reader.Nodes.Report(
                reader.Node,
                "either 'matrix' or 'sequences'",
                "write 'matrix: count' for one column a word, or 'sequences: 5' for the numbers of five words",
                reader.Has("matrix") ? "both 'matrix' and 'sequences'" : "neither 'matrix' nor 'sequences'");
            return null;
        }

        if (texts.IsEmpty || texts.Any(text => text is null) || (mode is null && length is null))
        {
            return null;
        }

        try
        {
            Tokenizer tokenizer = Tokenizer.Fit(texts!, words);
            if (!HasRoom(reader, reader.OptionalNode(mode is null ? "sequences" : "texts")!, texts.Length, length ?? tokenizer.Columns))
            {
                return null;
            }

            Tensor values = mode is null
                ? SequencePadding.Pad(tokenizer.TextsToSequences(texts!), length, padding, truncating)
                : tokenizer.TextsToMatrix(texts!, Modes[mode]);
            return TableOf(values);
        }
        catch (ArgumentException)
        {
            reader.Nodes.Report(reader.OptionalNode("texts")!, "at least one text with a word", "write words, parted by blanks", "texts without a word");
            return null;
        }
    }

    /// <summary>At which side sequences are changed: before them, as in Keras, where nothing is said.</summary>
    private static SequenceSide ReadSide(MappingReader reader, string key) =>
        reader.OptionalOneOf(key, ["pre", "post"]) == "post" ? SequenceSide.Post : SequenceSide.Pre;

    private static Table<double>? ReadFile(MappingReader reader)
    {
        string? name = reader.RequiredText("file");
        ImmutableArray<int>? columns = Ranges(reader, "columns", isNeeded: true);
        ImmutableArray<int>? rows = Ranges(reader, "rows", isNeeded: false);
        double? divisor = reader.OptionalNumber("divide-by", Divisor);
        int? classes = reader.OptionalInteger("one-hot", 2, RowRanges.Most);
        if (classes is not null && (divisor is not null || columns is { Length: > 1 }))
        {
            reader.Nodes.Report(reader.OptionalNode("one-hot")!, "one column of classes, not divided", "give one column, and no 'divide-by'", "'one-hot' of several or divided columns");
            return null;
        }

        ImmutableArray<ImmutableArray<string>>? content = name is null ? null : RowsOf(reader, name);
        if (columns is null || (rows is null && reader.Has("rows")) || content is not { } file)
        {
            return null;
        }

        if (!HasRoom(reader, reader.OptionalNode("columns")!, rows?.Length ?? file.Length, classes ?? columns.Value.Length))
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<double>();
        SourceNode place = reader.OptionalNode("file")!;
        foreach (int row in rows ?? [.. Enumerable.Range(1, file.Length)])
        {
            if (row > file.Length)
            {
                reader.Nodes.Report(reader.OptionalNode("rows")!, $"rows from 1 to {file.Length}", "name rows that the file has", $"row {row} of {name}");
                return null;
            }

            foreach (int column in columns)
            {
                if (column > file[row - 1].Length)
                {
                    reader.Nodes.Report(
                        reader.OptionalNode("columns")!, $"columns from 1 to {file[row - 1].Length}", "name columns that the row has", $"column {column} of row {row} of {name}");
                    return null;
                }

                string text = file[row - 1][column - 1];
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
                {
                    reader.Nodes.Report(
                        place, "a finite decimal number", "mend the file, or leave out lines such as headings with 'rows: 2-151'", $"{Wording.Quote(text)} in row {row}, column {column} of {name}");
                    return null;
                }

                if (classes is { } count && !(value >= 0 && value < count && value == Math.Floor(value)))
                {
                    reader.Nodes.Report(
                        reader.OptionalNode("one-hot")!, $"classes from 0 to {count - 1}", "change 'one-hot', or the column", $"the class {text} in row {row}, column {column} of {name}");
                    return null;
                }

                double divided = value / (divisor ?? 1);
                if (!double.IsFinite(divided))
                {
                    reader.Nodes.Report(
                        reader.OptionalNode("divide-by")!, "a number that leaves finite numbers", "make it larger", $"{text} / {divisor} in row {row}, column {column} of {name}, which is not finite");
                    return null;
                }

                values.Add(divided);
            }
        }

        return classes is { } all
            ? TableOf(OneHotEncoding.Of([.. values.Select(value => (int)value)], all))
            : new Table<double>([values.Count / columns.Value.Length, columns.Value.Length], values.ToImmutable());
    }

    private static ImmutableArray<ImmutableArray<string>>? RowsOf(MappingReader reader, string name)
    {
        SourceNode place = reader.OptionalNode("file")!;
        if (!DataFile.IsBeside(name))
        {
            reader.Nodes.Report(place, "a file beside the lesson or in a folder below it", "put the file there, and write its name without '/' at its beginning and without '..'");
            return null;
        }

        try
        {
            if (DataFile.Open(reader.Nodes.File, name) is not { } content)
            {
                reader.Nodes.Report(
                    place,
                    "a file beside the lesson, or one that ships with the program",
                    $"put it beside the lesson, or take one of {Wording.List(DataFile.Shipped)}",
                    $"no file {Wording.Quote(name)}");
                return null;
            }

            ImmutableArray<ImmutableArray<string>> rows = DataFile.ReadRows(content, name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
            if (rows.IsEmpty)
            {
                reader.Nodes.Report(place, "at least one row", "put numbers into the file", $"{name}, which is empty");
                return null;
            }

            return rows;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or DecoderFallbackException)
        {
            string why = exception is DecoderFallbackException ? "not in UTF-8" : exception.Message;
            reader.Nodes.Report(place, "a CSV file in UTF-8, as it is or compressed with gzip", "mend the file", $"{name}, which cannot be read: {why}");
            return null;
        }
    }

    /// <summary>Whether so many numbers can be held; a problem where not.</summary>
    private static bool HasRoom(MappingReader reader, SourceNode place, int rows, int columns)
    {
        if ((long)rows * columns <= DataFile.MostCells)
        {
            return true;
        }

        reader.Nodes.Report(
            place, $"at most {DataFile.MostCells:N0} numbers", "take fewer rows or columns", $"{rows:N0} rows of {columns:N0} numbers");
        return false;
    }

    private static ImmutableArray<int>? Ranges(MappingReader reader, string key, bool isNeeded)
    {
        SourceNode? node = isNeeded ? reader.RequiredNode(key) : reader.OptionalNode(key);
        if (node is null)
        {
            return null;
        }

        List<(int First, int Last)> ranges = [];
        ImmutableArray<SourceNode> items = node is SequenceNode { Items.IsEmpty: false } list ? list.Items : [node];
        foreach (SourceNode item in items)
        {
            if (item is ScalarNode { IsNothing: false } scalar && RowRanges.Parse(scalar.Text) is { } range)
            {
                ranges.Add(range);
            }
            else
            {
                reader.Nodes.Report(item, "a place from 1, or a range such as 1-64", "write 3, 1-64 or [1-4, 6]");
            }
        }

        if (ranges.Count < items.Length)
        {
            return null;
        }

        if (ranges.Sum(range => (long)range.Last - range.First + 1) is > RowRanges.Most and var places)
        {
            reader.Nodes.Report(node, $"at most {RowRanges.Most:N0} places", "name fewer", $"{places:N0} places");
            return null;
        }

        return RowRanges.Of(ranges);
    }

    private static Table<double> TableOf(Tensor tensor) => new([.. tensor.Shape.Lengths], [.. tensor.Values]);
}
