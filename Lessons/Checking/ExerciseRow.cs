namespace Lessons.Checking;

/// <summary>One exercise put to the proof.</summary>
/// <param name="Lesson">The lesson's id.</param>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Problem">What is wrong with it, in English for its author; null where nothing is.</param>
public sealed record ExerciseRow(string Lesson, string Exercise, string? Problem)
{
    /// <summary>Whether it is unsolved at first and its solution is right.</summary>
    public bool IsProved => Problem is null;
}
