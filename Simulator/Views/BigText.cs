using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>Numbers in letters several rows high, for the last row of a room.</summary>
internal static class BigText
{
    /// <summary>How many rows a letter has at its smallest.</summary>
    public const int Rows = 5;

    private const int Gap = 1;

    // Five rows of each; # is filled.
    private static readonly Dictionary<char, string[]> Letters = new()
    {
        ['0'] = ["###", "# #", "# #", "# #", "###"],
        ['1'] = [" # ", "## ", " # ", " # ", "###"],
        ['2'] = ["###", "  #", "###", "#  ", "###"],
        ['3'] = ["###", "  #", "###", "  #", "###"],
        ['4'] = ["# #", "# #", "###", "  #", "  #"],
        ['5'] = ["###", "#  ", "###", "  #", "###"],
        ['6'] = ["###", "#  ", "###", "# #", "###"],
        ['7'] = ["###", "  #", " # ", " # ", " # "],
        ['8'] = ["###", "# #", "###", "# #", "###"],
        ['9'] = ["###", "# #", "###", "  #", "###"],
        ['.'] = [" ", " ", " ", " ", "#"],
        ['−'] = ["   ", "   ", "###", "   ", "   "],
        ['-'] = ["   ", "   ", "###", "   ", "   "],
        ['+'] = ["   ", " # ", "###", " # ", "   "],
        ['e'] = ["   ", "###", "###", "#  ", "###"],
        ['?'] = ["###", "  #", " ##", "   ", " # "],
    };

    /// <summary>Draws a number in the middle of a region, as large as fits; in plain letters where nothing large does.</summary>
    public static void Draw(Canvas canvas, Region region, string text, Ink ink)
    {
        int scale = Math.Min(region.Rows / Rows, text.All(Letters.ContainsKey) ? region.Columns / Math.Max(1, WidthOf(text)) : 0);
        if (scale < 1)
        {
            int left = Math.Max(0, (region.Columns - CellWidth.Of(text)) / 2);
            canvas.Write(region.Column + left, region.Row + (region.Rows / 2), text, ink, region.Columns);
            return;
        }

        int column = region.Column + ((region.Columns - (WidthOf(text) * scale)) / 2);
        int top = region.Row + ((region.Rows - (Rows * scale)) / 2);
        foreach (char letter in text)
        {
            string[] rows = Letters[letter];
            for (int row = 0; row < Rows * scale; row++)
            {
                for (int cell = 0; cell < rows[0].Length * scale; cell++)
                {
                    if (rows[row / scale][cell / scale] == '#')
                    {
                        canvas.Set(column + cell, top + row, '█', ink);
                    }
                }
            }

            column += (rows[0].Length + Gap) * scale;
        }
    }

    private static int WidthOf(string text) => text.Sum(letter => Letters[letter][0].Length + Gap) - Gap;
}
