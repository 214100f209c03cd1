using System.Collections.Immutable;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>A teacher's own list of stops for a lesson, in a file of its own.</summary>
public static class StopScript
{
    /// <summary>Reads the stops of a file: a mapping with one key, <c>stops</c>, whose items are as those of a lesson's tour.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lesson">The lesson that the stops are in.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The lesson with these stops as its tour; null, with at least one problem, where something is wrong.</returns>
    public static Lesson? Load(string path, Lesson lesson, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(problems);
        return SourceDocument.Load(path, problems) is { } root ? Read(root, path, lesson, problems) : null;
    }

    /// <summary>The same from a text.</summary>
    public static Lesson? Parse(string text, string fileName, Lesson lesson, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(problems);
        return SourceDocument.Parse(text, fileName, problems) is { } root ? Read(root, fileName, lesson, problems) : null;
    }

    private static Lesson? Read(MappingNode root, string file, Lesson lesson, ProblemList problems)
    {
        int before = problems.Count;
        MappingReader reader = new(root, file, problems, "the list of stops");
        NarrationReader narration = new(reader.Nodes, new QuantityResolver(lesson.Plan, lesson.Iterations), _ => true);
        ImmutableArray<TourStop> stops = narration.ReadTour(reader.RequiredItems("stops", least: 1), isTextNeeded: false);
        reader.Finish();
        return problems.Count == before ? lesson with { Tour = stops } : null;
    }
}
