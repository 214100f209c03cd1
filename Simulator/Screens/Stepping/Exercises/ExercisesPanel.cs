using System.Collections.Immutable;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Exercises;

/// <summary>All exercises of the lesson and how far each has come.</summary>
internal sealed class ExercisesPanel : SidePanel
{
    public override string Id => "exercises";

    public override ImmutableArray<UserAction> Hints => [UserAction.FocusNext, UserAction.Follow, UserAction.NextPanel];

    public override string Name(Words words) => words.Learning.Exercises;

    public override IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words) =>
        new ExercisesModel(screen, words);

    public override bool HasRows(StepScreen screen) => !screen.Lesson.Exercises.IsEmpty;

    public override StepScreen Choose(StepScreen screen, int step) =>
        screen with { ExerciseRow = Rows.Moved(screen.ExerciseRow, step, screen.Lesson.Exercises.Length) };

    public override StepScreen ChooseAt(StepScreen screen, int row) =>
        row < screen.Lesson.Exercises.Length ? screen with { ExerciseRow = row } : screen;

    public override Outcome Enter(Model model, StepScreen screen) => screen.ExerciseRow is { } row
        ? ExerciseUpdate.GoTo(model, screen, screen.Lesson.Exercises[row])
        : model with { Notice = new Notice(words => words.NothingToFollow) };
}

/// <summary>The exercises of a lesson, as they are listed.</summary>
internal sealed class ExercisesModel(StepScreen screen, Words words) : IPanelModel
{
    /// <summary>How many there are.</summary>
    public int Count => screen.Lesson.Exercises.Length;

    /// <summary>Which row is chosen, or is the exercise on the screen; −1 for none.</summary>
    public int Current => screen.ExerciseRow ?? (screen.Exercise is { } open ? ExerciseUpdate.NumberOf(screen, open.Exercise) : -1);

    /// <summary>A row: its sign, what is asked, and its state in words.</summary>
    public (string Sign, string Name, string State) RowOf(int index, Progress progress)
    {
        Exercise exercise = screen.Lesson.Exercises[index];
        ExerciseProgress? done = progress.In(screen.Lesson.Id).Exercises.GetValueOrDefault(exercise.Id);
        (string sign, string state) = done switch
        {
            { IsSolved: true } => ("✓", words.Learning.Solved),
            { Tries: > 0 } => ("✗", $"{words.Learning.Tried} {words.Learning.Tries(done.Tries)}"),
            _ => ("·", words.Learning.NotYet),
        };
        string hints = done is { Hints: > 0 } ? $" {words.Learning.HintsUsed(done.Hints)}" : "";
        return (sign, exercise.Id, state + hints);
    }
}
