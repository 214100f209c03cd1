using Engine.Time;
using Simulator.App;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>
/// The line of progress over the frame that was there before: while something is computed, the screen's own numbers are not asked for.
/// </summary>
internal static class ProgressView
{
    private const int WidestBar = 40;
    private const int NarrowestBar = 4;

    public static Canvas Over(Canvas frame, Model model, Job job, ReplayProgress progress)
    {
        Canvas canvas = frame.Copy(model.Size);
        int row = canvas.Size.Rows - 1;
        canvas.Fill(new Region(0, row, canvas.Size.Columns, 1));
        double share = progress.Total == 0 ? 0 : (double)progress.Done / progress.Total;
        string text = $"{job.Title(model.Words)} {(int)(share * 100)}%";
        string keys = $"Esc {model.Words.GiveUp}";
        int column = 1 + canvas.Write(1, row, text, Ink.Strong) + 1;
        int bar = Math.Min(WidestBar, canvas.Size.Columns - column - CellWidth.Of(keys) - 3);
        if (bar >= NarrowestBar)
        {
            int done = (int)(share * bar);
            canvas.Write(column, row, new string('━', done), Ink.BarDone);
            canvas.Write(column + done, row, new string('─', bar - done), Ink.Bar);
            column += bar + 1;
        }

        canvas.Write(column + 1, row, keys, Ink.Muted);
        return canvas;
    }
}
