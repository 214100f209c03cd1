using System.Text.Json.Nodes;

namespace Lessons.Schema;

/// <summary>The small things of which everything else is made: texts, names, quantities, lists of numbers.</summary>
internal static class TermSchema
{
    // Written without \p and \w, which editors understand differently: everything but ASCII punctuation and the signs of quantities.
    private const string NoPart = @"\s!-/:-@\[-\^`{-~⁺∂";
    private const string Identifier = $"[^0-9{NoPart}](?:\\.?[^{NoPart}])*";
    private const string Name = $@"{Identifier}(?:\[\s*[0-9]+(?:\s*,\s*[0-9]+)*\s*\])?";
    private const string Quantity = $@"^\s*(?:[d∂]{Name}\s*/\s*[d∂]{Name}(?:\s+via\s+{Name})?|{Name})(?:\s*[+⁺])?(?:\s*@\s*[0-9]+)?\s*$";

    public const string Id = "^[a-z0-9]+(?:-[a-z0-9]+)*$";

    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
    [
        ("line", new JsonObject { ["type"] = Shapes.Words("string", "number", "boolean"), ["pattern"] = @"\S" }.Described("A text, in quotes if it holds ': ' or ' #'.")),
        ("text", Shapes.Mapping(
            [
                ("en", Shapes.Ref("line").Described("The text in English.")),
                ("ko", Shapes.Ref("line").Described("The text in Korean.")),
            ],
            "en",
            "ko").Described("A text in English and Korean.")),
        ("id", Shapes.Word(Id).Described("Lower-case letters and digits, with single hyphens between them.")),
        ("identifier", Shapes.Word($"^{Identifier}$").Described("A name: a letter or an underscore, then letters, digits, underscores or dots.")),
        ("names", Shapes.List(Shapes.Ref("identifier"), least: 1).Described("A list of names.")),
        ("symbols", new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = Shapes.AnyOf(Shapes.Ref("identifier"), Shapes.Ref("names"), Shapes.List(Shapes.Ref("names"), least: 1)),
        }.Described("Names for parts: one for all numbers of a part, or a list or rows with one for each.")),
        ("quantity", Shapes.Word(Quantity).Described(
            "A number of the training: a name (h1, W1[2,3]), after the update (w5+), a derivative (dE_total/dw5), of an iteration (z1@2).")),
        ("numbers", Shapes.List(Shapes.AnyOf(Shapes.Number(), Shapes.Ref("numbers")), least: 1).Described("Numbers: a list, or lists in lists.")),
        ("printed", Shapes.AnyOf(
            Shapes.Number(),
            Shapes.Mapping(
                [
                    ("printed", Shapes.Number().Described("The number as it is printed, trailing zeros included.")),
                    ("exact", Shapes.Boolean().WithDefault(false).Described("true: it is the very same double, not a rounded one.")),
                ],
                "printed")).Described("A number, copied digit by digit as it is printed: 0.60 means 0.595 to 0.605.")),
    ];
}
