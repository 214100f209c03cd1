using System.Collections.Immutable;
using System.Text;
using Simulator.App;
using Simulator.Screens.Stepping;

namespace Simulator.Learning;

/// <summary>
/// Notes where a learner is. What is done on a branch is not noted: a branch is gone with the program. In front of a class only the
/// bookmarks are: the stops may be the teacher's own, and it is not the learner who walks.
/// </summary>
internal static class Recording
{
    /// <summary>The model with the place on its screen noted.</summary>
    public static Model Of(Model model) => model.Screen is StepScreen { Lane.IsOriginal: true } screen
        ? model with
        {
            Progress = model.Progress.With(screen.Lesson.Id, Of(model.Progress.In(screen.Lesson.Id), screen)) is var progress
                && progress.LastLesson == screen.Lesson.Id ? progress : progress with { LastLesson = screen.Lesson.Id },
        }
        : model;

    private static LessonProgress Of(LessonProgress before, StepScreen screen)
    {
        SavedPlace? place = screen.Class is null ? PlaceOf(screen) : before.Place;
        ImmutableSortedDictionary<Rune, SavedPlace> bookmarks = BookmarksOf(screen);
        bool hasSameBookmarks = before.Bookmarks.SequenceEqual(bookmarks);
        return before with
        {
            Place = place == before.Place ? before.Place : place,
            FarthestStop = screen.Class is null ? Math.Max(before.FarthestStop, place?.Stop ?? -1) : before.FarthestStop,
            Bookmarks = hasSameBookmarks ? before.Bookmarks : bookmarks,
        };
    }

    private static SavedPlace PlaceOf(StepScreen screen) =>
        new(screen.Timeline.OrdinalOf(screen.Moment), screen.IsTour ? screen.Stop : null);

    private static ImmutableSortedDictionary<Rune, SavedPlace> BookmarksOf(StepScreen screen) => screen.Marks
        .Where(mark => mark.Value.Lane.IsOriginal)
        .ToImmutableSortedDictionary(mark => mark.Key, mark => new SavedPlace(screen.Timeline.OrdinalOf(mark.Value.Moment), mark.Value.Stop));
}
