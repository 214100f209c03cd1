using System.Collections.Immutable;

namespace Engine.Numbers;

/// <summary>
/// The lengths of a tensor's axes, outermost first; a scalar has none. Cells are numbered row by row (row-major):
/// in shape (2, 3) the cell (1, 0) has the number 3. Axes and cells count from 0 here; what people read counts from 1.
/// </summary>
public sealed class Shape : IEquatable<Shape>
{
    private readonly ImmutableArray<int> lengths;

    /// <summary>A shape with the given axis lengths, outermost first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    /// <exception cref="OverflowException">The number of cells does not fit in 31 bits.</exception>
    public Shape(params ReadOnlySpan<int> lengths)
    {
        int size = 1;
        foreach (int length in lengths)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(lengths));
            size = checked(size * length);
        }

        this.lengths = [.. lengths];
        Size = size;
    }

    /// <summary>The shape of a single number.</summary>
    public static Shape Scalar { get; } = new();

    /// <summary>The number of axes: 0 for a scalar, 1 for a vector, 2 for a matrix.</summary>
    public int Rank => lengths.Length;

    /// <summary>The number of cells; 1 for a scalar, 0 where an axis is empty.</summary>
    public int Size { get; }

    /// <summary>The length of one axis; <c>^1</c> is the innermost.</summary>
    public int this[Index axis] => lengths[axis];

    /// <summary>The axis lengths, outermost first.</summary>
    public ReadOnlySpan<int> Lengths => lengths.AsSpan();

    /// <summary>The number of the cell with the given position on each axis.</summary>
    /// <exception cref="ArgumentException">There is not one position for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside its axis.</exception>
    public int CellAt(params ReadOnlySpan<int> position)
    {
        if (position.Length != Rank)
        {
            throw new ArgumentException($"A cell of shape {this} has {Rank} positions, not {position.Length}.", nameof(position));
        }

        int cell = 0;
        for (int axis = 0; axis < position.Length; axis++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position[axis], nameof(position));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position[axis], lengths[axis], nameof(position));
            cell = (cell * lengths[axis]) + position[axis];
        }

        return cell;
    }

    /// <summary>The position on each axis of the cell with the given number; the inverse of <see cref="CellAt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public ImmutableArray<int> PositionOf(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, Size);
        int[] position = new int[Rank];
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            position[axis] = cell % lengths[axis];
            cell /= lengths[axis];
        }

        return ImmutableArray.Create(position);
    }

    /// <summary>This shape with one more, innermost, axis.</summary>
    public Shape Append(int length) => new([.. lengths, length]);

    /// <summary>This shape with another length of the innermost axis.</summary>
    public Shape WithLast(int length) => new([.. lengths.AsSpan()[..^1], length]);

    /// <summary>This shape with another length of the outermost axis.</summary>
    public Shape WithFirst(int length) => new([length, .. lengths.AsSpan()[1..]]);

    /// <summary>This shape without its outermost axis.</summary>
    /// <exception cref="InvalidOperationException">The shape is a scalar's.</exception>
    public Shape WithoutFirst() =>
        Rank == 0 ? throw new InvalidOperationException("A scalar has no axis to leave out.") : new Shape(lengths.AsSpan()[1..]);

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && Lengths.SequenceEqual(other.Lengths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int length in lengths)
        {
            hash.Add(length);
        }

        return hash.ToHashCode();
    }

    /// <summary>The lengths as people write them: <c>2 × 3</c>, or <c>scalar</c>.</summary>
    public override string ToString() => Rank == 0 ? "scalar" : string.Join(" × ", lengths);
}
