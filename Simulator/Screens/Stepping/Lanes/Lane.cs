using Engine.Time;
using Lessons;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Lanes;

/// <summary>One course of a lesson: the lesson itself, or what would be if something were changed. Two are the same only if they are one.</summary>
/// <param name="lesson">The lesson, changed or not.</param>
/// <param name="title">What is changed.</param>
/// <param name="origin">The lane that it branched off; null for the lesson itself.</param>
internal sealed class Lane(Lesson lesson, Func<Words, string> title, Lane? origin)
{
    public Lesson Lesson => lesson;

    /// <summary>The walk through the lane's time. Its only state is a cache of what can be computed again.</summary>
    public Timeline Timeline { get; } = lesson.NewTimeline();

    public Lane? Origin => origin;

    /// <summary>Whether it is the lesson as it is written.</summary>
    public bool IsOriginal => origin is null;

    /// <summary>Whether it branched off another lane, at however many removes.</summary>
    public bool DescendsFrom(Lane other) => origin is not null && (origin == other || origin.DescendsFrom(other));

    public static Lane Of(Lesson lesson) => new(lesson, words => words.Lanes.Original, null);

    /// <summary>Everything that is changed, by this branch and those that it comes from, and from when on.</summary>
    public string Title(Words words)
    {
        string own = Timeline.FirstIteration > 1 ? words.Lanes.FromIteration(title(words), Timeline.FirstIteration) : title(words);
        return origin is { IsOriginal: false } ? $"{origin.Title(words)}, {own}" : own;
    }
}
