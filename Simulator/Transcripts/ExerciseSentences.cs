using System.Collections.Immutable;
using Engine.Formulas;
using Lessons;
using Lessons.Exercises;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Exercises;

namespace Simulator.Transcripts;

/// <summary>What an exercise asks, and what there is to say about an answer.</summary>
internal static class ExerciseSentences
{
    /// <summary>The question, and what there is to choose from.</summary>
    public static IEnumerable<string> QuestionOf(Lesson lesson, Exercise exercise, Language language)
    {
        TranscriptWords words = Words.In(language).Transcript;
        string question = SpokenText.Of(exercise.Question.In(language), language);
        int number = lesson.Exercises.IndexOf(exercise) + 1;
        yield return number == 0 ? question : words.ExerciseIs(number, lesson.Exercises.Length, question);
        if (exercise is ChoiceExercise choice)
        {
            for (int index = 0; index < choice.Options.Length; index++)
            {
                string option = words.Option(index + 1, SpokenText.Of(choice.Options[index].Text.In(language), language));
                yield return option[^1] is '.' or '?' or '!' ? option : option + ".";
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

    /// <summary>What there is to say about the last answer or hint, a sentence each.</summary>
    public static IEnumerable<string> RepliesOf(StepScreen screen, OpenExercise open, Language language)
    {
        LearningWords words = Words.In(language).Learning;
        if (open.IsHintLast)
        {
            return [SpokenText.Of(ExerciseModel.HintOf(open, language), language)];
        }

        return open.Verdict is { } verdict ? OfVerdict(screen, open, verdict, words, language) : [];
    }

    private static IEnumerable<string> OfVerdict(StepScreen screen, OpenExercise open, Verdict verdict, LearningWords words, Language language)
    {
        yield return verdict.Kind switch
        {
            VerdictKind.Right => words.Right,
            VerdictKind.TooFewDigits when open.Exercise is PredictExercise predict => words.TooFewDigits(predict.DecimalsIn(screen.Timeline)),
            VerdictKind.RoundedOnTheWay => words.RoundedOnTheWay,
            VerdictKind.Unreadable => open.Choices > 0 ? words.UnreadableChoice(open.Answer, open.Choices) : words.Unreadable(open.Answer),
            _ => words.WrongTryAgain,
        };
        foreach (Slip slip in verdict.Slips)
        {
            string? about = slip.About is { } address ? SpokenName.Of(screen.Lesson.Plan.LabelOf(address), Words.In(language).Transcript.Speech) : null;
            yield return SpokenText.Of(words.SlipText(slip.Kind, about), language);
        }

        if (verdict.Reason is { } reason)
        {
            yield return SpokenText.Of(reason.In(language), language);
        }
        else if (verdict.Kind == VerdictKind.Wrong && open.Exercise is WrongLineExercise)
        {
            yield return words.LineIsWrong;
        }

        if (verdict.Kind == VerdictKind.Right && open.Exercise.Afterword is { } afterword)
        {
            yield return SpokenText.Of(afterword.In(language), language);
        }
    }
}
