using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>
/// A matrix as cells that are the darker the larger their magnitude, positive and negative ones in two families of shades, with
/// their numbers where there is room for all of them. What does not fit scrolls around the cursor.
/// </summary>
internal static class HeatMapView
{
    private const string PositiveShades = "░▒▓█";
    private const string NegativeShades = "-=%@";
    private const char NotYet = '·';
    private const char NotFinite = '!';
    private const int NumberCells = 9;
    private const int WidestName = 8;
    private const int TicksEvery = 10;
    private const int RowsForScale = 5;

    public static void Draw(Canvas canvas, Region region, HeatMapModel map, Words words) =>
        canvas.DrawWithin(region, part => Draw(part, map, words));

    /// <summary>The look of a number: which quarter of the largest magnitude its own is in, and on which side of 0 it is.</summary>
    public static (char Shade, Ink Ink) LookOf(double? value, double largest)
    {
        if (value is not { } number)
        {
            return (NotYet, Ink.NotYet);
        }

        if (!double.IsFinite(number))
        {
            return (NotFinite, Ink.Warning);
        }

        if (number == 0 || largest == 0)
        {
            return (' ', Ink.Text);
        }

        int shade = Math.Clamp((int)Math.Ceiling(Math.Abs(number) / largest * PositiveShades.Length), 1, PositiveShades.Length) - 1;
        return number > 0 ? (PositiveShades[shade], Ink.Positive) : (NegativeShades[shade], Ink.Negative);
    }

    private static void Draw(Canvas canvas, HeatMapModel map, Words words)
    {
        Region region = canvas.Region;
        if (region.IsEmpty)
        {
            return;
        }

        if (region.Rows >= RowsForScale)
        {
            DrawScale(canvas, region.SplitBottom(1, out region), map, words);
        }

        if (region.Rows > 2)
        {
            DrawCursor(canvas, region.SplitBottom(1, out region), map, words);
        }

        string corner = map.IsSamplesByUnits ? words.Drawings.SamplesByUnits : "";
        Grid grid = Grid.In(region, map).WithCorner(corner);
        DrawNames(canvas, grid, map);
        if (grid.HeaderRows > 0 && CellWidth.Of(corner) < grid.NameWidth)
        {
            canvas.Write(grid.Region.Column, grid.Region.Row, corner, Ink.Muted);
        }

        canvas.Target(
            new Region(grid.LeftOf(grid.FirstColumn), grid.TopOf(grid.FirstRow), grid.Columns * grid.CellWidth, grid.Rows),
            (column, row) => new NumberTarget(map.NumberAt(grid.FirstRow + row, grid.FirstColumn + (column / grid.CellWidth))));
        for (int row = grid.FirstRow; row < grid.FirstRow + grid.Rows; row++)
        {
            for (int column = grid.FirstColumn; column < grid.FirstColumn + grid.Columns; column++)
            {
                DrawCell(canvas, grid, map, row, column);
            }
        }
    }

    private static void DrawCell(Canvas canvas, Grid grid, HeatMapModel map, int row, int column)
    {
        double? value = map[row, column];
        (char shade, Ink ink) = LookOf(value, map.Largest);
        (int left, int top) = (grid.LeftOf(column), grid.TopOf(row));
        bool isCursor = map.Cursor == (row, column);
        if (!grid.HasNumbers)
        {
            canvas.Fill(new Region(left, top, grid.CellWidth, 1), shade, isCursor ? Ink.Selection : ink);
            return;
        }

        string text = value is { } number ? PictureNumbers.Text(number) : "";
        canvas.Set(left, top, shade, ink);
        canvas.Write(left + 1, top, text, isCursor ? Ink.Selection : Ink.Text, NumberCells - 2);
    }

    private static void DrawNames(Canvas canvas, Grid grid, HeatMapModel map)
    {
        for (int row = grid.FirstRow; row < grid.FirstRow + grid.Rows && grid.NameWidth > 1; row++)
        {
            bool isCursor = map.Cursor?.Row == row;
            string name = CellWidth.PadLeft(CellWidth.Crop(map.RowName(row), grid.NameWidth - 1), grid.NameWidth - 1) + (isCursor ? "▶" : " ");
            canvas.Write(grid.Region.Column, grid.TopOf(row), name, isCursor ? Ink.Strong : Ink.Muted);
        }

        if (grid.HeaderRows == 0)
        {
            return;
        }

        int top = grid.Region.Row;
        int free = 0;
        for (int column = grid.FirstColumn; column < grid.FirstColumn + grid.Columns; column++)
        {
            string name = map.ColumnName(column);
            bool hasRoom = grid.HasNumbers || column == grid.FirstColumn || (column + 1) % TicksEvery == 0;
            int left = grid.LeftOf(column);
            if (hasRoom && left >= free)
            {
                int room = grid.HasNumbers ? NumberCells - 2 : grid.Region.Column + grid.Region.Columns - left;
                free = left + canvas.Write(left + (grid.HasNumbers ? 1 : 0), top, name, Ink.Muted, room) + 1;
            }
        }

        if (map.Cursor is { } cursor && grid.ContainsColumn(cursor.Column))
        {
            canvas.Set(grid.LeftOf(cursor.Column), top, '▼', Ink.Strong);
        }
    }

