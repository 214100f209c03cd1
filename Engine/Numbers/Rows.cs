using System.Numerics;

namespace Engine.Numbers;

/// <summary>Sums of the rows of matrices, several columns side by side in the lanes of vectors; each sum from the first row to the last.</summary>
internal static class Rows
{
    /// <summary>Adds one row to each row of a matrix stored row by row.</summary>
    public static void AddToEach(Span<double> matrix, ReadOnlySpan<double> row)
    {
        for (int start = 0; start < matrix.Length; start += row.Length)
        {
            Add(row, matrix.Slice(start, row.Length));
        }
    }

    /// <summary>Adds up some columns of a matrix, as many as there are sums.</summary>
    /// <param name="matrix">The matrix, whose rows lie together.</param>
    /// <param name="firstColumn">The first column to add up.</param>
    /// <param name="sums">Where the sums go.</param>
    /// <param name="accumulate">Whether the sums go on from what is there rather than beginning with the first row.</param>
    public static void AddUp(MatrixView matrix, int firstColumn, Span<double> sums, bool accumulate = false)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            ReadOnlySpan<double> cells = matrix.Cells.Slice((row * matrix.RowStride) + firstColumn, sums.Length);
            if (row == 0 && !accumulate)
            {
                // Rather than added to 0, which would lose the sign of −0.
                cells.CopyTo(sums);
            }
            else
            {
                Add(cells, sums);
            }
        }
    }

    private static void Add(ReadOnlySpan<double> row, Span<double> sums)
    {
        int column = 0;
        for (; column <= sums.Length - Vector<double>.Count; column += Vector<double>.Count)
        {
            (new Vector<double>(sums[column..]) + new Vector<double>(row[column..])).CopyTo(sums[column..]);
        }

        for (; column < sums.Length; column++)
        {
            sums[column] += row[column];
        }
    }
}
