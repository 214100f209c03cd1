using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping.Exercises;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>The palette's commands about exercises.</summary>
internal static class LearningCommands
{
    public static ImmutableArray<PaletteCommand> All { get; } =
    [
        new("exercise", words => words.Learning.Exercise, words => words.Learning.ExerciseVerb, GoTo)
        {
            Completions = screen => screen.Lesson.Exercises.Select(exercise => exercise.Id),
        },
        new("answer", words => "0.08", words => words.Learning.AnswerVerb, (model, screen, text) => ExerciseUpdate.Check(model, screen, text)),
        new("term", words => words.Term, words => words.Learning.TermVerb, (model, _, name) => Tell(model, name))
        {
            Completions = screen => Glossary.Of(screen.Lesson).Concat(Glossary.All.Except(Glossary.Of(screen.Lesson))).Select(term => term.Id),
            Explain = (id, words) => Glossary.Find(id)?.PairedIn(words.Language) ?? "",
        },
        new("predict", words => "h1", words => words.Learning.PredictVerb, (model, screen, name) => ExerciseUpdate.Predict(model, screen, name)),
    ];

    /// <summary>What a term means, found by its id or its name in either language.</summary>
    private static Outcome Tell(Model model, string name)
    {
        return Glossary.Named(name) is { } term
            ? model with { Notice = new Notice(words => $"{term.PairedIn(words.Language)}: {term.Meaning.In(words.Language)}", IsDone: true) }
            : model with { Notice = new Notice(words => words.NoSuchTerm(name)) };
    }

    private static Outcome GoTo(Model model, StepScreen screen, string id) =>
        screen.Lesson.Exercises.FirstOrDefault(exercise => exercise.Id == id) is { } found ? ExerciseUpdate.GoTo(model, screen, found)
        : screen.Lesson.Exercises.IsEmpty ? model with { Notice = new Notice(words => words.Learning.NoExercises) }
        : model with
        {
            Notice = new Notice(words => words.Learning.NoSuchExercise(id, string.Join(", ", screen.Lesson.Exercises.Select(exercise => exercise.Id)))),
        };
}
