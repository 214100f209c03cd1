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

    /// <summary>Adds up some columns of a matrix stored row by row, as many as there are sums.</summary>
    /// <param name="matrix">The matrix, of at least one row.</param>
    /// <param name="columns">How many columns the matrix has.</param>
    /// <param name="firstColumn">The first column to add up.</param>
    /// <param name="sums">Where the sums go.</param>
    public static void AddUp(ReadOnlySpan<double> matrix, int columns, int firstColumn, Span<double> sums)
    {
        // From the first row rather than from 0, which would lose the sign of −0.
        matrix.Slice(firstColumn, sums.Length).CopyTo(sums);
        for (int start = columns; start < matrix.Length; start += columns)
        {
            Add(matrix.Slice(start + firstColumn, sums.Length), sums);
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
