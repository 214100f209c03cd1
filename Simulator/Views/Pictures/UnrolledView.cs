using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>
/// A recurrent layer unrolled in time: a column for each time step, a row for each state, gate and input of the unit, arrows from
/// state to state the way the numbers flow. Where there is no room for all time steps, those around the current one are drawn.
/// </summary>
internal static class UnrolledView
{
    private const int NarrowestColumn = 13;
    private const int WidestColumn = 20;
    private const int WidestName = 12;
    private const int Passage = 3;
    private const int RowsForChain = 12;
    private const int RowsForLegend = 14;

    public static void Draw(Canvas canvas, Region region, UnrolledModel unrolled, Words words)
    {
        if (region.IsEmpty)
        {
            return;
        }

        Ink flow = NetworkView.FlowOf(unrolled.Phase);
        if (region.Rows >= RowsForLegend)
        {
            Region legend = region.SplitBottom(1, out region);
            canvas.Write(legend.Column, legend.Row, words.Drawings.UnrolledLegend, Ink.Muted, legend.Columns);
        }

        if (region.Rows >= RowsForChain)
        {
            DrawChain(canvas, region.SplitBottom(1, out region), unrolled, flow);
        }

        if (region.Rows > 2 && (unrolled.TimeNow is null || region.Rows > unrolled.Rows + 1))
        {
            NetworkView.DrawLooked(canvas, region.SplitBottom(1, out region), unrolled.Layers.LookedName, unrolled.Layers.LookedValue, flow);
        }

        Grid grid = Grid.In(region, unrolled);
        DrawTimes(canvas, grid, unrolled, flow);
        for (int index = 0; index < grid.Rows.Length; index++)
        {
            DrawRow(canvas, grid, unrolled, index, flow);
        }

        if (grid.Folded > 0)
        {
            canvas.Write(region.Column, region.Row + region.Rows - 1, $"⋮ +{grid.Folded}", Ink.Muted, region.Columns);
        }
    }

    private static void DrawTimes(Canvas canvas, Grid grid, UnrolledModel unrolled, Ink flow)
    {
        int row = grid.Region.Row;
        string before = grid.FirstTime > 0 ? $"‹ +{grid.FirstTime}" : "";
        canvas.Write(grid.Region.Column, row, before, Ink.Muted, grid.NameWidth);
        for (int time = grid.FirstTime; time < grid.FirstTime + grid.Times; time++)
        {
            bool isNow = time == unrolled.TimeNow;
            string name = isNow ? $"[t{time}]" : $" t{time} ";
            canvas.Write(grid.LeftOf(time), row, name, isNow ? Ink.Active : Ink.Strong, grid.ColumnWidth);
        }

        int after = unrolled.Steps + 1 - grid.FirstTime - grid.Times;
        if (after > 0)
        {
            string text = $"+{after} ›";
            canvas.Write(grid.Region.Column + grid.Region.Columns - text.Length, row, text, Ink.Muted);
        }
    }

    private static void DrawRow(Canvas canvas, Grid grid, UnrolledModel unrolled, int index, Ink flow)
    {
        int row = grid.Rows[index];
        int top = grid.TopOf(index);
        canvas.Write(grid.Region.Column, top, unrolled.RowName(row), Ink.Strong, grid.NameWidth - 1);
        for (int time = grid.FirstTime; time < grid.FirstTime + grid.Times; time++)
        {
            if (unrolled.Cell(row, time) is not { } cell)
            {
                continue;
            }

            DrawCell(canvas, grid, unrolled, (grid.LeftOf(time), top), cell, flow);
            if (unrolled.IsState(row) && time < unrolled.Steps && time + 1 < grid.FirstTime + grid.Times)
            {
                DrawPassage(canvas, grid, unrolled, row, time, top, flow);
            }
        }
    }

    private static void DrawCell(Canvas canvas, Grid grid, UnrolledModel unrolled, (int Left, int Top) at, UnrolledCell cell, Ink flow)
    {
        int room = grid.ColumnWidth - Passage;

        // Where there is one line only, the way back shows what it computes.
        bool showsGradient = grid.RowHeight == 1 && cell.Gradient is not null;
        string text = showsGradient ? $"∂{cell.Gradient}" : cell.Value ?? "·";
        string marked = cell.IsActive ? $"[{text}]" : cell.IsUsed ? $"›{text}" : $" {text}";
        Ink ink = cell.IsActive ? Ink.Active : cell.IsUsed ? flow : showsGradient ? Ink.Backward : cell.Value is null ? Ink.NotYet : Ink.Text;
        canvas.Write(at.Left, at.Top, marked, ink, room);
        canvas.Target(new Region(at.Left, at.Top, room, grid.RowHeight), new NumberTarget(showsGradient ? cell.GradientNumber! : cell.Number));
        if (grid.RowHeight > 1 && cell.Gradient is { } gradient)
        {
            canvas.Write(at.Left + 1, at.Top + 1, $"∂{gradient}", cell.IsActive ? flow : Ink.Backward, room - 1);
            canvas.Target(new Region(at.Left, at.Top + 1, room, 1), new NumberTarget(cell.GradientNumber!));
        }

        if (grid.RowHeight > 2 && unrolled.Direction != 0 && (cell.IsActive || cell.IsUsed))
        {
            // Inputs are below, states above: numbers rise on the way forward and sink on the way back.
            canvas.Set(at.Left + 2, at.Top + 2, unrolled.Direction > 0 ? '↑' : '↓', flow);
        }
    }

