using Lessons;

namespace Simulator.Learning;

/// <summary>How far a learner is with a lesson.</summary>
internal enum LessonState
{
    NotBegun,
    InProgress,
    Done,
}

/// <summary>How far a learner is with a lesson, in numbers.</summary>
/// <param name="State">Whether it is done, begun or neither.</param>
/// <param name="Stops">How many stops of the tour were seen: as far as the farthest.</param>
/// <param name="AllStops">How many stops the tour has.</param>
/// <param name="Solved">How many exercises are solved.</param>
/// <param name="Exercises">How many exercises there are.</param>
internal sealed record LessonStatus(LessonState State, int Stops, int AllStops, int Solved, int Exercises)
{
    /// <summary>
    /// Done is a lesson whose exercises are all solved or, where it has none, whose tour was seen to its last stop. In progress is one that was
    /// opened.
    /// </summary>
    public static LessonStatus Of(Lesson lesson, LessonProgress done)
    {
        int stops = Math.Clamp(done.FarthestStop + 1, 0, lesson.Tour.Length);
        int solved = lesson.Exercises.Count(exercise => done.Exercises.GetValueOrDefault(exercise.Id)?.IsSolved == true);
        bool isDone = lesson.Exercises.IsEmpty ? stops > 0 && stops == lesson.Tour.Length : solved == lesson.Exercises.Length;
        bool isOpened = done.Place is not null || stops > 0 || !done.Exercises.IsEmpty;
        LessonState state = isDone ? LessonState.Done : isOpened ? LessonState.InProgress : LessonState.NotBegun;
        return new LessonStatus(state, stops, lesson.Tour.Length, solved, lesson.Exercises.Length);
    }
}
