namespace Simulator.Views.Plots;

/// <summary>Numbers at the crossings of a grid, and where between them they are a certain number.</summary>
internal sealed class PlotGrid
{
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] values;

    /// <summary>A grid of at least two columns and rows.</summary>
    /// <param name="x">The places of the columns, ascending at equal distances.</param>
    /// <param name="y">The places of the rows, ascending at equal distances.</param>
    /// <param name="valueAt">The number at a column and a row.</param>
    public PlotGrid(IEnumerable<double> x, IEnumerable<double> y, Func<int, int, double> valueAt)
    {
        (this.x, this.y) = ([.. x], [.. y]);
        values = new double[this.x.Length * this.y.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = valueAt(index % this.x.Length, index / this.x.Length);
        }
    }

    /// <summary>The number at a point, straight between those at the corners around it.</summary>
    public double At(PlotPoint point)
    {
        (int column, double across) = Between(x, point.X);
        (int row, double up) = Between(y, point.Y);
        double below = Mix(ValueAt(column, row), ValueAt(column + 1, row), across);
        double above = Mix(ValueAt(column, row + 1), ValueAt(column + 1, row + 1), across);
        return Mix(below, above, up);
    }

    /// <summary>
    /// The lines on which the numbers are a level, in pieces of two points (marching squares: in each square of the grid
    /// the level's crossings of its sides are joined; where all four are crossed, the middle decides which belong together).
    /// </summary>
    public IEnumerable<(PlotPoint From, PlotPoint To)> Contour(double level)
    {
        List<PlotPoint> crossings = new(4);
        for (int row = 0; row + 1 < y.Length; row++)
        {
            for (int column = 0; column + 1 < x.Length; column++)
            {
                crossings.Clear();
                AddCrossing(crossings, level, (column, row), (column + 1, row));
                AddCrossing(crossings, level, (column + 1, row), (column + 1, row + 1));
                AddCrossing(crossings, level, (column, row + 1), (column + 1, row + 1));
                AddCrossing(crossings, level, (column, row), (column, row + 1));
                if (crossings.Count == 2)
                {
                    yield return (crossings[0], crossings[1]);
                }
                else if (crossings.Count == 4)
                {
                    double middle = (ValueAt(column, row) + ValueAt(column + 1, row) + ValueAt(column, row + 1) + ValueAt(column + 1, row + 1)) / 4;
                    bool joinsLowerLeft = middle >= level != ValueAt(column, row) >= level;
                    yield return joinsLowerLeft ? (crossings[0], crossings[3]) : (crossings[0], crossings[1]);
                    yield return joinsLowerLeft ? (crossings[1], crossings[2]) : (crossings[2], crossings[3]);
                }
            }
        }
    }

    private double ValueAt(int column, int row) => values[(row * x.Length) + column];

    private static (int Index, double Part) Between(double[] places, double at)
    {
        double steps = (at - places[0]) / (places[^1] - places[0]) * (places.Length - 1);
        int index = Math.Clamp((int)Math.Floor(steps), 0, places.Length - 2);
        return (index, Math.Clamp(steps - index, 0, 1));
    }

    private static double Mix(double from, double to, double part) => part == 0 ? from : part == 1 ? to : (from * (1 - part)) + (to * part);

    private void AddCrossing(List<PlotPoint> crossings, double level, (int Column, int Row) from, (int Column, int Row) to)
    {
        (double start, double end) = (ValueAt(from.Column, from.Row), ValueAt(to.Column, to.Row));
        if (double.IsNaN(start) || double.IsNaN(end) || start >= level == end >= level)
        {
            return;
        }

        // An infinite end is crossed in the middle.
        double part = double.IsFinite(start) && double.IsFinite(end) ? (level - start) / (end - start) : 0.5;
        crossings.Add(new PlotPoint(Mix(x[from.Column], x[to.Column], part), Mix(y[from.Row], y[to.Row], part)));
    }
}
