using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Time;
using Lessons.Exercises;

namespace Lessons.Checking;

/// <summary>Proves exercises: unsolved before they are answered, solved by their solution, and by nothing else that is offered.</summary>
public static class ExerciseChecker
{
    /// <summary>One row for each exercise, in the lesson's order.</summary>
    public static ImmutableArray<ExerciseRow> Check(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        Timeline timeline = lesson.NewTimeline();
        return [.. lesson.Exercises.Select(exercise => new ExerciseRow(lesson.Id, exercise.Id, ProblemOf(exercise, timeline)))];
    }

    private static string? ProblemOf(Exercise exercise, Timeline timeline)
    {
        if (exercise.Check(timeline, "").Kind == VerdictKind.Right)
        {
            return "it is solved without an answer";
        }

        string solution = exercise.SolutionIn(timeline);
        if (exercise.Check(timeline, solution).Kind != VerdictKind.Right)
        {
            return $"its solution '{solution}' is not right";
        }

        return exercise switch
        {
            PredictExercise predict => ProblemOf(predict, timeline),
            ChoiceExercise choice => AnyOtherRight(choice, timeline, choice.Options.Length),
            WrongLineExercise lines => ProblemOf(lines, timeline) ?? AnyOtherRight(lines, timeline, lines.Lines.Length),
            _ => null,
        };
    }

    private static string? ProblemOf(PredictExercise exercise, Timeline timeline)
    {
        double value = exercise.Quantity.ValueIn(timeline.At(exercise.Quantity.Iteration));
        return !double.IsFinite(value) ? $"{exercise.Quantity.Label} is {value}, which nobody can predict"
            : value != 0 && exercise.Check(timeline, "0").Kind == VerdictKind.Right
                ? $"{exercise.DecimalsIn(timeline)} decimals do not tell {exercise.Quantity.Label} = {NumberText.Short(value)} from 0; ask for more with 'decimals'"
            : null;
    }

    private static string? ProblemOf(WrongLineExercise exercise, Timeline timeline)
    {
        ImmutableArray<WorkedLine> shown = exercise.LinesIn(timeline, Notation.Plain);
        if (shown.IsEmpty)
        {
            return $"the slip cannot be made in {exercise.Lines[exercise.Wrong].Label}: no other value comes of it";
        }

        double right = exercise.Lines[exercise.Wrong].ValueIn(timeline.At(exercise.Lines[exercise.Wrong].Iteration));
        return NumberText.Fixed(shown[exercise.Wrong].Value) == NumberText.Fixed(right)
            ? $"the slip in {exercise.Lines[exercise.Wrong].Label} cannot be seen at eight decimals"
            : null;
    }

    private static string? AnyOtherRight(Exercise exercise, Timeline timeline, int choices)
    {
        string[] right = [.. Enumerable.Range(1, choices).Select(number => $"{number}").Where(answer => exercise.Check(timeline, answer).Kind == VerdictKind.Right)];
        return right.Length == 1 ? null : $"{right.Length} answers are right: {string.Join(", ", right)}";
    }
}
