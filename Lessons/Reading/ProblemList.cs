using System.Collections.Immutable;

namespace Lessons.Reading;

/// <summary>
/// The problems met while reading, in the order of their places, so that an author sees all of a file's problems at once.
/// </summary>
/// <remarks>A problem added twice is kept once. Not thread-safe.</remarks>
public sealed class ProblemList
{
    /// <summary>How many problems <see cref="ToString"/> writes before it only counts: more than that, one mistake repeats.</summary>
    public const int Shown = 100;

    private readonly HashSet<Problem> known = [];
    private readonly List<Problem> problems = [];

    /// <summary>How many different problems were added.</summary>
    public int Count => problems.Count;

    /// <summary>Adds a problem.</summary>
    /// <param name="problem">The problem; ignored when an equal one is in the list.</param>
    public void Add(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (known.Add(problem))
        {
            problems.Add(problem);
        }
    }

    /// <summary>All problems by file, line and column; at one place in the order they were added.</summary>
    public ImmutableArray<Problem> Sorted =>
    [
        .. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column),
    ];

    /// <summary>One line a problem, at most <see cref="Shown"/>; then a line that counts the rest.</summary>
    /// <returns>The lines, joined by line feeds; empty when there is no problem.</returns>
    public override string ToString()
    {
        var lines = Sorted.Take(Shown).Select(problem => problem.ToString());
        return string.Join('\n', Count > Shown ? lines.Append($"and {Count - Shown} more") : lines);
    }
}
