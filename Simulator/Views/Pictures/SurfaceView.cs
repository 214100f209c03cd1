using System.Collections.Immutable;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views.Pictures;

/// <summary>The loss over two weights, the darker the larger, and the path that training has taken on it.</summary>
internal static class SurfaceView
{
    private const int RowsForSummary = 8;
    private const int RowsForLevels = 11;
    private const double DecadesForLogarithm = 1;
    private const string Shades = " ░▒▓█";

    public static void Draw(Canvas canvas, Region region, SurfaceModel model, Words words)
    {
        PlotScale? scale = PlotScale.For(model.Grid.Losses, DecadesForLogarithm);
        ImmutableArray<Tick> levels = scale?.Ticks(Shades.Length - 1) ?? [];
        bool hasLevels = region.Rows >= RowsForLevels;
        if (region.Rows >= RowsForSummary)
        {
            string samples = model.IsOverAll ? words.Plots.OverAllSamples(model.Samples) : words.Plots.OverBatch(model.Samples);
            string path = model.Path.IsEmpty ? words.Plots.PathNotReady : words.Plots.PathProjected;
            canvas.Write(region.Column, region.Row, $"{samples} · {words.Plots.OthersAsNow} · {path}", Ink.Text, region.Columns);
            region.SplitTop(1, out region);
        }

        if (hasLevels)
        {
            DrawLevels(canvas, region.SplitTop(1, out region), levels);
        }

        PlotArea area = PlotArea.Begin(
            canvas,
            region,
            new PlotAxis(PlotScale.Linear(model.Grid.X[0], model.Grid.X[^1]), model.FirstName),
            new PlotAxis(PlotScale.Linear(model.Grid.Y[0], model.Grid.Y[^1]), model.SecondName),
            [
                new LegendEntry("●", words.Plots.PathHere, Ink.Active),
                new LegendEntry("○", words.Plots.PathStart, Ink.Strong),
                .. model.Grid.Losses.Any(double.IsNaN) ? [new LegendEntry("?", words.Plots.NotFiniteThere, Ink.Muted)] : Array.Empty<LegendEntry>(),
            ]);
        PlotGrid grid = new(model.Grid.X, model.Grid.Y, model.Grid.At);
        area.Shade(point => ShadeOf(grid.At(point), levels), Ink.Muted);
        area.Line(model.Path.Select(point => new PlotPoint(point.X, point.Y)), LinePattern.Solid, Ink.Update);
        area.DrawLines();
        if (!model.Path.IsEmpty)
        {
            area.Mark(new PlotPoint(model.Path[0].X, model.Path[0].Y), '○', Ink.Strong);
        }

        area.Mark(new PlotPoint(model.Now.X, model.Now.Y), '●', Ink.Active);
    }

    private static char ShadeOf(double loss, ImmutableArray<Tick> levels)
    {
        if (double.IsNaN(loss))
        {
            return '?';
        }

        int shade = 0;
        while (shade < levels.Length && loss >= levels[shade].Value)
        {
            shade++;
        }

        return Shades[shade];
    }

    private static void DrawLevels(Canvas canvas, Region line, ImmutableArray<Tick> levels)
    {
        int column = line.Column;
        for (int shade = 0; shade <= levels.Length && !levels.IsEmpty; shade++)
        {
            string range = shade == 0 ? $"< {levels[0].Text}" : $"≥ {levels[shade - 1].Text}";
            string text = $"{Shades[shade]}{Shades[shade]} {range}";
            if (column + CellWidth.Of(text) > line.Column + line.Columns)
            {
                return;
            }

            column += canvas.Write(column, line.Row, text, Ink.Muted) + 3;
        }
    }
}
