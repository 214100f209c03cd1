namespace Engine.Numbers;

/// <summary>
/// A matrix that lies among other numbers and is read through strides, so that a transposed matrix or some of the rows of one
/// are the same numbers in the same place.
/// </summary>
internal readonly ref struct MatrixView
{
    /// <summary>A matrix stored row by row.</summary>
    /// <param name="cells">Its numbers, and nothing else.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="ArgumentException">There is not one number for each cell.</exception>
    public MatrixView(ReadOnlySpan<double> cells, int rows, int columns)
        : this(cells, rows, columns, columns, 1)
    {
        // The arithmetic walks without further checks, so a view that is wrong must not come to be.
        if (rows < 0 || columns < 0 || (long)rows * columns != cells.Length)
        {
            throw new ArgumentException($"{rows} × {columns} numbers expected, {cells.Length} found", nameof(cells));
        }
    }

    private MatrixView(ReadOnlySpan<double> cells, int rows, int columns, int rowStride, int columnStride)
    {
        Cells = cells;
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
        ColumnStride = columnStride;
    }

    /// <summary>The numbers from the first cell on.</summary>
    public ReadOnlySpan<double> Cells { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>How far a cell is from the one above it.</summary>
    public int RowStride { get; }

    /// <summary>How far a cell is from the one to its left.</summary>
    public int ColumnStride { get; }

    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public MatrixView Transposed => new(Cells, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Some of the rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public MatrixView SliceRows(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)Rows, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(Rows - start), nameof(count));
        return new MatrixView(count == 0 || Columns == 0 ? default : Cells[(start * RowStride)..], count, Columns, RowStride, ColumnStride);
    }
}
