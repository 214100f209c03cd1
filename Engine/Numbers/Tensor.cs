using System.Collections.Immutable;

namespace Engine.Numbers;

/// <summary>
/// A block of double-precision numbers with a <see cref="Numbers.Shape"/>, stored row by row. Its readers cannot change it.
/// </summary>
public sealed class Tensor
{
    private readonly ImmutableArray<double> values;

    /// <summary>A tensor of the given shape and values, row by row.</summary>
    /// <exception cref="ShapeException">There is not one value for each cell.</exception>
    public Tensor(Shape shape, ImmutableArray<double> values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (values.Length != shape.Size)
        {
            throw new ShapeException("tensor", $"{shape.Size} values for shape {shape}", $"{values.Length}");
        }

        Shape = shape;
        this.values = values;
    }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>All cells, row by row.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan();

    /// <summary>The value of the cell with the given number (row-major, from 0).</summary>
    public double this[int cell] => values[cell];

    /// <summary>The value at a position, one index an axis, from 0.</summary>
    public double this[params ReadOnlySpan<int> position] => values[Shape.CellAt(position)];

    /// <summary>A single number.</summary>
    public static Tensor Scalar(double value) => new(Shape.Scalar, [value]);

    /// <summary>A tensor of one axis.</summary>
    public static Tensor Vector(params ReadOnlySpan<double> values) => new(new Shape(values.Length), [.. values]);

    /// <summary>A matrix from its rows.</summary>
    /// <exception cref="ShapeException">The rows differ in length.</exception>
    public static Tensor Matrix(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int columns = rows.Count == 0 ? 0 : rows[0].Count;
        var cells = ImmutableArray.CreateBuilder<double>(rows.Count * columns);
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows[row].Count != columns)
            {
                throw new ShapeException($"row {row + 1}", $"{columns} values as in row 1", $"{rows[row].Count}");
            }

            cells.AddRange(rows[row]);
        }

        return new Tensor(new Shape(rows.Count, columns), cells.ToImmutable());
    }

    /// <summary>A tensor with the same number in each cell.</summary>
    public static Tensor Filled(Shape shape, double value)
    {
        ArgumentNullException.ThrowIfNull(shape);
        double[] cells = new double[shape.Size];
        Array.Fill(cells, value);
        return new Tensor(shape, ImmutableArray.Create(cells));
    }
}
