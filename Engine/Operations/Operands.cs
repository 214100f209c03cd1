using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The inputs of a step while it is computed: their numbers, in place in the plan's buffer, and their shapes; and where the
/// output goes.
/// </summary>
internal readonly ref struct Operands(double[] buffer, int[] offsets, int[] strides, Shape[] shapes, int outputOffset, int firstRow = 0)
{
    /// <summary>All numbers of the plan.</summary>
    public double[] Buffer { get; } = buffer;

    /// <summary>Where each input begins in the buffer.</summary>
    public int[] Offsets { get; } = offsets;

    /// <summary>For each input 1 where it has a number for each cell, 0 where it is a single number.</summary>
    public int[] Strides { get; } = strides;

    /// <summary>Where the output begins in the buffer.</summary>
    public int OutputOffset { get; } = outputOffset;

    /// <summary>Which row of the whole output the one to be computed begins with; not 0 only where it is a part.</summary>
    public int FirstRow { get; } = firstRow;

    /// <summary>The number of inputs.</summary>
    public int Count => Offsets.Length;

    /// <summary>The numbers of one input, row by row.</summary>
    public ReadOnlySpan<double> this[int input] => Buffer.AsSpan(Offsets[input], shapes[input].Size);

    /// <summary>One input of two axes as a matrix.</summary>
    public MatrixView MatrixOf(int input) => new(this[input], shapes[input][0], shapes[input][1]);

    /// <summary>The shape of one input.</summary>
    public Shape ShapeOf(int input) => shapes[input];
}
