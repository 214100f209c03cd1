using System.Collections.Immutable;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The list of lessons by chapter, and what there is to know about the one that is chosen.</summary>
internal static class PickerView
{
    /// <summary>From so many columns on the chosen lesson is told about at the side.</summary>
    private const int WideColumns = 120;
    private const int DetailRows = 9;

    public static void Draw(Canvas canvas, Model model, PickerScreen picker)
    {
        Region line = canvas.Region.SplitBottom(1, out Region above);
        DrawBottomLine(canvas, line, model, picker);
        if (picker.Lessons.IsEmpty)
        {
            canvas.Box(above, model.Words.PickerTitle);
            canvas.Write(2, above.Row + 1, model.Words.PickerEmpty, Ink.Muted, above.Columns - 4);
            return;
        }

        Region detail = canvas.Size.Columns >= WideColumns
            ? above.SplitRight(above.Columns * 2 / 5, out Region list)
            : above.SplitBottom(DetailRows, out list);
        canvas.Box(list, model.Words.PickerTitle);
        DrawShown(canvas, list.Inset(2, 1).SplitTop(1, out Region rows), model, picker);
        ImmutableArray<PickerRow> all = PickerRow.Of(picker, model.Progress);
        if (all.IsEmpty)
        {
            DrawNothing(canvas, rows, model, picker);
        }
        else
        {
            DrawRows(canvas, rows, all, model, picker);
        }

        canvas.Box(detail, all.IsEmpty ? "" : model.Words.Picker.Status(picker.StatusIn(model.Progress, picker.Selected)));
        if (!all.IsEmpty)
        {
            PickerDetailView.Draw(canvas, detail.Inset(2, 1), model, picker.Lessons[picker.Selected]);
        }
    }

    /// <summary>What is asked or typed, otherwise a message or the keys.</summary>
    private static void DrawBottomLine(Canvas canvas, Region line, Model model, PickerScreen picker)
    {
        if (picker.IsAsking)
        {
            string title = picker.Lessons[picker.Selected].Title.In(model.Language);
            BottomLine.DrawNotice(canvas, line, model.Words.Picker.AskToForget(title), isDone: false);
            return;
        }

        if (!picker.IsTyping)
        {
            BottomLine.Draw(canvas, line, model);
            return;
        }

        PickerWords words = model.Words.Picker;
        int column = line.Column + 1;
        column += canvas.Write(column, line.Row, $"{words.SearchPrompt}: ", Ink.Key);
        column += canvas.Write(column, line.Row, PromptView.EndOf(picker.Search, line.Columns - column - 2), Ink.Strong);
        column += canvas.Write(column, line.Row, "▏", Ink.Key) + 2;
        string help = picker.Search.Length == 0 ? $"{words.SearchExamples} · {words.SearchHelp}" : words.SearchHelp;
        canvas.Write(column, line.Row, help, Ink.Muted, Math.Max(0, line.Columns - column - 1));
    }

    /// <summary>Which lessons are shown, and how many of all are done.</summary>
    private static void DrawShown(Canvas canvas, Region line, Model model, PickerScreen picker)
    {
        PickerWords words = model.Words.Picker;
        int all = picker.Lessons.Length;
        int done = Enumerable.Range(0, all).Count(index => picker.StatusIn(model.Progress, index).State == LessonState.Done);
        string right = words.DoneOf(done, all);
        string search = picker.Search.Length == 0 ? "" : $" · {words.Searched(picker.Search)}";
        string left = words.Shown(words.Filter(picker.Filter), picker.ShownIn(model.Progress).Length, all) + search;
        int width = CellWidth.Of(right);
        canvas.Write(line.Column, line.Row, left, Ink.Muted, line.Columns - width - 2);
        canvas.Write(line.Column + line.Columns - width, line.Row, right, Ink.Muted, width);
    }

