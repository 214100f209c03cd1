using System.Collections.Immutable;
using Engine.Formulas;
using Lessons;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>A lesson on a projector: the picture above, below it one number, so large that it can be read from the last row.</summary>
internal static class ClassView
{
    private const int MostQuestionRows = 3;

    /// <summary>What is looked at, large.</summary>
    public static void Draw(Canvas canvas, Region region, Model model, StepScreen screen)
    {
        Region below = region.SplitBottom(Math.Max(BigText.Rows + 6, region.Rows / 2), out Region above);
        StepScreenView.DrawPicture(canvas, above, screen, model.Words);
        DrawNumber(canvas, below.Inset(2, 0), model, screen);
    }

    /// <summary>A blank screen, on which only how it comes back can be read.</summary>
    public static void DrawBlank(Canvas canvas, Model model)
    {
        Region last = canvas.Region.SplitBottom(1, out _);
        canvas.Write(last.Column + 1, last.Row, model.Words.Class.Blank, Ink.Muted, Math.Max(0, last.Columns - 2));
    }

    /// <summary>What the room is asked: what the stop asks, or an exercise that is asked here, or simply what the number is.</summary>
    public static LocalizedText QuestionOf(StepScreen screen)
    {
        if (screen.IsOnTour && screen.Stop >= 0 && screen.Lesson.Tour[screen.Stop].Ask is { } ask)
        {
            return ask;
        }

        Exercise? exercise = screen.Lesson.Exercises.FirstOrDefault(exercise =>
            exercise is not WrongLineExercise
            && ExerciseUpdate.MomentOf(screen, exercise) == screen.Moment);
        string label = screen.Looked!.Label.ToText(Notation.Mathematical);
        return exercise switch
        {
            ChoiceExercise choice => LocalizedText.From(language => $"{choice.Question.In(language)}  {OptionsOf(choice, language)}"),
            null => LocalizedText.From(language => Words.In(language).Learning.WhatIs(label)),
            _ => exercise.Question,
        };
    }

    private static string OptionsOf(ChoiceExercise choice, Language language) =>
        string.Join("   ", choice.Options.Select((option, index) => $"{index + 1}) {option.Text.In(language)}"));

    private static void DrawNumber(Canvas canvas, Region region, Model model, StepScreen screen)
    {
        if (screen.Looked is not { } looked)
        {
            DrawCentred(canvas, region, CellWidth.Wrap(screen.Lesson.Summary.In(model.Language), region.Columns), Ink.Strong);
            return;
        }

        ExplanationModel explanation = ExplanationModel.Of(screen, model.Words);
        if (!screen.IsByNumber || screen.Terms > 0)
        {
            ExplanationView.Draw(canvas, region, explanation, screen.Focus, model.Words.MoreBelow);
            return;
        }

        bool isCovered = screen.Cover is not null;
        IReadOnlyList<string> words = CellWidth.Wrap(
            isCovered ? QuestionOf(screen).In(model.Language) : StepScreenView.TextOf(screen).In(model.Language), region.Columns);
        Region question = region.SplitTop(Math.Min(words.Count, MostQuestionRows) + 1, out Region rest);
        for (int row = 0; row < Math.Min(words.Count, MostQuestionRows); row++)
        {
            canvas.Write(question.Column, question.Row + row, words[row], isCovered ? Ink.Accent : Ink.Text, question.Columns);
        }

        double value = looked.ValueIn(screen.Timeline.At(looked.Iteration));
        Region big = rest.SplitBottom(Math.Max(BigText.Rows, rest.Rows - 4), out Region formulas);
        ExplanationView.Draw(canvas, formulas, WithoutValue(explanation, isCovered), screen.Focus, model.Words.MoreBelow);
        canvas.Restyle(formulas, Ink.Strong);
        BigText.Draw(canvas, big, isCovered ? "?" : ValueText.Of(value, screen.Timeline.Training.Rounding), isCovered ? Ink.Accent : Ink.Title);
    }

    /// <summary>The formula and its numbers; the value is drawn large, unless a document's number stands beside it.</summary>
    private static ExplanationModel WithoutValue(ExplanationModel explanation, bool isCovered)
    {
        ImmutableArray<ImmutableArray<ExplanationSpan>> lines = explanation.Lines;
        bool hasDocument = lines[^1].Length > 2;
        return isCovered ? explanation with { Lines = lines[..1] } : hasDocument || lines.Length == 1 ? explanation : explanation with { Lines = lines[..^1] };
    }

    private static void DrawCentred(Canvas canvas, Region region, IReadOnlyList<string> lines, Ink ink)
    {
        int top = region.Row + Math.Max(0, (region.Rows - lines.Count) / 2);
        for (int row = 0; row < Math.Min(lines.Count, region.Rows); row++)
        {
            canvas.Write(region.Column + Math.Max(0, (region.Columns - CellWidth.Of(lines[row])) / 2), top + row, lines[row], ink, region.Columns);
        }
    }
}
