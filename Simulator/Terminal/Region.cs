using System.Runtime.InteropServices;

namespace Simulator.Terminal;

/// <summary>A rectangle of cells. It may lie outside a canvas; its extent is never negative.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Region(int Column, int Row, int Columns, int Rows)
{
    public int Columns { get; init => field = Math.Max(0, value); } = Math.Max(0, Columns);

    public int Rows { get; init => field = Math.Max(0, value); } = Math.Max(0, Rows);

    public bool IsEmpty => Columns == 0 || Rows == 0;

    public static Region Of(Size size) => new(0, 0, size.Columns, size.Rows);

    /// <summary>What is left when that many cells are taken from each side.</summary>
    public Region Inset(int columns, int rows)
    {
        var left = Math.Clamp(columns, 0, Columns);
        var top = Math.Clamp(rows, 0, Rows);
        return new(Column + left, Row + top, Columns - (2 * left), Rows - (2 * top));
    }

    public Region Inset(int cells) => Inset(cells, cells);

    /// <summary>The first rows, as many as there are of the number wanted.</summary>
    public Region SplitTop(int rows, out Region rest)
    {
        var taken = Math.Clamp(rows, 0, Rows);
        rest = new(Column, Row + taken, Columns, Rows - taken);
        return this with { Rows = taken };
    }

    /// <summary>The last rows, as many as there are of the number wanted.</summary>
    public Region SplitBottom(int rows, out Region rest)
    {
        var taken = Math.Clamp(rows, 0, Rows);
        rest = this with { Rows = Rows - taken };
        return new(Column, Row + Rows - taken, Columns, taken);
    }

    /// <summary>The first columns, as many as there are of the number wanted.</summary>
    public Region SplitLeft(int columns, out Region rest)
    {
        var taken = Math.Clamp(columns, 0, Columns);
        rest = new(Column + taken, Row, Columns - taken, Rows);
        return this with { Columns = taken };
    }

    /// <summary>The last columns, as many as there are of the number wanted.</summary>
    public Region SplitRight(int columns, out Region rest)
    {
        var taken = Math.Clamp(columns, 0, Columns);
        rest = this with { Columns = Columns - taken };
        return new(Column + Columns - taken, Row, taken, Rows);
    }
}
