using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The inputs of a step while it is computed: their numbers, in place in the plan's buffer, and their shapes; and where the
/// output goes.
/// </summary>
internal readonly ref struct Operands(double[] buffer, int[] offsets, Shape[] shapes, int outputOffset, Broadcasting? layout, int firstRow = 0)
{
    /// <summary>All numbers of the plan.</summary>
    public double[] Buffer { get; } = buffer;

    /// <summary>Where each input begins in the buffer.</summary>
    public int[] Offsets { get; } = offsets;

    /// <summary>How inputs and then output are walked cell by cell, for operations that do so.</summary>
    public Broadcasting? Layout { get; } = layout;

    /// <summary>Where the output begins in the buffer.</summary>
    public int OutputOffset { get; } = outputOffset;

    /// <summary>Which row of the whole output the one to be computed begins with; not 0 only where it is a part.</summary>
    public int FirstRow { get; } = firstRow;

    /// <summary>The number of inputs.</summary>
    public int Count => Offsets.Length;

    /// <summary>The numbers of one input, row by row.</summary>
    public ReadOnlySpan<double> this[int input] => Buffer.AsSpan(Offsets[input], shapes[input].Size);

    /// <summary>One input as a matrix: its last axis as columns, all others as rows.</summary>
    public MatrixView MatrixOf(int input)
    {
        int rows = 1;
        foreach (int length in shapes[input].Lengths[..^1])
        {
            rows *= length;
        }

        return new MatrixView(this[input], rows, shapes[input][^1]);
    }

    /// <summary>The shape of one input.</summary>
    public Shape ShapeOf(int input) => shapes[input];
}
