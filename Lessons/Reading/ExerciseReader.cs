using System.Collections.Immutable;
using Lessons.Exercises;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>Reads what a lesson asks its learner.</summary>
/// <param name="nodes">Reads nodes and takes problems.</param>
/// <param name="narration">Finds quantities.</param>
/// <param name="expectations">What the document prints, which says how exactly a number is asked for.</param>
internal sealed class ExerciseReader(NodeReader nodes, NarrationReader narration, ImmutableArray<Expectation> expectations)
{
    private static readonly string[] Kinds = ["predict", "choose", "find-wrong-line"];

    private static readonly ImmutableDictionary<string, SlipKind> Slips =
        Enum.GetValues<SlipKind>().ToImmutableDictionary(kind => Engine.Catalog.WordOf(kind));

    /// <summary>The exercises; without those that are not right.</summary>
    public ImmutableArray<Exercise> Read(ImmutableArray<SourceNode> items)
    {
        var exercises = ImmutableArray.CreateBuilder<Exercise>();
        Dictionary<string, SourceNode> ids = [];
        foreach (SourceNode item in items)
        {
            if (nodes.Mapping(item, "the exercise") is not { } reader)
            {
                continue;
            }

            string? id = reader.RequiredNode("id") is { } idNode ? ReadId(reader.Nodes, idNode, ids) : null;
            Exercise? exercise = Read(reader, id ?? "");
            if (id is not null && exercise is not null)
            {
                exercises.Add(exercise);
            }
        }

        return exercises.ToImmutable();
    }

    private static string? ReadId(NodeReader reader, SourceNode node, Dictionary<string, SourceNode> ids)
    {
        if (reader.Text(node) is not { } id)
        {
            return null;
        }

        if (!LessonReader.IsId(id))
        {
            reader.Report(node, "lower-case letters and digits, with single hyphens between them", "write an id such as predict-h2");
            return null;
        }

        if (ids.TryAdd(id, node))
        {
            return id;
        }

        reader.Report(node, "every id once", "choose another id", $"{Wording.Quote(id)} again, first in line {ids[id].Line}");
        return null;
    }

    private Exercise? Read(MappingReader reader, string id)
    {
        string[] kinds = [.. Kinds.Where(reader.Has)];
        if (kinds.Length != 1)
        {
            reader.Nodes.Report(
                reader.Node,
                $"one of {string.Join(", ", Kinds.Select(Wording.Quote))}",
                "write what kind of exercise it is, such as 'predict: h2'",
                kinds.Length == 0 ? "an exercise of no kind" : $"{string.Join(" and ", kinds.Select(Wording.Quote))} together");
        }

        // Everything is read, so that one problem does not hide another.
        ResolvedQuantity? at = reader.OptionalNode("at") is { } atNode ? narration.Computed(reader.Nodes, atNode, "ask it at a number made with it") : null;
        LocalizedText? question = reader.OptionalLocalized("question");
        ImmutableArray<LocalizedText> hints = ReadTexts(reader, "hints");
        LocalizedText? afterword = reader.OptionalLocalized("afterword");
        Exercise? exercise = kinds switch
        {
            ["predict"] => ReadPredict(reader, id, at, question),
            ["choose"] => ReadChoice(reader, id, at, question),
            ["find-wrong-line"] => ReadWrongLine(reader, id, at, question),
            _ => null,
        };
        return exercise is null ? null : exercise with { Hints = hints, Afterword = afterword };
    }

    private PredictExercise? ReadPredict(MappingReader reader, string id, ResolvedQuantity? at, LocalizedText? question)
    {
        SourceNode node = reader.OptionalNode("predict")!;
        ResolvedQuantity? quantity = narration.Resolve(reader.Nodes, node, at?.Iteration ?? 1);
        int? decimals = reader.OptionalInteger("decimals", 0, 15);
        ResolvedQuantity? moment = at ?? (reader.Has("at") || quantity is null ? null : narration.Computed(reader.Nodes, node, "add 'at' with a number made with it"));
        if (quantity is null || moment is null)
        {
            return null;
        }

        string label = quantity.Label.ToText(Engine.Formulas.Notation.Mathematical);
        return new PredictExercise
        {
            Id = id,
            At = moment,
            Quantity = quantity,
            Decimals = decimals ?? expectations.FirstOrDefault(printed => IsSame(printed.Quantity, quantity))?.Printed.Decimals ?? PredictExercise.Unsaid,
            Question = question ?? new LocalizedText($"What is {label}?", $"{label}의 값은 얼마일까요?"),
        };
    }

