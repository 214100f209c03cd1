using System.Collections.Immutable;
using Engine.Formulas;
using Lessons;
using Lessons.Exercises;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Exercises;

/// <summary>An exercise as it is shown: the question, what to choose from, and what there is to say about the last answer or hint.</summary>
/// <param name="Title">Which exercise it is.</param>
/// <param name="Question">The question.</param>
/// <param name="Rows">What to choose from; empty where a number is typed.</param>
/// <param name="Replies">The verdict or the hint that was asked for last, line by line.</param>
/// <param name="HowTo">What can be done now; empty for nothing.</param>
internal sealed record ExerciseModel(
    string Title, string Question, ImmutableArray<AnswerRow> Rows, ImmutableArray<ExerciseReply> Replies, string HowTo)
{
    public static ExerciseModel Of(StepScreen screen, OpenExercise open, Language language)
    {
        Words words = Words.In(language);
        LearningWords learning = words.Learning;
        Exercise exercise = open.Exercise;
        string title = open.IsKept ? learning.ExerciseOf(ExerciseUpdate.NumberOf(screen, exercise) + 1, screen.Lesson.Exercises.Length) : learning.Exercise;
        string howTo = !open.IsOpen ? "" : open.Choices > 0 ? learning.HowToChoose : learning.HowToAnswer;
        return new ExerciseModel(title, exercise.Question.In(language), RowsOf(screen, open, language), [.. RepliesOf(screen, open, language)], howTo);
    }

    /// <summary>The hint that was asked for last: one of the author's, or what was uncovered.</summary>
    public static string HintOf(OpenExercise open, Language language)
    {
        LearningWords words = Words.In(language).Learning;
        int authored = open.Exercise.Hints.Length;
        return open.Hints <= authored ? $"{words.HintOf(open.Hints, authored)}: {open.Exercise.Hints[open.Hints - 1].In(language)}"
            : open.IsShown ? words.HintValue
            : open.Hints - authored == 1 ? words.HintFormula
            : words.HintNumbers;
    }

    private static ImmutableArray<AnswerRow> RowsOf(StepScreen screen, OpenExercise open, Language language)
    {
        IEnumerable<string> texts = open.Exercise switch
        {
            ChoiceExercise choice => choice.Options.Select(option => option.Text.In(language)),
            WrongLineExercise lines => lines.LinesIn(screen.Timeline, Notation.Mathematical).Select(TextOf),
            _ => [],
        };
        return [.. texts.Select((text, index) => new AnswerRow(index + 1, text, index == open.Chosen))];
    }

    private static string TextOf(WorkedLine line)
    {
        string value = NumberText.Fixed(line.Value, 8).Replace('-', '−');
        return line.Numbers.Length == 0 || line.Numbers == value ? $"{line.Name} = {line.Formula} = {value}" : $"{line.Name} = {line.Formula} = {line.Numbers} = {value}";
    }

    private static IEnumerable<ExerciseReply> RepliesOf(StepScreen screen, OpenExercise open, Language language)
    {
        if (open.IsHintLast)
        {
            return [new ExerciseReply(HintOf(open, language), ReplyTone.Hint)];
        }

        return open.Verdict is { } verdict ? OfVerdict(screen, open, verdict, language) : [];
    }

    private static IEnumerable<ExerciseReply> OfVerdict(StepScreen screen, OpenExercise open, Verdict verdict, Language language)
    {
        LearningWords words = Words.In(language).Learning;
        string given = open.Answer.Length == 0 ? "" : $"{open.Answer} · ";
        switch (verdict.Kind)
        {
            case VerdictKind.Right:
                yield return new ExerciseReply($"✓ {given}{words.Right}", ReplyTone.Right);
                foreach (LocalizedText? text in new[] { verdict.Reason, open.Exercise.Afterword })
                {
                    if (text is not null)
                    {
                        yield return new ExerciseReply(text.In(language), ReplyTone.Plain);
                    }
                }

                break;
            case VerdictKind.TooFewDigits when open.Exercise is PredictExercise predict:
                yield return new ExerciseReply($"… {given}{words.TooFewDigits(predict.DecimalsIn(screen.Timeline))}", ReplyTone.Hint);
                break;
            case VerdictKind.RoundedOnTheWay:
                yield return new ExerciseReply($"… {given}{words.RoundedOnTheWay}", ReplyTone.Hint);
                break;
            case VerdictKind.Unreadable:
                string text2 = open.Choices > 0 ? words.UnreadableChoice(open.Answer, open.Choices) : words.Unreadable(open.Answer);
                yield return new ExerciseReply($"… {text2}", ReplyTone.Hint);
                break;
            default:
                bool isSaid = verdict.Reason is not null || !verdict.Slips.IsEmpty || open.Exercise is WrongLineExercise;
                yield return new ExerciseReply($"✗ {given}{(isSaid ? words.Wrong : words.WrongTryAgain)}", ReplyTone.Wrong);
                foreach (string slip in verdict.Slips.Select(slip => SlipText(screen, slip, words)).Distinct())
                {
                    yield return new ExerciseReply(slip, ReplyTone.Plain);
                }

                if (verdict.Reason is { } reason)
                {
                    yield return new ExerciseReply(reason.In(language), ReplyTone.Plain);
                }
                else if (open.Exercise is WrongLineExercise)
                {
                    yield return new ExerciseReply(words.LineIsWrong, ReplyTone.Plain);
                }

                break;
        }
    }

    private static string SlipText(StepScreen screen, Slip slip, LearningWords words) =>
        words.SlipText(slip.Kind, slip.About is { } about ? screen.Lesson.Plan.LabelOf(about).ToText(Notation.Mathematical) : null);
}

/// <summary>Something to choose.</summary>
/// <param name="Number">The number by which it is chosen, from 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
internal readonly record struct AnswerRow(int Number, string Text, bool IsChosen);

/// <summary>A line of what is said about an answer.</summary>
internal readonly record struct ExerciseReply(string Text, ReplyTone Tone);

/// <summary>What a reply means beside its words and signs.</summary>
internal enum ReplyTone
{
    Plain,
    Right,
    Wrong,
    Hint,
}
