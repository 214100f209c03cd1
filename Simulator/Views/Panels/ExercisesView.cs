using Simulator.App;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>The exercises of a lesson: a sign, the name, and below it the state in words.</summary>
internal static class ExercisesView
{
    private const int LinesEach = 2;

    public static void Draw(Canvas canvas, Region region, ExercisesModel exercises, Model model)
    {
        if (exercises.Count == 0)
        {
            HintView.Draw(canvas, region, model.Words.Learning.NoExercises);
            return;
        }

        int visible = Math.Max(1, region.Rows / LinesEach);
        int first = Math.Clamp(exercises.Current - (visible / 2), 0, Math.Max(0, exercises.Count - visible));
        for (int index = first; index < Math.Min(first + visible, exercises.Count); index++)
        {
            (string sign, string name, string state) = exercises.RowOf(index, model.Progress);
            int row = region.Row + ((index - first) * LinesEach);
            bool isCurrent = index == exercises.Current;
            canvas.Target(new Region(region.Column, row, region.Columns, LinesEach), new RowTarget(index));
            canvas.Write(region.Column, row, isCurrent ? "▸" : " ", Ink.Key);
            canvas.Write(region.Column + 2, row, sign, sign == "✓" ? Ink.Good : sign == "✗" ? Ink.Bad : Ink.Muted);
            canvas.Write(region.Column + 4, row, name, isCurrent ? Ink.Selection : Ink.Text, Math.Max(0, region.Columns - 4));
            if (row + 1 < region.Row + region.Rows)
            {
                canvas.Write(region.Column + 4, row + 1, state, Ink.Muted, Math.Max(0, region.Columns - 4));
            }
        }
    }
}
