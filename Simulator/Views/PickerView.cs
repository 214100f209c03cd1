using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The list of lessons.</summary>
internal static class PickerView
{
    private const int LinesEach = 3;

    public static void Draw(Canvas canvas, Model model, PickerScreen picker)
    {
        Region content = canvas.Region.SplitBottom(1, out Region above);
        BottomLine.Draw(canvas, content, model);
        canvas.Box(above, model.Words.PickerTitle);
        Region inner = above.Inset(2, 1);
        if (picker.Lessons.IsEmpty)
        {
            canvas.Write(inner.Column, inner.Row, model.Words.PickerEmpty, Ink.Muted, inner.Columns);
            return;
        }

        canvas.Write(inner.Column, inner.Row, model.Words.PickerHint, Ink.Muted, inner.Columns);
        inner.SplitTop(2, out Region list);
        int visible = Math.Max(1, list.Rows / LinesEach);
        int first = Math.Clamp(picker.Selected - (visible / 2), 0, Math.Max(0, picker.Lessons.Length - visible));
        for (int index = first; index < Math.Min(first + visible, picker.Lessons.Length); index++)
        {
            Lesson lesson = picker.Lessons[index];
            bool isSelected = index == picker.Selected;
            int row = list.Row + ((index - first) * LinesEach);
            canvas.Write(list.Column, row, isSelected ? "▶ " : "  ", Ink.Key);
            int width = canvas.Write(
                list.Column + 2, row, lesson.Title.In(model.Language), isSelected ? Ink.Selection : Ink.Strong, list.Columns - 2);
            string count = model.Words.NumbersChecked(lesson.Expectations.Length);
            canvas.Write(list.Column + width + 4, row, count, Ink.Muted, list.Columns - width - 4);
            IReadOnlyList<string> summary = CellWidth.Wrap(lesson.Summary.In(model.Language), list.Columns - 4);
            for (int line = 0; line < Math.Min(summary.Count, LinesEach - 1) && row + line + 1 < list.Row + list.Rows; line++)
            {
                canvas.Write(list.Column + 4, row + line + 1, summary[line], Ink.Text, list.Columns - 4);
            }
        }
    }
}
