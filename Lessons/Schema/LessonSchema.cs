using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lessons.Schema;

/// <summary>
/// A JSON Schema of lesson files, by which editors complete and check what an author types. It knows the form of a lesson: keys, kinds, types.
/// What follows from several places together, such as the length of a row, only <see cref="Reading.LessonReader"/> knows, so that the schema
/// takes everything that the reader takes, and more.
/// </summary>
public static class LessonSchema
{
    /// <summary>The file beside the lessons that holds the schema.</summary>
    public const string File = "lesson.schema.json";

    private static readonly JsonSerializerOptions Layout = LayoutWith(JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private static readonly JsonSerializerOptions AsciiLayout = LayoutWith(JavaScriptEncoder.Default);

    /// <summary>The schema as it is written in the file, with a line end behind it.</summary>
    /// <param name="ascii">Whether all other characters are escaped.</param>
    public static string TextOf(bool ascii = false) => Build().ToJsonString(ascii ? AsciiLayout : Layout) + "\n";

    /// <summary>Makes the schema from what kinds, chapters, slips and terms there are.</summary>
    public static JsonObject Build()
    {
        KindSchema kinds = new();
        NetworkSchema network = new(kinds);
        JsonObject lesson = Shapes.Mapping(
            [
                ("id", Shapes.Ref("id").Described("The name on the command line: lower-case letters and digits, with single hyphens between them.")),
                ("title", Shapes.Ref("text").Described("The title, for lists and the title bar.")),
                ("summary", Shapes.Ref("text").Described("What the lesson teaches, in a sentence or two.")),
                ("document", Shapes.Ref("line").Described("The document whose numbers are expected, such as 002_d82fa7d1bd0f4ce9.txt.")),
                ("chapter", Shapes.OneOf(ChapterList.All.Select(chapter => (chapter.Id, chapter.Title.English))).Described("The chapter under which the lesson is listed.")),
                ("concepts", NarrationSchema.Concepts()),
                ("network", network.Network()),
                ("data", DataSchema.Data()),
                ("training", network.Training()),
                ("stages", NarrationSchema.Stages()),
                ("tour", NarrationSchema.Tour()),
                ("expectations", NarrationSchema.Expectations()),
                ("exercises", ExerciseSchema.Exercises()),
            ],
            "id",
            "title",
            "summary",
            "network",
            "data");
        JsonObject definitions = [];
        foreach ((string name, JsonObject schema) in TermSchema.Definitions().Concat(DataSchema.Definitions()).Concat(kinds.Definitions))
        {
            definitions.Add(name, schema);
        }

        lesson.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        lesson.Insert(1, "title", "A lesson");
        lesson.Insert(2, "description", "A network, its data, what to say about it, and the numbers that must come out. docs/writing-a-lesson.md describes the whole format.");
        lesson.Add("$defs", definitions);
        return lesson;
    }

    private static JsonSerializerOptions LayoutWith(JavaScriptEncoder encoder) => new() { WriteIndented = true, NewLine = "\n", Encoder = encoder };
}