    private static void DrawPassage(Canvas canvas, Grid grid, UnrolledModel unrolled, int row, int time, int top, Ink flow)
    {
        bool isActive = unrolled.IsActivePassage(row, time);
        string arrow = !isActive ? "──→" : unrolled.Direction > 0 ? "━━▶" : "◀━━";
        canvas.Write(grid.LeftOf(time + 1) - Passage, top, arrow, isActive ? flow : Ink.Border);
    }

    /// <summary>The layers in a line, the one that the number looked at belongs to in brackets.</summary>
    private static void DrawChain(Canvas canvas, Region line, UnrolledModel unrolled, Ink flow)
    {
        LayersModel layers = unrolled.Layers;
        if (!layers.IsSimple)
        {
            return;
        }

        int column = line.Column;
        int end = line.Column + line.Columns;
        for (int box = 0; box < layers.Count && column < end; box++)
        {
            LayerBox layer = layers[box];
            string text = layer.Role switch
            {
                LayerBoxKind.Layer => $"{layer.Kind} {layer.Features}",
                LayerBoxKind.Input => $"{layer.Name} {layer.Features}",
                _ => layer.Name,
            };
            column += box == 0 ? 0 : canvas.Write(column, line.Row, " → ", Ink.Muted, end - column);
            bool isActive = layers.Active == box;
            column += canvas.Write(column, line.Row, isActive ? $"[{text}]" : text, isActive ? flow : Ink.Muted, Math.Max(0, end - column));
        }
    }

    /// <summary>Which rows and time steps are drawn, and where.</summary>
    private sealed record Grid(Region Region, int NameWidth, int ColumnWidth, int FirstTime, int Times, int RowHeight, ImmutableArray<int> Rows, int Folded)
    {
        public static Grid In(Region region, UnrolledModel unrolled)
        {
            int rows = Math.Max(0, region.Rows - 1);
            ImmutableArray<int> shown = RowsIn(rows, unrolled);
            int folded = unrolled.Rows - shown.Length;
            int height = folded > 0 || shown.IsEmpty ? 1 : Math.Clamp(rows / shown.Length, 1, 3);
            int name = Math.Min(WidestName, shown.IsEmpty ? 0 : shown.Max(row => CellWidth.Of(unrolled.RowName(row))) + 2);
            int room = Math.Max(0, region.Columns - name);
            int all = unrolled.Steps + 1;
            int times = Math.Clamp(room / NarrowestColumn, Math.Min(1, room), all);
            int width = times == 0 ? 0 : Math.Min(WidestColumn, room / times);
            int now = unrolled.TimeNow ?? 0;
            int first = Math.Clamp(now - (times / 2), 0, all - times);
            return new Grid(region, name, width, first, times, height, shown, folded);
        }

        public int LeftOf(int time) => Region.Column + NameWidth + ((time - FirstTime) * ColumnWidth);

        public int TopOf(int index) => Region.Row + 1 + (index * RowHeight);

        /// <summary>All rows where there is room; otherwise inputs make room first, then the last gates, but never what happens now.</summary>
        private static ImmutableArray<int> RowsIn(int room, UnrolledModel unrolled)
        {
            if (unrolled.Rows <= room)
            {
                return [.. Enumerable.Range(0, unrolled.Rows)];
            }

            int time = unrolled.TimeNow ?? 1;
            int gates = unrolled.Rows - unrolled.Features;
            return
            [
                .. Enumerable.Range(0, unrolled.Rows)
                    .OrderBy(row => unrolled.Cell(row, time) is { IsActive: true } ? 0 : row < gates ? 1 : unrolled.Cell(row, time) is { IsUsed: true } ? 2 : 3)
                    .ThenBy(row => row)
                    .Take(Math.Max(0, room - 1))
                    .Order(),
            ];
        }
    }
}
