using System.Collections.Immutable;
using Engine.Time;
using Lessons.Quantities;

namespace Lessons.Exercises;

/// <summary>Something that the learner is asked, and whose answer can be checked.</summary>
public abstract record Exercise
{
    /// <summary>The name by which answers are kept; unique in the lesson. Lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The moment at which it is asked: the number that is computed there, which the lesson covers until it is answered.</summary>
    public required ResolvedQuantity At { get; init; }

    /// <summary>The question.</summary>
    public required LocalizedText Question { get; init; }

    /// <summary>Hints, each helping more than the one before; may be empty.</summary>
    public ImmutableArray<LocalizedText> Hints { get; init; } = [];

    /// <summary>What is said when it is solved; null for nothing.</summary>
    public LocalizedText? Afterword { get; init; }

    /// <summary>Checks an answer.</summary>
    /// <param name="timeline">The lesson's own time.</param>
    /// <param name="answer">The answer as it was typed.</param>
    public abstract Verdict Check(Timeline timeline, string answer);

    /// <summary>An answer that is right, as a learner would type it.</summary>
    public abstract string SolutionIn(Timeline timeline);
}
