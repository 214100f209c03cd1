using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// A run of places along one axis: some columns of a matrix, or one time step of a sequence. Input: any shape. Output: the
/// shape with that axis shorter, or, for one place, without it.
/// </summary>
/// <param name="axis">The axis, counted from 0, the outermost.</param>
/// <param name="start">The first place, from 0.</param>
/// <param name="length">The number of places, at least 1.</param>
/// <param name="dropsAxis">Whether the axis, then of length 1, is left out.</param>
public sealed class Slice(int axis, int start, int length, bool dropsAxis = false) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape input = inputs[0];
        if (axis >= input.Rank || start + length > input[axis] || (dropsAxis && length != 1))
        {
            throw new ShapeException("slice", $"at least {start + length} places along axis {axis + 1}", $"shape {input}");
        }

        return dropsAxis
            ? new Shape([.. input.Lengths[..axis], .. input.Lengths[(axis + 1)..]])
            : new Shape([.. input.Lengths[..axis], length, .. input.Lengths[(axis + 1)..]]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int inner = InnerOf(inputs[0]);
        int block = length * inner;
        return new Expression.Operand(0, (cell / block * inputs[0][axis] * inner) + (start * inner) + (cell % block));
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int inner = InnerOf(inputs[0]);
        int at = (cell / inner % inputs[0][axis]) - start;
        return at >= 0 && at < length ? [(((cell / inner / inputs[0][axis] * length) + at) * inner) + (cell % inner)] : [];
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => axis > 0;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        Shape shape = inputs.ShapeOf(0);
        int inner = InnerOf(shape);
        int block = length * inner;
        ReadOnlySpan<double> from = inputs[0];
        for (int at = 0; at < output.Length; at += block)
        {
            from.Slice((at / block * shape[axis] * inner) + (start * inner), block).CopyTo(output[at..]);
        }
    }

    internal override void Differentiate(Backpropagation context) => context.ContributeRun(0, axis, start, length);

    private int InnerOf(Shape shape)
    {
        int inner = 1;
        foreach (int after in shape.Lengths[(axis + 1)..])
        {
            inner *= after;
        }

        return inner;
    }
}
