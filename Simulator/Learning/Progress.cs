using System.Collections.Immutable;
using System.Text;

namespace Simulator.Learning;

/// <summary>What one learner has done, lesson by lesson; never changed, only replaced.</summary>
internal sealed record Progress
{
    public static Progress Empty { get; } = new();

    /// <summary>The lessons that were opened, by their id.</summary>
    public ImmutableSortedDictionary<string, LessonProgress> Lessons { get; init; } =
        ImmutableSortedDictionary.Create<string, LessonProgress>(StringComparer.Ordinal);

    /// <summary>Whether the welcome of the first start was seen to its end or passed over.</summary>
    public bool IsWelcomed { get; init; }

    /// <summary>The id of the lesson that was on the screen last; null for none.</summary>
    public string? LastLesson { get; init; }

    /// <summary>What was done in a lesson; nothing where it was never opened.</summary>
    public LessonProgress In(string lesson) => Lessons.GetValueOrDefault(lesson) ?? LessonProgress.Empty;

    /// <summary>The progress with something else done in a lesson; itself where that is the same.</summary>
    public Progress With(string lesson, LessonProgress done) => In(lesson) == done && Lessons.ContainsKey(lesson)
        ? this
        : this with { Lessons = Lessons.SetItem(lesson, done) };
}

/// <summary>What a learner has done in one lesson.</summary>
internal sealed record LessonProgress
{
    public static LessonProgress Empty { get; } = new();

    /// <summary>Where it was left; null where it was never opened.</summary>
    public SavedPlace? Place { get; init; }

    /// <summary>The farthest stop of the tour that was visited, from 0; −1 for none.</summary>
    public int FarthestStop { get; init; } = -1;

    /// <summary>What was answered, by the exercise's id. An exercise that was passed over is not among them.</summary>
    public ImmutableSortedDictionary<string, ExerciseProgress> Exercises { get; init; } =
        ImmutableSortedDictionary.Create<string, ExerciseProgress>(StringComparer.Ordinal);

    /// <summary>The places that have a letter.</summary>
    public ImmutableSortedDictionary<Rune, SavedPlace> Bookmarks { get; init; } = ImmutableSortedDictionary<Rune, SavedPlace>.Empty;
}

/// <summary>A place in a lesson, as it is kept.</summary>
/// <param name="Number">How many numbers have been computed: the moment's ordinal.</param>
/// <param name="Stop">The tour's stop, −1 before the first; null off the tour.</param>
internal sealed record SavedPlace(long Number, int? Stop);

/// <summary>What a learner has done with one exercise.</summary>
/// <param name="Tries">How many answers were given.</param>
/// <param name="Answer">The last answer as it was typed.</param>
/// <param name="IsSolved">Whether an answer was right.</param>
/// <param name="Hints">How many hints were asked for.</param>
internal sealed record ExerciseProgress(int Tries = 0, string Answer = "", bool IsSolved = false, int Hints = 0);
