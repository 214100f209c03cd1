using System.Collections.Immutable;
using Engine.Planning;
using Engine.Running;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>
/// Reads lesson files. Everything that is wrong with a file is reported at once, each with file, line, column, what was found,
/// what was expected and what to do. <c>docs/writing-a-lesson.md</c> describes the format.
/// </summary>
public static class LessonReader
{
    /// <summary>Reads a lesson from a file.</summary>
    /// <returns>The lesson; null, with at least one problem, where something is wrong.</returns>
    public static Lesson? Load(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        int before = problems.Count;
        return Read(SourceDocument.Load(path, problems), path, problems, before);
    }

    /// <summary>Reads a lesson from a text.</summary>
    /// <returns>The lesson; null, with at least one problem, where something is wrong.</returns>
    public static Lesson? Parse(string text, string fileName, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        int before = problems.Count;
        return Read(SourceDocument.Parse(text, fileName, problems), fileName, problems, before);
    }

    /// <summary>Reads a lesson.</summary>
    /// <param name="root">The file's keys and values.</param>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="before">How many problems there were before the file: with a repeated key, say, it is still read to its end.</param>
    private static Lesson? Read(MappingNode? root, string file, ProblemList problems, int before) =>
        root is null || Read(root, file, problems) is not { } lesson || problems.Count > before ? null
        : lesson.Fitting.Stopping is null ? lesson
        : lesson with { Iterations = lesson.Fitting.Run(lesson.Training).Epochs.Length * lesson.Training.IterationsPerEpoch };

    /// <summary>Reads a lesson that has as many iterations as there may be before it is stopped.</summary>
    /// <param name="root">The file's keys and values.</param>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where problems go.</param>
    internal static Lesson? Read(MappingNode root, string file, ProblemList problems)
    {
        int before = problems.Count;
        MappingReader reader = new(root, file, problems);
        string? id = ReadId(reader);
        LocalizedText? title = reader.RequiredLocalized("title");
        LocalizedText? summary = reader.RequiredLocalized("summary");
        Chapter? chapter = ReadChapter(reader);
        var concepts = ReadConcepts(reader);
        string? document = reader.OptionalText("document");
        NetworkReader networks = new(reader.Nodes);
        Network? network = reader.RequiredMapping("network") is { } networkNode ? networks.Read(networkNode) : null;
        MappingReader? data = reader.RequiredMapping("data");
        DataTables? inputs = data is null ? null : DataTables.Read(
            data, "inputs", network is null ? [] : [.. network.Inputs.Select(input => (input.Name, (int?)input.Features.Rank + 1))]);
        DataTables? targets = data is null ? null : DataTables.Read(
            data, "targets", network is null ? [] : [.. network.Outputs.Select(output => (output.Node, (int?)null))]);
        MappingReader? trainingNode = reader.OptionalMapping("training");
        int networkProblems = problems.Count;
        TrainingReader trainings = new(reader.Nodes, networks, trainingNode);
        (Plan? plan, Training? training, Fitting? fitting) = network is not null && inputs is not null && targets is not null
            ? new TrainingAssembler(reader.Nodes, networks, trainings).Assemble(network, inputs, targets)
            : (null, null, null);
        int? iterations = training is null ? trainings.Iterations : trainings.IterationsOf(training.IterationsPerEpoch);
        // Where a count is not right, all that it would rule out is left for the next reading.
        QuantityResolver? resolver = plan is null ? null : new QuantityResolver(plan, iterations ?? TrainingReader.MostIterations);
        bool isSure = problems.Count == networkProblems;
        NarrationReader narration = new(reader.Nodes, resolver, name => isSure || !networks.IsNamed(name) && plan?.Names.Contains(name) is false);
        var stages = NarrationReader.ReadStages(reader.OptionalMapping("stages"));
        var tour = narration.ReadTour(reader.OptionalItems("tour"));
        LessonFacts? known = null;
        (var expectations, var facts) = narration.ReadExpectations(
            reader.OptionalItems("expectations"),
            document,
            training is null ? null : () => known ??= LessonFacts.Of(network!, training, iterations ?? 1));
        var exercises = new ExerciseReader(reader.Nodes, narration, expectations).Read(reader.OptionalItems("exercises"));
        reader.Finish();

        if (problems.Count > before || id is null || title is null || summary is null || training is null)
        {
            return null;
        }

        return new Lesson
        {
            Id = id,
            File = file,
            Title = title,
            Summary = summary,
            Document = document,
            Training = training,
            Fitting = fitting!,
            Iterations = iterations ?? 1,
            Stages = stages,
            Tour = tour,
            Chapter = chapter,
            Exercises = exercises,
            Expectations = expectations,
            FactExpectations = facts,
            Concepts = concepts,
            Source = root,
        };
    }

    /// <summary>Whether a text can be an id: lower-case letters and digits, with single hyphens between them.</summary>
    internal static bool IsId(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));

    private static Chapter? ReadChapter(MappingReader reader) =>
        reader.OptionalOneOf("chapter", [.. ChapterList.All.Select(chapter => chapter.Id)]) is { } id
            ? ChapterList.All.First(chapter => chapter.Id == id)
            : null;

    /// <summary>What the lesson teaches: ids, each once.</summary>
    private static ImmutableArray<string> ReadConcepts(MappingReader reader)
    {
        var concepts = ImmutableArray.CreateBuilder<string>();
        foreach (SourceNode item in reader.OptionalItems("concepts"))
        {
            if (reader.Nodes.Text(item) is not { } concept)
            {
                continue;
            }

            if (!IsId(concept))
            {
                reader.Nodes.Report(item, "lower-case letters and digits, with single hyphens between them", "write an id such as chain-rule");
            }
            else if (concepts.Contains(concept))
            {
                reader.Nodes.Report(item, "every concept once", "remove one");
            }
            else
            {
                concepts.Add(concept);
            }
        }

        return concepts.ToImmutable();
    }

    private static string? ReadId(MappingReader reader)
    {
        if (reader.RequiredText("id") is not { } id)
        {
            return null;
        }

        if (IsId(id))
        {
            return id;
        }

        reader.Nodes.Report(
            reader.OptionalNode("id")!, "lower-case letters and digits, with single hyphens between them", "write an id such as backprop-2-2-2");
        return null;
    }
}
