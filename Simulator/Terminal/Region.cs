using System.Runtime.InteropServices;

namespace Simulator.Terminal;

/// <summary>A rectangle of cells. It may lie outside a canvas; its extent is never negative.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Region(int Column, int Row, int Columns, int Rows)
{
    public int Columns { get; init => field = Math.Max(0, value); } = Math.Max(0, Columns);

    public int Rows { get; init => field = Math.Max(0, value); } = Math.Max(0, Rows);

    /// <summary>Whether a cell is in it.</summary>
    public bool Contains(int column, int row) => column >= Column && column < Column + Columns && row >= Row && row < Row + Rows;

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

    // The rest may be the variable that is being split, so it is assigned last.

    /// <summary>The first rows, as many as there are of the number wanted.</summary>
    public Region SplitTop(int rows, out Region rest)
    {
        var taken = Math.Clamp(rows, 0, Rows);
        var (first, last) = (this with { Rows = taken }, new Region(Column, Row + taken, Columns, Rows - taken));
        rest = last;
        return first;
    }

    /// <summary>The last rows, as many as there are of the number wanted.</summary>
    public Region SplitBottom(int rows, out Region rest)
    {
        var above = SplitTop(Rows - Math.Clamp(rows, 0, Rows), out var below);
        rest = above;
        return below;
    }

    /// <summary>The first columns, as many as there are of the number wanted.</summary>
    public Region SplitLeft(int columns, out Region rest)
    {
        var taken = Math.Clamp(columns, 0, Columns);
        var (first, last) = (this with { Columns = taken }, new Region(Column + taken, Row, Columns - taken, Rows));
        rest = last;
        return first;
    }

    /// <summary>The last columns, as many as there are of the number wanted.</summary>
    public Region SplitRight(int columns, out Region rest)
    {
        var first = SplitLeft(Columns - Math.Clamp(columns, 0, Columns), out var right);
        rest = first;
        return right;
    }
}
