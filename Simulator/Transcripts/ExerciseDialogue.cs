using System.Collections.Immutable;
using Lessons;
using Lessons.Exercises;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Stepping;

namespace Simulator.Transcripts;

/// <summary>
/// The exercises of a lesson as a conversation: one is asked where its number is reached for the first time, and the number is covered until it is
/// answered or passed over.
/// </summary>
/// <param name="Open">The exercise that waits for an answer; null for none.</param>
/// <param name="Hints">How many of its hints were given.</param>
/// <param name="Passed">Those that were passed over.</param>
internal sealed record ExerciseDialogue(Exercise? Open, int Hints, ImmutableHashSet<string> Passed)
{
    public static ExerciseDialogue Initial { get; } = new(null, 0, []);

    /// <summary>What the person hears, and the model and the conversation after it.</summary>
    public sealed record Reply(Model Model, ExerciseDialogue Dialogue, ImmutableArray<string> Lines);

    /// <summary>The exercise that is to be asked where a screen is; null for none.</summary>
    public Exercise? AskedAt(Model model) =>
        model.Screen is StepScreen { Lane.IsOriginal: true, IsByNumber: true, Terms: 0, Moment.IsStart: false } screen && NumberOf(screen) is { } number
            ? screen.Lesson.Exercises.FirstOrDefault(exercise => exercise.At == number && !Passed.Contains(exercise.Id) && !IsSolved(model, screen.Lesson, exercise))
            : null;

    /// <summary>The exercise that can be asked where a screen is, though it was passed over or solved before; null for none.</summary>
    public static Exercise? AskedAgainAt(Model model) =>
        model.Screen is StepScreen { Lane.IsOriginal: true, IsByNumber: true, Terms: 0, Moment.IsStart: false } screen && NumberOf(screen) is { } number
            ? screen.Lesson.Exercises.FirstOrDefault(exercise => exercise.At == number)
            : null;

    /// <summary>The next exercise that is not solved, after the one of the moment; the first such where there is none; null where all are solved.</summary>
    public static Exercise? NextOf(Model model, StepScreen screen)
    {
        Exercise[] unsolved = [.. screen.Lesson.Exercises.Where(exercise => !IsSolved(model, screen.Lesson, exercise))];
        int here = screen.Lesson.Exercises.ToList().FindLastIndex(exercise => exercise.At == NumberOf(screen));
        return unsolved.FirstOrDefault(exercise => screen.Lesson.Exercises.IndexOf(exercise) > here) ?? unsolved.FirstOrDefault();
    }

    /// <summary>Begins to ask: the number is covered.</summary>
    public Reply Ask(Model model, Exercise exercise)
    {
        var screen = (StepScreen)model.Screen;
        bool isPrediction = exercise is PredictExercise;
        Language language = model.Language;
        return new(
            model with { Screen = screen with { Asked = null, Exercise = null, Cover = isPrediction ? Cover.Formula : Cover.Numbers } },
            new ExerciseDialogue(exercise, 0, Passed.Remove(exercise.Id)),
            [.. ExerciseSentences.QuestionOf(screen.Lesson, exercise, language), ExerciseSentences.HowTo(screen.Lesson, exercise, language)]);
    }

    /// <summary>Goes on without an answer.</summary>
    public Reply Pass(Model model) => new(Uncovered(model), Initial with { Passed = Passed.Add(Open!.Id) }, []);

    /// <summary>Forgets the open exercise, as its place was left.</summary>
    public ExerciseDialogue Left() => this with { Open = null, Hints = 0 };

    /// <summary>Takes an answer.</summary>
    public Reply Answer(Model model, string answer)
    {
        var screen = (StepScreen)model.Screen;
        Exercise exercise = Open!;
        Verdict verdict = exercise.Check(screen.Timeline, answer);
        int decimals = exercise is PredictExercise predict ? predict.DecimalsIn(screen.Timeline) : 0;
        ImmutableArray<string> lines = [.. ExerciseSentences.VerdictOf(screen.Timeline.Plan, exercise, answer, verdict, decimals, model.Language)];
        if (verdict.Kind == VerdictKind.Unreadable)
        {
            return new(model, this, lines);
        }

        Model noted = Noted(model, screen.Lesson, exercise, done => done with
        {
            Tries = done.Tries + 1,
            Answer = answer,
            IsSolved = done.IsSolved || verdict.Kind == VerdictKind.Right,
        });
        return verdict.Kind == VerdictKind.Right ? new(Uncovered(noted), Left(), lines) : new(noted, this, lines);
    }

    /// <summary>
    /// Gives the next hint: the lesson's own ones first; of a number that is to be said then the formula, the formula with numbers, and the value.
    /// </summary>
    public Reply Hint(Model model)
    {
        var screen = (StepScreen)model.Screen;
        Exercise exercise = Open!;
        TranscriptWords words = model.Words.Transcript;
        QuantitySentences sentences = new(screen.Lesson, screen.Timeline, model.Language);
        int own = exercise.Hints.Length;
        string? line = Hints < own ? words.Hint(Hints + 1, SpokenText.Of(exercise.Hints[Hints].In(model.Language), model.Language))
            : exercise is not PredictExercise { Quantity: var asked } ? null
            : (Hints - own) switch
            {
                0 when sentences.FormulaOf(asked, numbers: false) is { } formula => words.TheFormula(sentences.NameOf(asked), formula),
                <= 1 when sentences.FormulaOf(asked, numbers: true) is { } numbers => words.TheNumbers(numbers),
                <= 2 => words.TheValue(sentences.ValueOf(asked)),
                _ => null,
            };
        if (line is null)
        {
            return new(model, this, [words.NoMoreHints]);
        }

        return new(
            Noted(model, screen.Lesson, exercise, done => done with { Hints = Math.Max(done.Hints, Hints + 1) }),
            this with { Hints = Hints + 1 },
            [line]);
    }

    private static ResolvedQuantity? NumberOf(StepScreen screen) =>
        screen.Timeline.AddressAt(screen.Moment) is { } address ? new ResolvedQuantity(screen.Timeline.Plan, screen.Moment.Iteration, address) : null;

    private static bool IsSolved(Model model, Lesson lesson, Exercise exercise) =>
        model.Progress.In(lesson.Id).Exercises.TryGetValue(exercise.Id, out ExerciseProgress? done) && done.IsSolved;

    private static Model Uncovered(Model model) => model.Screen is StepScreen { IsOnTour: true, Stop: >= 0 } screen
        ? model with { Screen = screen.AtStop(screen.Stop) }
        : model with { Screen = ((StepScreen)model.Screen) with { Cover = null } };

    private static Model Noted(Model model, Lesson lesson, Exercise exercise, Func<ExerciseProgress, ExerciseProgress> change)
    {
        LessonProgress done = model.Progress.In(lesson.Id);
        ExerciseProgress before = done.Exercises.GetValueOrDefault(exercise.Id) ?? new ExerciseProgress();
        return model with { Progress = model.Progress.With(lesson.Id, done with { Exercises = done.Exercises.SetItem(exercise.Id, change(before)) }) };
    }
}
