using System.Collections.Immutable;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The line being typed, and above it what it may mean.</summary>
internal static class PromptView
{
    private const int MostSuggestions = 10;
    private const int WidestBox = 100;

    public static void Draw(Canvas canvas, Region line, Model model, StepScreen screen, Prompt prompt)
    {
        Words words = model.Words;
        bool isAnswer = prompt.Kind == PromptKind.Answer;
        int column = line.Column + 1;
        column += canvas.Write(column, line.Row, $"{(isAnswer ? words.Learning.AnswerPrompt : words.GoToPrompt)}: ", Ink.Key);
        column += canvas.Write(column, line.Row, EndOf(prompt.Text, line.Columns - column - 2), Ink.Strong);
        column += canvas.Write(column, line.Row, "▏", Ink.Key) + 2;
        if (prompt.Text.Length == 0)
        {
            canvas.Write(column, line.Row, isAnswer ? AnswerHelp(screen, words) : words.GoToHelp, Ink.Muted, Math.Max(0, line.Columns - column - 1));
        }

        if (isAnswer)
        {
            return;
        }

        DrawSuggestions(canvas, line, Suggestion.For(prompt.Text, model, screen), prompt.Selected, words);
    }

    private static string AnswerHelp(StepScreen screen, Words words) => screen.Exercise switch
    {
        { Exercise: PredictExercise predict } => words.Learning.AnswerNumber(predict.DecimalsIn(screen.Timeline)),
        { } choosing => words.Learning.AnswerChoice(choosing.Choices),
        null => "",
    };

    private static void DrawSuggestions(Canvas canvas, Region line, ImmutableArray<Suggestion> suggestions, int? selected, Words words)
    {
        int shown = Math.Min(Math.Min(MostSuggestions, suggestions.Length), line.Row - 2);
        if (shown < 1)
        {
            if (suggestions.IsEmpty && line.Row > 0)
            {
                Region above = new(line.Column, line.Row - 1, line.Columns, 1);
                canvas.Fill(above);
                canvas.Write(above.Column + 1, above.Row, words.NoSuggestion, Ink.Muted, above.Columns - 2);
            }

            return;
        }

        Region box = new(line.Column, line.Row - shown - 2, Math.Min(WidestBox, line.Columns), shown + 2);
        canvas.Fill(box);
        canvas.Box(box, words.Suggestions(suggestions.Length), Ink.Accent);
        canvas.Target(box, Target.None);
        Region inner = box.Inset(2, 1);
        int first = Math.Clamp((selected ?? 0) - (shown / 2), 0, suggestions.Length - shown);
        for (int index = 0; index < shown; index++)
        {
            Suggestion suggestion = suggestions[first + index];
            bool isSelected = first + index == selected;
            canvas.Target(new Region(box.Column, inner.Row + index, box.Columns, 1), new SuggestionTarget(first + index));
            int keys = CellWidth.Of(suggestion.Keys);
            int room = inner.Columns - keys - 2;
            if (isSelected)
            {
                canvas.Write(box.Column + 1, inner.Row + index, "▸", Ink.Key);
            }

            int width = canvas.Write(inner.Column, inner.Row + index, suggestion.Text, isSelected ? Ink.Selection : Ink.Strong, room);
            canvas.Write(inner.Column + width + 2, inner.Row + index, suggestion.Does, Ink.Muted, Math.Max(0, room - width - 2));
            canvas.Write(inner.Column + inner.Columns - keys, inner.Row + index, suggestion.Keys, Ink.Key, keys);
        }
    }

    /// <summary>The text, or its end where it needs more cells: what is typed is at the end.</summary>
    public static string EndOf(string text, int cells)
    {
        int start = 0;
        while (start < text.Length && CellWidth.Of(text[start..]) > Math.Max(0, cells))
        {
            start += char.IsHighSurrogate(text[start]) ? 2 : 1;
        }

        return text[Math.Min(start, text.Length)..];
    }
}
