using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Lessons;
using Lessons.Exercises;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>What an exercise asks, and what there is to say about an answer.</summary>
internal static class ExerciseSentences
{
    /// <summary>The question, and what there is to choose from.</summary>
    public static IEnumerable<string> QuestionOf(Lesson lesson, Exercise exercise, Language language)
    {
        TranscriptWords words = Words.In(language).Transcript;
        int number = lesson.Exercises.IndexOf(exercise) + 1;
        yield return words.ExerciseIs(number, lesson.Exercises.Length, SpokenText.Of(exercise.Question.In(language), language));
        if (exercise is ChoiceExercise choice)
        {
            for (int index = 0; index < choice.Options.Length; index++)
            {
                yield return words.Option(index + 1, SpokenText.Of(choice.Options[index].Text.In(language), language)) + ".";
            }
        }

        if (exercise is WrongLineExercise wrong)
        {
            ImmutableArray<WorkedLine> lines = wrong.LinesIn(lesson.NewTimeline(), Notation.Mathematical);
            for (int index = 0; index < lines.Length; index++)
            {
                WorkedLine line = lines[index];
                string numbers = SpokenText.OfFormula(line.Numbers, language);
                string value = SpokenNumber.Of(line.Value, words.Speech);
                string formula = words.Formula(SpokenText.Of(line.Name, language), SpokenText.OfFormula(line.Formula, language));
                yield return words.Line(index + 1, formula + (numbers == value ? words.OnlyValue(value) : words.WithNumbers(numbers, value)));
            }
        }
    }

    /// <summary>How an exercise is answered.</summary>
    public static string HowTo(Lesson lesson, Exercise exercise, Language language)
    {
        TranscriptWords words = Words.In(language).Transcript;
        return exercise switch
        {
            PredictExercise predict => words.AnswerWithNumber(predict.DecimalsIn(lesson.NewTimeline())),
            ChoiceExercise choice => words.AnswerWithChoice(choice.Options.Length),
            WrongLineExercise wrong => words.AnswerWithChoice(wrong.Lines.Length),
            _ => "",
        };
    }

    /// <summary>What there is to say about an answer, a sentence each.</summary>
    public static IEnumerable<string> VerdictOf(Plan plan, Exercise exercise, string answer, Verdict verdict, int decimals, Language language)
    {
        Words all = Words.In(language);
        LearningWords words = all.Learning;
        yield return verdict.Kind switch
        {
            VerdictKind.Right => words.Right,
            VerdictKind.TooFewDigits => words.TooFewDigits(decimals),
            VerdictKind.RoundedOnTheWay => words.RoundedOnTheWay,
            VerdictKind.Unreadable when exercise is PredictExercise => words.Unreadable(answer),
            VerdictKind.Unreadable => words.UnreadableChoice(answer, exercise is ChoiceExercise choice ? choice.Options.Length : ((WrongLineExercise)exercise).Lines.Length),
            _ => words.WrongTryAgain,
        };
        foreach (Slip slip in verdict.Slips)
        {
            string? about = slip.About is { } address ? SpokenName.Of(plan.LabelOf(address), all.Transcript.Speech) : null;
            yield return SpokenText.Of(words.SlipText(slip.Kind, about), language);
        }

        if (verdict.Reason is { } reason)
        {
            yield return SpokenText.Of(reason.In(language), language);
        }
        else if (verdict.Kind == VerdictKind.Wrong && exercise is WrongLineExercise)
        {
            yield return words.LineIsWrong;
        }

        if (verdict.Kind == VerdictKind.Right && exercise.Afterword is { } afterword)
        {
            yield return SpokenText.Of(afterword.In(language), language);
        }
    }
}
