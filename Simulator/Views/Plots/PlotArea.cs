using System.Collections.Immutable;
using Simulator.Terminal;

namespace Simulator.Views.Plots;

/// <summary>A number of one axis and one of the other.</summary>
internal readonly record struct PlotPoint(double X, double Y);

/// <summary>One axis.</summary>
/// <param name="Scale">The numbers along it.</param>
/// <param name="Name">What they are; empty for nothing.</param>
/// <param name="IsWhole">Whether there are whole numbers only, such as iterations.</param>
internal sealed record PlotAxis(PlotScale Scale, string Name = "", bool IsWhole = false);

/// <summary>A line of the legend: what something looks like, and what it is.</summary>
internal readonly record struct LegendEntry(string Sample, string Name, Ink Ink)
{
    /// <summary>The legend's entry of a line.</summary>
    public static LegendEntry Of(LinePattern look, string name, Ink ink) => new(look switch
    {
        LinePattern.Dashed => "⠒ ⠒",
        LinePattern.Dotted => "⠂ ⠂",
        _ => "⠒⠒⠒",
    }, name, ink);
}

/// <summary>
/// A rectangle with axes in which numbers are drawn. Where there is little room the legend goes first, then what is written at
/// the axes; where there is none nothing is drawn.
/// </summary>
internal sealed class PlotArea
{
    private const int RowsForLegend = 7;
    private const int RowsForAxes = 5;
    private const int ColumnsForAxes = 24;

    private readonly Canvas canvas;
    private readonly PlotScale x;
    private readonly PlotScale y;
    private readonly BrailleRaster raster = new();

    private PlotArea(Canvas canvas, Region inner, PlotScale x, PlotScale y)
    {
        (this.canvas, Inner, this.x, this.y) = (canvas, inner, x, y);
    }

    /// <summary>Where numbers are drawn.</summary>
    public Region Inner { get; }

    /// <summary>Draws the axes and the legend.</summary>
    public static PlotArea Begin(Canvas canvas, Region region, PlotAxis x, PlotAxis y, params IReadOnlyList<LegendEntry> legend)
    {
        bool hasAxes = region.Rows >= RowsForAxes && region.Columns >= ColumnsForAxes;
        if (region.Rows >= RowsForLegend && hasAxes && (legend.Count > 0 || y.Name.Length > 0))
        {
            region = DrawHeader(canvas, region, y.Name, legend);
        }

        if (!hasAxes)
        {
            return new PlotArea(canvas, region, x.Scale, y.Scale);
        }

        region.SplitBottom(2, out Region above);
        ImmutableArray<Tick> ticks = y.Scale.Ticks(Math.Max(2, (above.Rows + 2) / 3), y.IsWhole);
        int width = ticks.Select(tick => CellWidth.Of(tick.Text)).Append(1).Max();
        above.SplitLeft(width + 1, out Region inner);
        PlotArea area = new(canvas, inner, x.Scale, y.Scale);
        area.DrawRowAxis(region, ticks, width);
        area.DrawColumnAxis(region, x);
        return area;
    }

    /// <summary>A line from point to point, interrupted where a number is not finite or not on the scale.</summary>
    public void Line(IEnumerable<PlotPoint> points, LinePattern look, Ink ink)
    {
        (double X, double Y)? before = null;
        bool isAlone = false;
        int phase = 0;
        foreach (PlotPoint point in points)
        {
            (double X, double Y)? here = DotOf(point);
            if (before is { } from && here is { } to)
            {
                phase = Segment(from, to, look, ink, phase);
                isAlone = false;
            }
            else
            {
                Alone();
                isAlone = here is not null;
            }

            before = here;
        }

        Alone();

        // A number between gaps would be a dot that no one sees.
        void Alone()
        {
            if (isAlone && before is { } dot && CellAt(dot) is { } cell)
            {
                canvas.Set(cell.Column, cell.Row, '•', ink);
            }
        }
    }

    /// <summary>A character at a point, if that is in the area.</summary>
    /// <returns>The cell that it is in; null where it is outside.</returns>
    public (int Column, int Row)? Mark(PlotPoint point, char mark, Ink ink)
    {
        if (CellOf(point) is not { } cell)
        {
            return null;
        }

        canvas.Set(cell.Column, cell.Row, mark, ink);
        return cell;
    }

