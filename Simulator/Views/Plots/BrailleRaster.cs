using System.Text;
using Simulator.Terminal;

namespace Simulator.Views.Plots;

/// <summary>How the dots of a line follow each other; beside its ink what tells it from other lines.</summary>
internal enum LinePattern
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>
/// Dots, two across and four down a cell, as braille characters. A cell has one ink, that of the dot put last. Dots count from
/// the canvas's upper left corner.
/// </summary>
internal sealed class BrailleRaster
{
    public const int DotsAcross = 2;
    public const int DotsDown = 4;
    private const int FirstBraille = 0x2800;

    private readonly Dictionary<(int Column, int Row), (int Dots, Ink Ink)> cells = [];

    public void Put(int x, int y, Ink ink)
    {
        (int Column, int Row) cell = (x >> 1, y >> 2);
        cells[cell] = (cells.GetValueOrDefault(cell).Dots | DotAt(x, y), ink);
    }

    /// <summary>The bit that a dot has in its cell's character.</summary>
    public static int DotAt(int x, int y) => 1 << (((x & 1), (y & 3)) switch
    {
        (0, 3) => 6,
        (1, 3) => 7,
        var (side, dot) => dot + (side * 3),
    });

    /// <summary>The character with the dots of some bits.</summary>
    public static Rune CharacterOf(int dots) => new(FirstBraille + dots);

    /// <summary>A straight line from a dot to another, both included.</summary>
    /// <param name="start">The first dot.</param>
    /// <param name="end">The last dot.</param>
    /// <param name="ink">The ink.</param>
    /// <param name="look">Which dots are left out.</param>
    /// <param name="phase">How many dots the line had before it came to <paramref name="start"/>, so that dashes go on around corners.</param>
    /// <returns>The phase at <paramref name="end"/>.</returns>
    public int Line((int X, int Y) start, (int X, int Y) end, Ink ink, LinePattern look = LinePattern.Solid, int phase = 0)
    {
        (int width, int height) = (end.X - start.X, end.Y - start.Y);
        int dots = Math.Max(Math.Abs(width), Math.Abs(height));
        for (int dot = 0; dot <= dots; dot++)
        {
            double part = dots == 0 ? 0 : (double)dot / dots;
            if (IsDrawn(look, phase + dot))
            {
                Put(start.X + (int)Math.Round(width * part), start.Y + (int)Math.Round(height * part), ink);
            }
        }

        return phase + dots;
    }

    public void Draw(Canvas canvas)
    {
        foreach (((int column, int row), (int dots, Ink ink)) in cells)
        {
            canvas.Set(column, row, CharacterOf(dots), ink);
        }
    }

    // Gaps are longer than a cell, so that they are seen in the ASCII form too.
    private static bool IsDrawn(LinePattern look, int dot) => look switch
    {
        LinePattern.Dashed => dot % 10 < 6,
        LinePattern.Dotted => dot % 4 == 0,
        _ => true,
    };
}
