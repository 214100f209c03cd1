using System.Text.Json.Nodes;
using Engine;
using Lessons.Exercises;

namespace Lessons.Schema;

/// <summary>The form of exercises, one for each of their three kinds.</summary>
internal static class ExerciseSchema
{
    public static JsonObject Exercises() => Shapes.List(Shapes.AnyOf(Predict(), Choose(), FindWrongLine())).Described("What the learner is asked, in the order in which it is met.");

    private static JsonObject Predict() => Shapes.Mapping(
        [
            ("predict", Shapes.Ref("quantity").Described("The quantity that is asked for, before it is shown.")),
            .. Common(),
            ("decimals", Shapes.Integer(0, 15).Described("How many digits behind the point are asked for; as many as the document prints, otherwise 4 or more, where left out.")),
        ],
        "predict",
        "id").Described("A number, before it is shown.");

    private static JsonObject Choose()
    {
        JsonObject option = Shapes.Mapping(
            [
                ("text", Shapes.Ref("text").Described("The answer.")),
                ("right", Shapes.Boolean().WithDefault(false).Described("true for exactly one choice.")),
                ("why", Shapes.Ref("text").Described("What is said when it is chosen: what is true in it and what is not.")),
            ],
            "text");
        JsonObject options = Shapes.List(option, least: 2);
        options["contains"] = new JsonObject { ["properties"] = new JsonObject { ["right"] = new JsonObject { ["const"] = true } }, ["required"] = Shapes.Words("right") };
        options["maxContains"] = 1;
        return Shapes.Mapping(
            [("choose", options.Described("The choices, 2 to 9; one of them is right.")), .. Common()],
            "choose",
            "id",
            "at",
            "question").Described("One of several answers.");
    }

    private static JsonObject FindWrongLine() => Shapes.Mapping(
        [
            ("find-wrong-line", Shapes.List(Shapes.Ref("quantity"), least: 2).Described("2 to 9 quantities that steps compute, a line each, in the order of the solution.")),
            ("wrong", Shapes.Ref("quantity").Described("The line that the mistake is made in.")),
            ("slip", Shapes.OneOf(Enum.GetValues<SlipKind>().Select(kind => (Catalog.WordOf(kind), MeaningOf(kind)))).Described("The mistake.")),
            .. Common(),
        ],
        "find-wrong-line",
        "id",
        "wrong",
        "slip").Described("A worked solution with one mistake.");

    private static IEnumerable<(string Key, JsonObject Value)> Common() =>
    [
        ("id", Shapes.Ref("id").Described("The name by which answers are kept; never change it once learners have it.")),
        ("at", Shapes.Ref("quantity").Described("The number at which it is asked, which is covered until it is solved.")),
        ("question", Shapes.Ref("text").Described("The question.")),
        ("hints", Shapes.List(Shapes.Ref("text")).Described("Hints, each helping more than the one before.")),
        ("afterword", Shapes.Ref("text").Described("What is said when it is solved: what the answer means.")),
    ];

    private static string MeaningOf(SlipKind kind) => kind switch
    {
        SlipKind.WrongSign => "The sign; in an update, a step in the direction of the gradient.",
        SlipKind.MissingActivationDerivative => "The slope of an activation is left out of the chain.",
        SlipKind.NewWeight => "A weight is taken after the update where the one before it counts.",
        SlipKind.OldWeight => "A weight of the iteration before, or one that is not updated.",
        SlipKind.OnePathOnly => "Of several paths only one is followed.",
        SlipKind.TransposedIndex => "A weight is looked up with row and column exchanged.",
        SlipKind.NotAveraged => "A mean is not divided by the count.",
        SlipKind.FactorOneHalf => "The factor ½, or the 2 that cancels it, is left out or put in.",
        _ => "",
    };
}
