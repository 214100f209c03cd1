using System.Collections.Immutable;

namespace Simulator.Learning;

/// <summary>Puts together what one learner did in two programs at once.</summary>
internal static class ProgressMerge
{
    /// <summary>Both together. Where they differ a solved exercise wins, then more tries; of places the newer counts.</summary>
    public static Progress Of(Progress older, Progress newer) => new()
    {
        IsWelcomed = older.IsWelcomed || newer.IsWelcomed,
        LastLesson = newer.LastLesson ?? older.LastLesson,
        Lessons = Union(older.Lessons, newer.Lessons, Of),
    };

    private static LessonProgress Of(LessonProgress older, LessonProgress newer) => new()
    {
        Place = newer.Place ?? older.Place,
        FarthestStop = Math.Max(older.FarthestStop, newer.FarthestStop),
        Exercises = Union(older.Exercises, newer.Exercises, Better),
        Bookmarks = Union(older.Bookmarks, newer.Bookmarks, (_, place) => place),
    };

    private static ExerciseProgress Better(ExerciseProgress older, ExerciseProgress newer) =>
        older.IsSolved != newer.IsSolved ? (older.IsSolved ? older : newer) : older.Tries > newer.Tries ? older : newer;

    private static ImmutableSortedDictionary<TKey, T> Union<TKey, T>(
        ImmutableSortedDictionary<TKey, T> older, ImmutableSortedDictionary<TKey, T> newer, Func<T, T, T> both)
        where TKey : notnull =>
        older.SetItems(newer.Select(entry => new KeyValuePair<TKey, T>(
            entry.Key, older.TryGetValue(entry.Key, out T? other) ? both(other, entry.Value) : entry.Value)));
}