    private static void DrawNothing(Canvas canvas, Region region, Model model, PickerScreen picker)
    {
        PickerWords words = model.Words.Picker;
        string nothing = picker.Search.Trim().Length > 0 && LessonSearch.Find(picker.Lessons, picker.Search).IsEmpty
            ? words.NothingFound(picker.Search)
            : words.NothingFiltered(picker.Filter);
        string[] lines = [nothing, words.HowToShowAll(model.KeyOf(UserAction.ClearSearch))];
        int row = region.Row;
        foreach (string line in lines.SelectMany(line => CellWidth.Wrap(line, region.Columns)).Take(region.Rows))
        {
            canvas.Write(region.Column, row++, line, row == region.Row + 1 ? Ink.Warning : Ink.Text, region.Columns);
        }
    }

    /// <summary>The rows around the chosen lesson; the heading of the first row's chapter stays on top.</summary>
    private static void DrawRows(Canvas canvas, Region region, ImmutableArray<PickerRow> all, Model model, PickerScreen picker)
    {
        int chosen = all.IndexOf(new LessonRow(picker.Selected));
        int first = Math.Clamp(chosen - (region.Rows / 2), 0, Math.Max(0, all.Length - region.Rows));
        Widths widths = Widths.Of(model, picker);
        for (int index = first; index < Math.Min(first + region.Rows, all.Length); index++)
        {
            Region line = new(region.Column, region.Row + index - first, region.Columns, 1);
            PickerRow shown = index == first ? all.Take(index + 1).LastOrDefault(row => row is ChapterRow, all[index]) : all[index];
            switch (shown)
            {
                case ChapterRow chapter:
                    DrawChapter(canvas, line, chapter, model);
                    break;
                case LessonRow lesson:
                    DrawLesson(canvas, line, lesson.Index, model, picker, widths);
                    canvas.Target(line, new LessonTarget(lesson.Index));
                    break;
            }
        }

        int below = all.Skip(first + region.Rows).Count(row => row is LessonRow);
        if (below > 0)
        {
            string more = $" ↓ {model.Words.More(below)} ";
            canvas.Write(region.Column + region.Columns - CellWidth.Of(more), region.Row + region.Rows, more, Ink.Muted);
        }
    }

    private static void DrawChapter(Canvas canvas, Region line, ChapterRow row, Model model)
    {
        int width = canvas.Write(line.Column, line.Row, row.TitleIn(model.Language), Ink.Title, line.Columns - 8);
        canvas.Write(line.Column + width, line.Row, $" · {row.Done}/{row.All}", Ink.Muted);
    }

    private static void DrawLesson(Canvas canvas, Region line, int index, Model model, PickerScreen picker, Widths widths)
    {
        bool isSelected = index == picker.Selected;
        LessonStatus status = picker.StatusIn(model.Progress, index);
        canvas.Write(line.Column, line.Row, isSelected ? "▶ " : "  ", Ink.Key);
        int right = widths.Status + widths.Solved + 2;
        int room = line.Columns - 2 - right - 1;
        canvas.Write(line.Column + 2, line.Row, picker.Lessons[index].Title.In(model.Language), isSelected ? Ink.Selection : Ink.Text, room);
        int column = line.Column + line.Columns - right;
        canvas.Write(column, line.Row, model.Words.Picker.Status(status), InkOf(status.State), widths.Status);
        if (status.Exercises > 0)
        {
            canvas.Write(column + widths.Status + 2, line.Row, model.Words.Picker.Solved(status.Solved, status.Exercises), Ink.Muted, widths.Solved);
        }
    }

    private static Ink InkOf(LessonState state) => state switch
    {
        LessonState.Done => Ink.Good,
        LessonState.InProgress => Ink.Accent,
        _ => Ink.Muted,
    };

    /// <summary>How wide the columns behind the titles are, the same for whatever lessons are shown.</summary>
    private readonly record struct Widths(int Status, int Solved)
    {
        public static Widths Of(Model model, PickerScreen picker)
        {
            PickerWords words = model.Words.Picker;
            LessonStatus[] all = [.. Enumerable.Range(0, picker.Lessons.Length).Select(index => picker.StatusIn(model.Progress, index))];
            return new Widths(
                all.Max(status => CellWidth.Of(words.Status(status))),
                all.Max(status => status.Exercises == 0 ? 0 : CellWidth.Of(words.Solved(status.Solved, status.Exercises))));
        }
    }
}
