using System.Collections.Immutable;

namespace Lessons.Reading;

/// <summary>Values written as a list (rank 1), as a list of rows of equal length (rank 2), or as lists in lists more deeply.</summary>
/// <typeparam name="T">What the values are.</typeparam>
public sealed class Table<T>
{
    internal Table(ImmutableArray<int> shape, ImmutableArray<T> values)
    {
        Shape = shape;
        Values = values;
    }

    /// <summary>The length of the list, or the numbers of rows and of columns, or the lengths of all axes; each at least 1.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>1 for a list, 2 for rows, more for lists in lists.</summary>
    public int Rank => Shape.Length;

    /// <summary>All values, row by row.</summary>
    public ImmutableArray<T> Values { get; }

    /// <summary>A value of a table of rows.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="column">0-based column.</param>
    /// <exception cref="InvalidOperationException">The table is not one of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public T this[int row, int column]
    {
        get
        {
            if (Rank != 2)
            {
                throw new InvalidOperationException("Only a table of rows has rows; read its values.");
            }

            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Shape[0]);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Shape[1]);
            return Values[(row * Shape[1]) + column];
        }
    }
}
