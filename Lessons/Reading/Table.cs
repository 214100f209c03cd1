using System.Collections.Immutable;

namespace Lessons.Reading;

/// <summary>Values written as a list (rank 1) or as a list of rows of equal length (rank 2).</summary>
/// <typeparam name="T">What the values are.</typeparam>
public sealed class Table<T>
{
    internal Table(ImmutableArray<int> shape, ImmutableArray<T> values)
    {
        Shape = shape;
        Values = values;
    }

    /// <summary>The length of the list, or the numbers of rows and of columns; each at least 1.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>1 for a list, 2 for rows.</summary>
    public int Rank => Shape.Length;

    /// <summary>All values, row by row.</summary>
    public ImmutableArray<T> Values { get; }

    /// <summary>A value of a table of rows.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="column">0-based column.</param>
    /// <exception cref="InvalidOperationException">The table has rank 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public T this[int row, int column]
    {
        get
        {
            if (Rank != 2)
            {
                throw new InvalidOperationException("A list has no rows; read its values.");
            }

            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Shape[0]);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Shape[1]);
            return Values[(row * Shape[1]) + column];
        }
    }
}
