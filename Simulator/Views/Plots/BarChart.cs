using System.Collections.Immutable;
using System.Text;
using Simulator.Terminal;

namespace Simulator.Views.Plots;

/// <summary>Bars as long as counts, in eighths of a cell. Whatever is counted at all is seen.</summary>
internal static class BarChart
{
    private const int Eighths = 8;
    private const string Levels = " ▁▂▃▄▅▆▇█";

    /// <summary>Bars one cell high, one character each.</summary>
    public static string RowOf(ImmutableArray<int> counts)
    {
        int most = counts.IsEmpty ? 0 : counts.Max();
        StringBuilder row = new(counts.Length);
        foreach (int count in counts)
        {
            row.Append(Levels[HeightOf(count, most, Eighths)]);
        }

        return row.ToString();
    }

    /// <summary>Bars side by side over the whole of a region.</summary>
    public static void Draw(Canvas canvas, Region region, ImmutableArray<int> counts, Ink ink)
    {
        if (counts.IsEmpty)
        {
            return;
        }

        int most = counts.Max();
        for (int column = 0; column < region.Columns; column++)
        {
            int height = HeightOf(counts[(int)((long)column * counts.Length / region.Columns)], most, region.Rows * Eighths);
            for (int row = 0; row < region.Rows; row++)
            {
                char level = Levels[Math.Clamp(height - (row * Eighths), 0, Eighths)];
                if (level != ' ')
                {
                    canvas.Set(region.Column + column, region.Row + region.Rows - 1 - row, level, ink);
                }
            }
        }
    }

    private static int HeightOf(int count, int most, int height) =>
        count == 0 ? 0 : Math.Max(1, (int)Math.Round((double)count / most * height));
}