    /// <summary>The cell under the cursor: its name, value and position.</summary>
    private static void DrawCursor(Canvas canvas, Region line, HeatMapModel map, Words words)
    {
        if (map.Cursor is not { } cursor)
        {
            return;
        }

        double? value = map[cursor.Row, cursor.Column];
        string text = value is { } number ? PictureNumbers.Text(number) : "·";
        string position = map.IsSamplesByUnits
            ? words.Drawings.SampleAndUnit(cursor.Row + 1, cursor.Column + 1)
            : words.Drawings.Position(cursor.Row + 1, cursor.Column + 1);
        int width = canvas.Write(line.Column, line.Row, $"▶ {map.NameOf(cursor.Row, cursor.Column)} = {text}", Ink.Strong, line.Columns);
        canvas.Write(line.Column + width + 2, line.Row, position, Ink.Muted, Math.Max(0, line.Columns - width - 2));
    }

    /// <summary>What the shades mean: from the largest negative magnitude through 0 to the largest positive one.</summary>
    private static void DrawScale(Canvas canvas, Region line, HeatMapModel map, Words words)
    {
        string largest = PictureNumbers.Text(map.Largest);
        List<InkedText> pieces =
        [
            new($"{PictureNumbers.Text(-map.Largest)} ", Ink.Muted),
            new(new string([.. NegativeShades.Reverse()]), Ink.Negative),
            new(" 0 ", Ink.Muted),
            new(PositiveShades, Ink.Positive),
            new($" {largest}", Ink.Muted),
            new($"   {words.Drawings.Zero}   {NotYet} {words.Drawings.NotYet}", Ink.Muted),
        ];
        int column = line.Column;
        int end = line.Column + line.Columns;
        foreach (InkedText piece in map.Largest > 0 ? pieces : pieces[^1..])
        {
            column += canvas.Write(column, line.Row, piece.Text, piece.Ink, Math.Max(0, end - column));
        }
    }

    /// <summary>Which part of the matrix is drawn, and where.</summary>
    private sealed record Grid(
        Region Region, int NameWidth, int HeaderRows, bool HasNumbers, int CellWidth, int FirstRow, int Rows, int FirstColumn, int Columns)
    {
        public static Grid In(Region region, HeatMapModel map)
        {
            int header = region.Rows > 1 ? 1 : 0;
            int name = Math.Min(WidestName, Math.Max(Terminal.CellWidth.Of(map.RowName(0)), Terminal.CellWidth.Of(map.RowName(map.Rows - 1)))) + 2;
            name = name * 3 > region.Columns ? 0 : name;
            (int width, int height) = (region.Columns - name, region.Rows - header);
            bool hasNumbers = (long)map.Columns * NumberCells <= width && map.Rows <= height;
            int cell = hasNumbers ? NumberCells : map.Columns * 2L <= width ? 2 : 1;
            int columns = Math.Min(map.Columns, width / cell);
            int rows = Math.Min(map.Rows, height);
            (int row, int column) = map.Cursor ?? (0, 0);
            return new Grid(
                region,
                name,
                header,
                hasNumbers,
                cell,
                Math.Clamp(row - (rows / 2), 0, map.Rows - rows),
                rows,
                Math.Clamp(column - (columns / 2), 0, map.Columns - columns),
                columns);
        }

        /// <summary>The same with room for a text above the rows' names, where the columns leave that much.</summary>
        public Grid WithCorner(string text)
        {
            int width = Terminal.CellWidth.Of(text) + 1;
            return NameWidth > 1 && width > NameWidth && HeaderRows > 0 && width + (Columns * CellWidth) <= Region.Columns
                ? this with { NameWidth = width }
                : this;
        }

        public int LeftOf(int column) => Region.Column + NameWidth + ((column - FirstColumn) * CellWidth);

        public int TopOf(int row) => Region.Row + HeaderRows + (row - FirstRow);

        public bool ContainsColumn(int column) => column >= FirstColumn && column < FirstColumn + Columns;
    }
}
