using Engine.Numbers;

namespace Engine.Operations;

/// <summary>The inputs of a step while it is computed: their numbers, in place in the plan's buffer, and their shapes.</summary>
internal readonly ref struct Operands(ReadOnlySpan<double> buffer, int[] offsets, Shape[] shapes)
{
    private readonly ReadOnlySpan<double> buffer = buffer;

    /// <summary>The number of inputs.</summary>
    public int Count => offsets.Length;

    /// <summary>The numbers of one input, row by row.</summary>
    public ReadOnlySpan<double> this[int input] => buffer.Slice(offsets[input], shapes[input].Size);

    /// <summary>The shape of one input.</summary>
    public Shape ShapeOf(int input) => shapes[input];
}
