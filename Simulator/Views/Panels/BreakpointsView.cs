using Simulator.Resources;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>The breakpoints: ● those that are on, ○ those that are off, and where continuing has stopped by what.</summary>
internal static class BreakpointsView
{
    public static void Draw(Canvas canvas, Region region, BreakpointsModel model, Words words)
    {
        if (model.Rows.IsEmpty)
        {
            HintView.Draw(canvas, region, words.Tracing.NoBreakpoints);
            return;
        }

        List<(BreakpointRow Row, bool IsHit)> lines = [];
        int anchor = 0;
        foreach (BreakpointRow row in model.Rows)
        {
            anchor = row.IsSelected ? lines.Count : anchor;
            lines.Add((row, false));
            if (row.Hit is not null)
            {
                lines.Add((row, true));
            }
        }

        int first = Math.Clamp(anchor - (region.Rows / 2), 0, Math.Max(0, lines.Count - region.Rows));
        for (int index = 0; index < Math.Min(region.Rows, lines.Count - first); index++)
        {
            Region line = new(region.Column, region.Row + index, region.Columns, 1);
            (BreakpointRow row, bool isHit) = lines[first + index];
            if (isHit)
            {
                int room = Math.Max(0, line.Columns - 4);
                canvas.Write(line.Column + 4, line.Row, CellWidth.Crop(row.Hit!, room), Ink.Strong);
            }
            else
            {
                DrawRow(canvas, line, row);
            }
        }
    }

    private static void DrawRow(Canvas canvas, Region line, BreakpointRow row)
    {
        string mark = row.Hit is not null ? "▶" : row.IsSelected ? "▸" : " ";
        string text = CellWidth.Crop($"{mark} {(row.IsOn ? "●" : "○")} ", line.Columns);
        int column = canvas.Write(line.Column, line.Row, text, row.IsOn ? Ink.Bad : Ink.Muted);
        int when = CellWidth.Of(row.When);
        int room = Math.Max(0, line.Columns - column - (when > 0 ? when + 1 : 0));
        Ink ink = row.IsSelected ? Ink.Selection : row.Hit is not null ? Ink.Active : row.IsOn ? Ink.Text : Ink.NotYet;
        canvas.Write(line.Column + column, line.Row, row.Name, ink, Math.Min(room, line.Columns - column));
        if (line.Columns - column - when > 0)
        {
            canvas.Write(line.Column + line.Columns - when, line.Row, row.When, Ink.Muted);
        }
    }
}
