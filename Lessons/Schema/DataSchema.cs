using System.Text.Json.Nodes;
using Lessons.Datasets;

namespace Lessons.Schema;

/// <summary>The form of a lesson's data: rows, a file, texts, or one of these for each input or output by name.</summary>
internal static class DataSchema
{
    public static JsonObject Data() => Shapes.Mapping(
        [
            ("inputs", Shapes.Ref("data").Described("Rows of numbers, one row a sample, one number an input; or a description of rows; or either by the input's name.")),
            ("targets", Shapes.Ref("data").Described("Rows of numbers, one row a sample, one number an output; or a description of rows; or either by the output's name.")),
        ],
        "inputs",
        "targets").Described("The samples.");

    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
    [
        ("rows", Shapes.List(Shapes.Ref("numbers"), least: 1).Described("Rows of numbers: [[a, b], [c, d]].")),
        ("places", Shapes.AnyOf(Place(), Shapes.List(Place(), least: 1)).Described("Places from 1: 3, 1-64 or [1-4, 6].")),
        ("file-data", FileData()),
        ("text-data", TextData()),
        ("table", Shapes.AnyOf(Shapes.Ref("rows"), Shapes.Ref("file-data"), Shapes.Ref("text-data"))),
        ("data", Shapes.AnyOf(
            Shapes.Ref("rows"),
            Shapes.Ref("file-data"),
            Shapes.Ref("text-data"),
            Shapes.Entries(Shapes.Ref("identifier"), Shapes.Ref("table"), least: 2).Described("Rows for each of several inputs or outputs, by name."))),
    ];

    private static JsonObject Place() => Shapes.AnyOf(Shapes.Integer(1), Shapes.Word(@"^\s*[0-9]+\s*(?:-\s*[0-9]+\s*)?$"));

    private static JsonObject FileData()
    {
        JsonObject divisor = Shapes.Number();
        divisor["not"] = new JsonObject { ["const"] = 0 };
        JsonObject schema = Shapes.Mapping(
            [
                ("file", Shapes.Ref("line").Described($"A CSV file beside the lesson, as it is or compressed with gzip; or one of those that ship: {string.Join(", ", DataFile.Shipped)}.")),
                ("columns", Shapes.Ref("places").Described("Which columns, from 1: 3, 1-64 or [1-4, 6].")),
                ("rows", Shapes.Ref("places").Described("Which rows, from 1; all of them where left out.")),
                ("divide-by", divisor.Described("By what every number is divided, such as 16 for pictures whose pixels go up to 16.")),
                ("one-hot", Shapes.Integer(2, RowRanges.Most).Described("How many classes there are: the column holds classes from 0, and each becomes a row with a single 1. Of one column, not divided.")),
            ],
            "file",
            "columns");
        schema["dependentSchemas"] = new JsonObject { ["one-hot"] = new JsonObject { ["properties"] = new JsonObject { ["divide-by"] = false } } };
        return schema.Described("Rows from a file.");
    }

    private static JsonObject TextData()
    {
        JsonObject schema = Shapes.Mapping(
            [
                ("texts", Shapes.List(Shapes.Ref("line"), least: 1).Described("The texts, one a sample; words are parted by blanks and numbered by how often they occur.")),
                ("words", Shapes.Integer(1, RowRanges.Most).Described("How many numbers of words are used; all where left out.")),
                ("matrix", Shapes.OneOf(
                [
                    ("binary", "1 where the word occurs"),
                    ("count", "how often the word occurs"),
                    ("freq", "the word's share of the text"),
                    ("tfidf", "how often the word occurs, weighted by how rare it is"),
                ]).Described("One column a word. In place of 'sequences'.")),
                ("sequences", Shapes.Integer(1, RowRanges.Most).Described("The numbers of so many words of each text. In place of 'matrix'.")),
                ("padding", Sides().Described("Where short sequences are filled with zeros.")),
                ("truncating", Sides().Described("Where long sequences are cut.")),
            ],
            "texts");
        schema["oneOf"] = Shapes.AnyKeyOf(["matrix", "sequences"]);
        schema["dependentRequired"] = new JsonObject { ["padding"] = new JsonArray("sequences"), ["truncating"] = new JsonArray("sequences") };
        return schema.Described("Rows made from texts.");
    }

    private static JsonObject Sides() => Shapes.OneOf([("pre", "in front"), ("post", "behind")]).WithDefault("pre");
}
