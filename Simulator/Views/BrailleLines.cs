using System.Text;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>
/// Straight lines in dots, two across and four down a cell, as braille characters. Heavy lines are two dots thick and take
/// the cells that they share with light ones.
/// </summary>
internal sealed class BrailleLines
{
    private const int FirstBraille = 0x2800;

    private readonly Dictionary<(int Column, int Row), int> light = [];
    private readonly Dictionary<(int Column, int Row), int> heavy = [];

    /// <summary>A line between the middles of two cells.</summary>
    public void Add(int startColumn, int startRow, int endColumn, int endRow, bool isHeavy)
    {
        (int x, int y) = (startColumn * 2, (startRow * 4) + 1);
        (int width, int height) = (((endColumn - startColumn) * 2) + 1, (endRow - startRow) * 4);
        int dots = Math.Max(Math.Abs(width), Math.Abs(height));
        for (int dot = 0; dot <= dots; dot++)
        {
            double part = dots == 0 ? 0 : (double)dot / dots;
            int dotX = x + (int)Math.Round(width * part);
            int dotY = y + (int)Math.Round(height * part);
            Put(isHeavy ? heavy : light, dotX, dotY);
            if (isHeavy)
            {
                Put(heavy, dotX, dotY + 1);
            }
        }
    }

    public void Draw(Canvas canvas, Ink heavyInk)
    {
        foreach (((int column, int row), int dots) in light)
        {
            canvas.Set(column, row, new Rune(FirstBraille + dots), Ink.Border);
        }

        foreach (((int column, int row), int dots) in heavy)
        {
            canvas.Set(column, row, new Rune(FirstBraille + dots), heavyInk);
        }
    }

    private static void Put(Dictionary<(int Column, int Row), int> cells, int x, int y)
    {
        (int Column, int Row) cell = (x >> 1, y >> 2);
        int bit = ((x & 1), (y & 3)) switch
        {
            (0, 3) => 6,
            (1, 3) => 7,
            var (side, dot) => dot + (side * 3),
        };
        cells[cell] = cells.GetValueOrDefault(cell) | (1 << bit);
    }
}
