using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>The breakpoints: ● those that are on, ○ those that are off, and where continuing has stopped by what.</summary>
internal static class BreakpointsView
{
    private const int Indent = 4;

    public static void Draw(Canvas canvas, Region region, BreakpointsModel model, Words words)
    {
        if (model.Rows.IsEmpty)
        {
            HintView.Draw(canvas, region, words.Tracing.NoBreakpoints);
            return;
        }

        List<Line> lines = [];
        int anchor = 0;
        for (int index = 0; index < model.Rows.Length; index++)
        {
            BreakpointRow row = model.Rows[index];
            anchor = row.IsSelected ? lines.Count : anchor;
            lines.AddRange(LinesOf(row, region.Columns).Select(line => line with { Row = index }));
        }

        int first = Math.Clamp(anchor - (region.Rows / 2), 0, Math.Max(0, lines.Count - region.Rows));
        for (int index = 0; index < Math.Min(region.Rows, lines.Count - first); index++)
        {
            Line line = lines[first + index];
            int row = region.Row + index;
            canvas.Write(region.Column, row, CellWidth.Crop(line.Mark, region.Columns), line.MarkInk);
            canvas.Write(region.Column + Indent, row, line.Text, line.Ink, Math.Max(0, region.Columns - Indent));
            canvas.Target(new Region(region.Column, row, region.Columns, 1), new RowTarget(line.Row));
            int when = CellWidth.Of(line.When);
            canvas.Write(region.Column + region.Columns - when, row, line.When, Ink.Muted);
        }
    }

    /// <summary>The name, in as many lines as it needs, and below it what has met it.</summary>
    private static IEnumerable<Line> LinesOf(BreakpointRow row, int columns)
    {
        string mark = row.Hit is not null ? "▶" : row.IsSelected ? "▸" : " ";
        Ink ink = row.IsSelected ? Ink.Selection : row.Hit is not null ? Ink.Active : row.IsOn ? Ink.Text : Ink.NotYet;
        int width = Math.Max(1, columns - Indent);
        bool fits = CellWidth.Of(row.Name) + CellWidth.Of(row.When) < width;
        IReadOnlyList<string> names = CellWidth.Wrap(row.Name, width);
        for (int line = 0; line < names.Count; line++)
        {
            string begin = line == 0 ? $"{mark} {(row.IsOn ? "●" : "○")}" : "";
            yield return new Line(begin, row.IsOn ? Ink.Bad : Ink.Muted, names[line], ink, fits ? row.When : "");
        }

        if (!fits && row.When.Length > 0)
        {
            yield return new Line("", Ink.Text, CellWidth.Crop(row.When, width), Ink.Muted, "");
        }

        foreach (string text in row.Hit is null ? [] : CellWidth.Wrap(row.Hit, width))
        {
            yield return new Line("", Ink.Text, text, Ink.Strong, "");
        }
    }

    private readonly record struct Line(string Mark, Ink MarkInk, string Text, Ink Ink, string When, int Row = 0);
}
