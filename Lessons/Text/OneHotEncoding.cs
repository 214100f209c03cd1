using System.Collections.Immutable;
using Engine.Numbers;

namespace Lessons.Text;

/// <summary>Class indices as rows of the identity matrix. Keras: <c>to_categorical</c>.</summary>
public static class OneHotEncoding
{
    /// <summary>One row for each index: 1 in the column of that number, 0 elsewhere.</summary>
    /// <param name="indices">
    /// Indices from 0 to <paramref name="classes"/> − 1: classes of samples, or the sequence of a text, whose classes are the
    /// <see cref="Tokenizer.Columns"/> of its tokenizer.
    /// </param>
    /// <param name="classes">The number of columns, at least 1; <see langword="null"/> for the largest index + 1.</param>
    /// <returns>A matrix <c>indices × classes</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the classes, or there is no class.</exception>
    public static Tensor Of(IReadOnlyList<int> indices, int? classes = null)
    {
        ArgumentNullException.ThrowIfNull(indices);
        if (classes < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "an integer of at least 1");
        }

        int columns = classes ?? indices.DefaultIfEmpty(-1).Max() + 1;
        foreach (int index in indices)
        {
            if (index < 0 || index >= columns)
            {
                string range = classes is null ? "an index of at least 0" : $"an index from 0 to {columns - 1}";
                throw new ArgumentOutOfRangeException(nameof(indices), index, range);
            }
        }

        Shape shape = new(indices.Count, columns);
        double[] cells = new double[shape.Size];
        for (int row = 0; row < indices.Count; row++)
        {
            cells[(row * columns) + indices[row]] = 1;
        }

        return new Tensor(shape, ImmutableArray.Create(cells));
    }
}
