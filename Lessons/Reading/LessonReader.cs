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
    private const int MostIterations = 1_000_000_000;

    /// <summary>Reads a lesson from a file.</summary>
    /// <returns>The lesson; null, with at least one problem, where something is wrong.</returns>
    public static Lesson? Load(string path, ProblemList problems) => Read(SourceDocument.Load(path, problems), path, problems);

    /// <summary>Reads a lesson from a text.</summary>
    /// <returns>The lesson; null, with at least one problem, where something is wrong.</returns>
    public static Lesson? Parse(string text, string fileName, ProblemList problems) =>
        Read(SourceDocument.Parse(text, fileName, problems), fileName, problems);

    private static Lesson? Read(MappingNode? root, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (root is null)
        {
            return null;
        }

        int before = problems.Count;
        MappingReader reader = new(root, file, problems);
        string? id = ReadId(reader);
        LocalizedText? title = reader.RequiredLocalized("title");
        LocalizedText? summary = reader.RequiredLocalized("summary");
        string? document = reader.OptionalText("document");
        NetworkReader networks = new(reader.Nodes);
        Network? network = reader.RequiredMapping("network") is { } networkNode ? networks.Read(networkNode) : null;
        MappingReader? data = reader.RequiredMapping("data");
        Table<double>? inputs = data?.RequiredNumbers("inputs", rank: 2);
        Table<double>? targets = data?.RequiredNumbers("targets", rank: 2);
        MappingReader? trainingNode = reader.OptionalMapping("training");
        int iterations = trainingNode?.OptionalInteger("iterations", 1, MostIterations) ?? 1;
        int? batchSize = trainingNode?.OptionalInteger("batch-size", 1);

        (Plan? plan, Training? training) = network is not null && inputs is not null && targets is not null
            ? new TrainingAssembler(reader.Nodes, networks, data!, trainingNode).Assemble(network, inputs, targets, batchSize)
            : (null, null);
        QuantityResolver? resolver = plan is null ? null : new QuantityResolver(plan, iterations);
        NarrationReader narration = new(reader.Nodes, resolver);
        var stages = NarrationReader.ReadStages(reader.OptionalMapping("stages"));
        var tour = narration.ReadTour(reader.OptionalItems("tour"));
        var expectations = narration.ReadExpectations(reader.OptionalItems("expectations"), document);
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
            Iterations = iterations,
            Stages = stages,
            Tour = tour,
            Expectations = expectations,
        };
    }

    private static string? ReadId(MappingReader reader)
    {
        if (reader.RequiredText("id") is not { } id)
        {
            return null;
        }

        if (id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            return id;
        }

        reader.Nodes.Report(
            reader.OptionalNode("id")!, "lower-case letters, digits and hyphens", "write an id such as backprop-2-2-2");
        return null;
    }
}