    /// <summary>A line from top to bottom at a number of the axis below, in cells that are empty.</summary>
    public void Cursor(double at, Ink ink)
    {
        if (CellOf(new PlotPoint(at, y.Minimum)) is not { } cell)
        {
            return;
        }

        for (int row = Inner.Row; row < Inner.Row + Inner.Rows; row++)
        {
            if (canvas[cell.Column, row] == " ")
            {
                canvas.Set(cell.Column, row, '│', ink);
            }
        }
    }

    /// <summary>Fills every cell with a character for the numbers in its middle.</summary>
    public void Shade(Func<PlotPoint, char> shadeOf, Ink ink)
    {
        for (int row = 0; row < Inner.Rows; row++)
        {
            for (int column = 0; column < Inner.Columns; column++)
            {
                PlotPoint middle = new(
                    x.ValueAt(((column * BrailleRaster.DotsAcross) + 0.5) / Math.Max(1, DotColumns - 1)),
                    y.ValueAt(1 - (((row * BrailleRaster.DotsDown) + 1.5) / Math.Max(1, DotRows - 1))));
                canvas.Set(Inner.Column + column, Inner.Row + row, shadeOf(middle), ink);
            }
        }
    }

    /// <summary>Draws the lines; what is drawn later lies over them.</summary>
    public void DrawLines() => raster.Draw(canvas);

    /// <summary>A text in the middle, in place of numbers that are not there.</summary>
    public void Message(string text)
    {
        text = CellWidth.Crop(text, Inner.Columns);
        if (Inner.Rows > 0)
        {
            canvas.Write(Inner.Column + ((Inner.Columns - CellWidth.Of(text)) / 2), Inner.Row + (Inner.Rows / 2), text, Ink.Muted);
        }
    }

    /// <summary>The cell of a point; null where it is outside.</summary>
    public (int Column, int Row)? CellOf(PlotPoint point) => DotOf(point) is { } dot ? CellAt(dot) : null;

    private int DotColumns => Inner.Columns * BrailleRaster.DotsAcross;

    private int DotRows => Inner.Rows * BrailleRaster.DotsDown;

    /// <summary>The axis's name, set apart from the legend behind it, both as far as they have room.</summary>
    /// <returns>What is left of the region.</returns>
    private static Region DrawHeader(Canvas canvas, Region region, string name, IReadOnlyList<LegendEntry> legend)
    {
        Region line = region.SplitTop(1, out Region rest);
        int lines = Math.Max(1, region.Rows / RowsForAxes);
        int column = line.Column;
        column += canvas.Write(column, line.Row, CellWidth.Crop(name.Length > 0 ? $"↑{name}" : "", line.Columns), Ink.Muted);
        bool isBehindName = name.Length > 0;
        int end = line.Column + line.Columns;
        foreach (LegendEntry entry in legend)
        {
            int width = CellWidth.Of(entry.Sample) + 1 + CellWidth.Of(entry.Name);
            int begin = column == line.Column ? column : column + 3;
            if (begin + width > end && --lines > 0)
            {
                line = rest.SplitTop(1, out rest);
                begin = line.Column;
            }

            if (lines <= 0 || begin + width > end)
            {
                break;
            }

            if (isBehindName && begin > line.Column)
            {
                canvas.Set(begin - 2, line.Row, '│', Ink.Border);
            }

            isBehindName = false;
            column = begin + canvas.Write(begin, line.Row, entry.Sample, entry.Ink) + 1;
            column += canvas.Write(column, line.Row, entry.Name, Ink.Text);
        }

        return rest;
    }

    private void DrawRowAxis(Region region, ImmutableArray<Tick> ticks, int width)
    {
        int axis = Inner.Column - 1;
        for (int row = Inner.Row; row < Inner.Row + Inner.Rows; row++)
        {
            canvas.Set(axis, row, '│', Ink.Border);
        }

        foreach (Tick tick in ticks)
        {
            if (CellOf(new PlotPoint(x.Minimum, tick.Value)) is { } cell)
            {
                canvas.Write(region.Column, cell.Row, CellWidth.PadLeft(CellWidth.Crop(tick.Text, width), width), Ink.Muted, region.Columns);
                canvas.Set(axis, cell.Row, '┤', Ink.Border);
            }
        }
    }

