using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping.Exercises;

namespace Simulator.Screens.Stepping;

/// <summary>Opens lessons where the learner left them.</summary>
internal static class Opening
{
    /// <summary>The model with a lesson on the screen.</summary>
    public static Model Open(Model model, Lesson lesson)
    {
        LessonProgress done = model.Progress.In(lesson.Id);
        StepScreen start = WithBookmarks(StepScreen.Open(lesson), done);
        StepScreen screen = done.Place is { } place ? At(start, place) : start;
        bool isResumed = screen.Moment != start.Moment;
        return model with
        {
            Screen = ExerciseUpdate.Resumed(model, screen),
            Notice = isResumed ? new Notice(words => words.Learning.Resumed(WhereIn(screen, words)), IsDone: true) : null,
        };
    }

    /// <summary>The screen with the places that the learner gave letters to. One that a changed lesson no longer has is its end.</summary>
    public static StepScreen WithBookmarks(StepScreen start, LessonProgress done) => start with
    {
        Marks = done.Bookmarks.ToImmutableDictionary(bookmark => bookmark.Key, bookmark => VisitOf(start, bookmark.Value)),
    };

    /// <summary>The screen at a place; at its start where the lesson has changed and there is no such place, or where it was at its end.</summary>
    private static StepScreen At(StepScreen start, SavedPlace place)
    {
        if (place.Stop is { } stop)
        {
            return start.IsTour && stop < start.Lesson.Tour.Length - 1 ? start.AtStop(stop) : start;
        }

        return place.Number < start.Timeline.Length
            ? start.At(start.Timeline.MomentAt(place.Number)) with { IsTour = false }
            : start;
    }

    private static Visit VisitOf(StepScreen screen, SavedPlace place) =>
        new(screen.Timeline.MomentAt(Math.Min(place.Number, screen.Timeline.Length)), null, Math.Min(place.Stop ?? -1, screen.Lesson.Tour.Length - 1), screen.Lane);

    private static string WhereIn(StepScreen screen, Resources.Words words) => screen.IsTour
        ? words.StopOf(screen.Stop + 1, screen.Lesson.Tour.Length)
        : words.IterationOf(screen.Moment.Iteration, screen.Timeline.Iterations);
}
