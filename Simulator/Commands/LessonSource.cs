using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Lessons.Reading;

namespace Simulator.Commands;

/// <summary>Finds the lessons that a command line names, by their ids or as files.</summary>
internal static class LessonSource
{
    /// <summary>The argument of verbs that take one lesson.</summary>
    public static Argument<string> Argument() => new("LESSON")
    {
        Description = "The id of a lesson (see 'simulator list') or the path of a lesson file",
    };

    /// <summary>Whether a text names a file rather than a shipped lesson: it has a folder or a lesson file's ending, or it exists.</summary>
    public static bool IsPath(string text) =>
        text.Contains(Path.DirectorySeparatorChar)
        || text.Contains(Path.AltDirectorySeparatorChar)
        || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || File.Exists(text);

    /// <summary>One lesson.</summary>
    /// <exception cref="UsageException">There is none, or the file is not right; all problems are told.</exception>
    public static Lesson Load(string name) => Load([name])[0];

    /// <summary>Several lessons, in the order of their names.</summary>
    /// <exception cref="UsageException">One is missing or not right; all problems of all of them are told.</exception>
    public static ImmutableArray<Lesson> Load(IReadOnlyList<string> names)
    {
        var lessons = ImmutableArray.CreateBuilder<Lesson>();
        List<string> errors = [];
        foreach (string name in names)
        {
            ProblemList problems = new();
            Lesson? lesson = IsPath(name) && LibraryFind(name) is null ? LessonReader.Load(name, problems) : LibraryFind(name);
            if (lesson is not null)
            {
                lessons.Add(lesson);
            }
            else if (problems.Count > 0)
            {
                errors.AddRange(problems.ToString().Split('\n'));
            }
            else
            {
                errors.Add(Unknown(name));
            }
        }

        return errors.Count == 0 ? lessons.ToImmutable() : throw new UsageException(errors);
    }

    /// <summary>The iterations that <c>--iteration</c> asks for; all of the lesson's where it asks for none.</summary>
    /// <exception cref="UsageException">The lesson has no such iteration.</exception>
    public static IEnumerable<int> IterationsOf(Lesson lesson, int? wanted)
    {
        if (wanted is not { } only)
        {
            return Enumerable.Range(1, lesson.Iterations);
        }

        RequireIteration(lesson, only);
        return [only];
    }

    /// <summary>Refuses an iteration that the lesson does not have.</summary>
    public static void RequireIteration(Lesson lesson, int iteration)
    {
        if (iteration < 1 || iteration > lesson.Iterations)
        {
            throw new UsageException(
                $"--iteration: found {iteration}; expected 1 to {lesson.Iterations}, which is what {lesson.Id} has; write one of these");
        }
    }

    private static Lesson? LibraryFind(string id) => id.Contains('.') || id.Contains('/') ? null : LessonLibrary.Find(id);

    private static string Unknown(string name)
    {
        string[] ids = [.. LessonLibrary.Ids];
        string remedy = Nearest.To(name, ids) is { } nearest ? $"did you mean '{nearest}'?" : "'simulator list' shows all lessons, and a file's name ends in .yaml";
        return $"there is no lesson '{name}'; {remedy}";
    }
}