    private void DrawColumnAxis(Region region, PlotAxis axis)
    {
        (int line, int labels) = (Inner.Row + Inner.Rows, Inner.Row + Inner.Rows + 1);
        canvas.Fill(new Region(Inner.Column, line, Inner.Columns, 1), '─', Ink.Border);
        canvas.Set(Inner.Column - 1, line, '└', Ink.Border);
        int end = region.Column + region.Columns;
        string name = CellWidth.Crop(axis.Name, Inner.Columns / 2);
        int nameColumn = end - CellWidth.Of(name);
        canvas.Write(nameColumn, labels, name, Ink.Muted);
        foreach ((Tick tick, int begin, int column) in PlacedTicks(axis, region.Column, end, name.Length == 0 ? end : nameColumn - 2))
        {
            canvas.Set(column, line, '┬', Ink.Border);
            canvas.Write(begin, labels, tick.Text, Ink.Muted);
        }
    }

    /// <summary>As many ticks as have room side by side, each with the column that its text begins in.</summary>
    private List<(Tick Tick, int Begin, int Column)> PlacedTicks(PlotAxis axis, int start, int end, int endOfTexts)
    {
        List<(Tick, int, int)> placed = [];
        for (int most = Math.Max(2, Inner.Columns / 5); most >= 1; most--)
        {
            placed.Clear();
            int free = start;
            bool fits = true;
            foreach (Tick tick in axis.Scale.Ticks(most, axis.IsWhole))
            {
                if (CellOf(new PlotPoint(tick.Value, y.Minimum)) is not { } cell)
                {
                    continue;
                }

                int width = CellWidth.Of(tick.Text);
                int begin = Math.Clamp(cell.Column - (width / 2), start, Math.Max(start, end - width));
                if (begin + width > endOfTexts)
                {
                    // The axis's name is there.
                    continue;
                }

                fits &= begin >= free;
                free = begin + width + 2;
                placed.Add((tick, begin, cell.Column));
            }

            if (fits)
            {
                break;
            }
        }

        return placed;
    }

    /// <summary>A point in dots from the area's upper left corner, which may lie outside; null where it is on no scale.</summary>
    private (double X, double Y)? DotOf(PlotPoint point)
    {
        (double across, double up) = (x.PlaceOf(point.X), y.PlaceOf(point.Y));
        return Inner.IsEmpty || double.IsNaN(across) || double.IsNaN(up) ? null : (across * (DotColumns - 1), (1 - up) * (DotRows - 1));
    }

    private (int Column, int Row)? CellAt((double X, double Y) dot)
    {
        (double column, double row) = (Math.Floor(Math.Round(dot.X) / BrailleRaster.DotsAcross), Math.Floor(Math.Round(dot.Y) / BrailleRaster.DotsDown));
        return column >= 0 && row >= 0 && column < Inner.Columns && row < Inner.Rows
            ? (Inner.Column + (int)column, Inner.Row + (int)row)
            : null;
    }

    /// <summary>The part of a straight line that is inside (by Liang and Barsky).</summary>
    private int Segment((double X, double Y) from, (double X, double Y) to, LinePattern look, Ink ink, int phase)
    {
        (double start, double end) = (0, 1);
        (double width, double height) = (to.X - from.X, to.Y - from.Y);
        ReadOnlySpan<(double Change, double Room)> sides =
        [
            (-width, from.X + 0.5), (width, DotColumns - 0.5 - from.X), (-height, from.Y + 0.5), (height, DotRows - 0.5 - from.Y),
        ];
        foreach ((double change, double room) in sides)
        {
            if (change == 0 && room <= 0)
            {
                return phase;
            }

            start = change < 0 ? Math.Max(start, room / change) : start;
            end = change > 0 ? Math.Min(end, room / change) : end;
        }

        return start > end ? phase : raster.Line(Round(start), Round(end), ink, look, phase);

        (int X, int Y) Round(double part) => (
            (Inner.Column * BrailleRaster.DotsAcross) + Math.Clamp((int)Math.Round(from.X + (part * width)), 0, DotColumns - 1),
            (Inner.Row * BrailleRaster.DotsDown) + Math.Clamp((int)Math.Round(from.Y + (part * height)), 0, DotRows - 1));
    }
}
