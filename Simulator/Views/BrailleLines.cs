using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views;

/// <summary>How thick a line is.</summary>
internal enum LineWeight
{
    /// <summary>Every second dot.</summary>
    Dotted,

    /// <summary>Dot by dot.</summary>
    Light,

    /// <summary>Two dots thick.</summary>
    Heavy,
}

/// <summary>How a line looks.</summary>
/// <param name="Weight">How thick it is.</param>
/// <param name="IsDashed">Whether every third and fourth cell of it is left out.</param>
/// <param name="Ink">The ink.</param>
/// <param name="IsOnTop">Whether it takes the cells that it shares with others; otherwise they share them.</param>
internal readonly record struct LineLook(LineWeight Weight, bool IsDashed, Ink Ink, bool IsOnTop = false);

/// <summary>Straight lines in dots, two across and four down a cell, as braille characters.</summary>
internal sealed class BrailleLines
{
    private const int DashCells = 2;

    private readonly Dictionary<(int Column, int Row), Cell> below = [];
    private readonly Dictionary<(int Column, int Row), Cell> top = [];

    /// <summary>A line between the middles of two cells.</summary>
    public void Add(int startColumn, int startRow, int endColumn, int endRow, LineLook look)
    {
        (int x, int y) = (startColumn * 2, (startRow * 4) + 1);
        (int width, int height) = (((endColumn - startColumn) * 2) + 1, (endRow - startRow) * 4);
        int dots = Math.Max(Math.Abs(width), Math.Abs(height));
        bool isSteep = Math.Abs(endRow - startRow) > Math.Abs(endColumn - startColumn);
        for (int dot = 0; dot <= dots; dot++)
        {
            if (look.Weight == LineWeight.Dotted && dot % 2 == 1)
            {
                continue;
            }

            double part = dots == 0 ? 0 : (double)dot / dots;
            int dotX = x + (int)Math.Round(width * part);
            int dotY = y + (int)Math.Round(height * part);

            // Whole cells are left out, so that dashes are seen in the ASCII form too.
            int along = isSteep ? Math.Abs((dotY >> 2) - startRow) : (dotX >> 1) - startColumn;
            if (look.IsDashed && along / DashCells % 2 == 1)
            {
                continue;
            }

            Put(dotX, dotY, look);
            if (look.Weight == LineWeight.Heavy)
            {
                Put(dotX, dotY + 1, look);
            }
        }
    }

    public void Draw(Canvas canvas)
    {
        foreach (var cells in new[] { below, top })
        {
            foreach (((int column, int row), Cell cell) in cells)
            {
                canvas.Set(column, row, BrailleRaster.CharacterOf(cell.Dots), cell.Look.Ink);
            }
        }
    }

    private void Put(int x, int y, LineLook look)
    {
        (int Column, int Row) at = (x >> 1, y >> 2);
        var cells = look.IsOnTop ? top : below;
        Cell before = cells.GetValueOrDefault(at);

        // Of lines that share a cell the thickest gives the ink.
        LineLook kept = before.Dots == 0 || look.Weight > before.Look.Weight ? look : before.Look;
        cells[at] = new Cell(before.Dots | BrailleRaster.DotAt(x, y), kept);
    }

    private readonly record struct Cell(int Dots, LineLook Look);
}
