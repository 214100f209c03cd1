using System.Text.Json.Nodes;
using Engine.Planning;

namespace Lessons.Schema;

/// <summary>The form of what a lesson says about its numbers: concepts, stages, tour and expectations.</summary>
internal static class NarrationSchema
{
    public static JsonObject Concepts()
    {
        JsonObject known = Shapes.OneOf(Glossary.All.Select(term => (term.Id, term.Meaning.English)));
        JsonObject schema = Shapes.List(Shapes.AnyOf(known, Shapes.Ref("id")));
        schema["uniqueItems"] = true;
        return schema.Described("What the lesson teaches: ids of the glossary's terms, or others.");
    }

    public static JsonObject Stages() => Shapes.Mapping(Enum.GetValues<Phase>().Select(phase =>
    {
        string word = phase.ToString().ToLowerInvariant();
        return (word, Shapes.Ref("text").Described($"What is said during the {word} phase where the tour has nothing to say."));
    })).Described("A text for each phase.");

    public static JsonObject Tour() => Shapes.List(Shapes.Mapping(
        [
            ("at", Shapes.Ref("quantity").Described("The quantity that is being computed at this moment.")),
            ("show", Shapes.Ref("quantity").Described("Another quantity to look at instead, explained in its place.")),
            ("text", Shapes.Ref("text").Described("What is said there.")),
            ("ask", Shapes.Ref("text").Described("What a class is asked while the number is covered.")),
            ("notes", Shapes.Ref("text").Described("What only the teacher reads: what to ask the room, which mistake to expect.")),
        ],
        "at",
        "text")).Described("The stops worth a word, in your order.");

    public static JsonObject Expectations()
    {
        JsonObject group = Shapes.Mapping(
            [
                ("section", Shapes.Ref("line").Described("The heading under which the numbers are printed, as it is printed there.")),
                ("document", Shapes.Ref("line").Described("The document that prints them, if it is not the lesson's.")),
                ("oracle", Shapes.Word("^[a-z0-9_]+$").Described("The script that computed them, in place of a document.")),
                ("summary", Facts()),
                ("values", Shapes.Entries(Shapes.Ref("quantity"), Shapes.Ref("printed")).Described("Quantities with the numbers printed for them.")),
            ],
            "section");
        group["anyOf"] = Shapes.AnyKeyOf(["values", "summary"]);
        group["dependentSchemas"] = new JsonObject { ["oracle"] = new JsonObject { ["properties"] = new JsonObject { ["document"] = false } } };
        return Shapes.List(group).Described("The numbers that must come out, group by group.");
    }

    /// <summary>What <see cref="LessonFacts"/> knows: some by fixed names, the others by the names of layers and weights.</summary>
    private static JsonObject Facts()
    {
        JsonObject schema = Shapes.Mapping(
        [
            ("samples", Shapes.Ref("printed").Described("How many samples are trained on.")),
            ("batch-size", Shapes.Ref("printed").Described("How many samples an iteration sees.")),
            ("updates-per-epoch", Shapes.Ref("printed").Described("How many updates an epoch has.")),
            ("updates", Shapes.Ref("printed").Described("How many updates there are in all.")),
            ("parameters", Shapes.Ref("printed").Described("How many parameters there are.")),
            ("trainable", Shapes.Ref("printed").Described("How many parameters are trained.")),
        ]);
        schema["patternProperties"] = new JsonObject { [@"\.(?:parameters|deviation|limit|output\[[0-9]+\])$"] = Shapes.Ref("printed") };
        return schema.Described("Counts and sizes: those listed here, 'layer1.parameters', 'layer1.output[1]', 'W1.deviation', 'W1.limit'.");
    }
}
