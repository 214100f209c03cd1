using Lessons;
using Simulator.Terminal;

namespace Simulator.Tests.Pictures;

/// <summary>Draws into regions of every size and looks whether anything was written beside them.</summary>
internal static class RegionSweep
{
    private const int Margin = 3;

    public static void ShouldStayInside(Action<Canvas, Region, Language> draw)
    {
        for (int columns = 0; columns <= 130; columns += columns < 40 ? 1 : 3)
        {
            for (int rows = 0; rows <= 40; rows += rows < 20 ? 1 : 3)
            {
                Language language = (columns + rows) % 2 == 0 ? Language.English : Language.Korean;
                Canvas canvas = new(new Size(columns + (2 * Margin), rows + (2 * Margin)));
                canvas.Fill(canvas.Region, '~');
                draw(canvas, new Region(Margin, Margin, columns, rows), language);
                for (int row = 0; row < canvas.Size.Rows; row++)
                {
                    for (int column = 0; column < canvas.Size.Columns; column++)
                    {
                        bool isInside = column >= Margin && column < Margin + columns && row >= Margin && row < Margin + rows;
                        if (!isInside && canvas[column, row] != "~")
                        {
                            Assert.Fail($"In {columns} × {rows} '{canvas[column, row]}' is written at column {column - Margin}, row {row - Margin}.");
                        }
                    }
                }
            }
        }
    }
}
