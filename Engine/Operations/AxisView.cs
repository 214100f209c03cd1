using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// A shape seen along one of its axes: lines of cells, one beside the other. Each line is one cell of the shape without that axis.
/// </summary>
/// <param name="Length">How many cells a line has.</param>
/// <param name="Stride">How far the next cell of a line is from the one before.</param>
internal readonly record struct AxisView(int Length, int Stride)
{
    /// <summary>The view of a whole shape.</summary>
    public static AxisView Of(Shape shape, int axis) => new(shape[axis], SizeOf(shape.Lengths[(axis + 1)..]));

    /// <summary>The view of the shape that has one axis more than the given one.</summary>
    public static AxisView OfLines(Shape lines, int axis, int length) => new(length, SizeOf(lines.Lengths[axis..]));

    /// <summary>The shape without an axis.</summary>
    public static Shape Without(Shape shape, int axis) => new([.. shape.Lengths[..axis], .. shape.Lengths[(axis + 1)..]]);

    /// <summary>The shape with one more axis.</summary>
    public static Shape With(Shape shape, int axis, int length) => new([.. shape.Lengths[..axis], length, .. shape.Lengths[axis..]]);

    /// <summary>A cell of the whole shape, by its line and its place in it.</summary>
    public int CellAt(int line, int place) => (((line / Stride * Length) + place) * Stride) + (line % Stride);

    /// <summary>The line that a cell of the whole shape is in.</summary>
    public int LineOf(int cell) => (cell / Stride / Length * Stride) + (cell % Stride);

    /// <summary>The place in its line of a cell of the whole shape.</summary>
    public int PlaceOf(int cell) => cell / Stride % Length;

    private static int SizeOf(ReadOnlySpan<int> lengths)
    {
        int size = 1;
        foreach (int length in lengths)
        {
            size *= length;
        }

        return size;
    }
}