    private static ChoiceExercise? ReadChoice(MappingReader reader, string id, ResolvedQuantity? at, LocalizedText? question)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        SourceNode list = reader.OptionalNode("choose")!;
        ImmutableArray<SourceNode> items = reader.Nodes.Items(list, least: 2);
        foreach (SourceNode item in items)
        {
            if (reader.Nodes.Mapping(item, "the option") is { } option)
            {
                bool isRight = option.OptionalBoolean("right") ?? false;
                LocalizedText? why = option.OptionalLocalized("why");
                if (option.RequiredLocalized("text") is { } text)
                {
                    options.Add(new Option(text, isRight, why));
                }
            }
        }

        int right = options.Count(option => option.IsRight);
        if (options.Count == items.Length && options.Count > 0 && right != 1)
        {
            reader.Nodes.Report(list, "exactly one option with 'right: true'", right == 0 ? "mark the right one" : "leave one of them", $"{right} of them");
            return null;
        }

        RequireMoment(reader, "choose");
        question = question is null && !reader.Has("question") ? reader.RequiredLocalized("question") : question;
        return at is null || question is null || options.Count < 2
            ? null
            : new ChoiceExercise { Id = id, At = at, Question = question, Options = options.ToImmutable() };
    }

    private WrongLineExercise? ReadWrongLine(MappingReader reader, string id, ResolvedQuantity? at, LocalizedText? question)
    {
        var lines = ImmutableArray.CreateBuilder<ResolvedQuantity>();
        ImmutableArray<SourceNode> items = reader.Nodes.Items(reader.OptionalNode("find-wrong-line")!, least: 2);
        foreach (SourceNode item in items)
        {
            if (narration.Computed(reader.Nodes, item, "a line is a number that a step computes", at?.Iteration ?? 1) is { } line)
            {
                lines.Add(line);
            }
        }

        SourceNode? wrongNode = reader.RequiredNode("wrong");
        ResolvedQuantity? wrong = wrongNode is null ? null : narration.Resolve(reader.Nodes, wrongNode, at?.Iteration ?? 1);
        string? slip = reader.RequiredOneOf("slip", [.. Slips.Keys.Order(StringComparer.Ordinal)]);
        ResolvedQuantity? moment = at ?? (reader.Has("at") ? null : lines.LastOrDefault());
        if (wrong is null || slip is null || moment is null || lines.Count < items.Length)
        {
            return null;
        }

        int index = lines.TakeWhile(line => !IsSame(line, wrong)).Count();
        if (index == lines.Count)
        {
            reader.Nodes.Report(wrongNode!, "one of the lines", "name the line that is to be wrong");
            return null;
        }

        if (lines.Any(line => line.Iteration != wrong.Iteration))
        {
            reader.Nodes.Report(reader.OptionalNode("find-wrong-line")!, "lines of one iteration", "leave out the others", "lines of several iterations");
            return null;
        }

        return new WrongLineExercise
        {
            Id = id,
            At = moment,
            Question = question ?? new LocalizedText("One line of this calculation is wrong. Which?", "이 계산에는 틀린 줄이 하나 있습니다. 어느 줄일까요?"),
            Lines = lines.ToImmutable(),
            Wrong = index,
            Slip = Slips[slip],
        };
    }

    private static void RequireMoment(MappingReader reader, string kind)
    {
        if (!reader.Has("at"))
        {
            reader.Nodes.Report(reader.Node, "the key 'at'", $"say at which number the exercise {Wording.Quote(kind)} is asked, such as 'at: h2'", "no 'at' in the exercise");
        }
    }

    private static ImmutableArray<LocalizedText> ReadTexts(MappingReader reader, string key) =>
        [.. reader.OptionalItems(key).Select(reader.Nodes.Localized).OfType<LocalizedText>()];

    private static bool IsSame(ResolvedQuantity one, ResolvedQuantity other) =>
        (one.Iteration, one.Stored, one.Derivative) == (other.Iteration, other.Stored, other.Derivative);
}
