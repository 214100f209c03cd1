using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Several tensors one after the other along one axis: the opposite of <see cref="Slice"/>. Each input has a run of places of
/// its own; places that belong to none are 0. Inputs: shapes that differ along that axis at most, or that lack it. Output: the
/// whole shape.
/// </summary>
public sealed class Join : Operation
{
    private readonly Shape shape;
    private readonly int axis;
    private readonly ImmutableArray<int> starts;
    private readonly ImmutableArray<int> lengths;
    private readonly int inner;

    /// <summary>Inputs along one axis.</summary>
    /// <param name="shape">The whole shape.</param>
    /// <param name="axis">The axis, counted from 0, the outermost.</param>
    /// <param name="runs">For each input its first place and its number of places; ascending, not overlapping.</param>
    public Join(Shape shape, int axis, ImmutableArray<(int Start, int Length)> runs)
    {
        ArgumentNullException.ThrowIfNull(shape);
        this.shape = shape;
        this.axis = axis;
        starts = [.. runs.Select(run => run.Start)];
        lengths = [.. runs.Select(run => run.Length)];
        inner = 1;
        foreach (int after in shape.Lengths[(axis + 1)..])
        {
            inner *= after;
        }
    }

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int input = 0; input < inputs.Count; input++)
        {
            int expected = shape[axis] == 0 ? 0 : shape.Size / shape[axis] * lengths[input];
            if (inputs[input].Size != expected)
            {
                throw new ShapeException("join", $"{expected} numbers for {lengths[input]} places along axis {axis + 1} of {shape}", $"shape {inputs[input]}");
            }
        }

        return shape;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        int place = cell / inner % shape[axis];
        int outer = cell / inner / shape[axis];
        for (int input = 0; input < starts.Length; input++)
        {
            int at = place - starts[input];
            if (at >= 0 && at < lengths[input])
            {
                return new Expression.Operand(input, (((outer * lengths[input]) + at) * inner) + (cell % inner));
            }
        }

        return 0.0;
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int block = lengths[input] * inner;
        return [(((cell / block * shape[axis]) + starts[input]) * inner) + (cell % block)];
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => axis > 0;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        output.Clear();
        int whole = shape[axis] * inner;
        for (int input = 0; input < inputs.Count; input++)
        {
            int block = lengths[input] * inner;
            ReadOnlySpan<double> from = inputs[input];
            for (int at = 0; at < from.Length; at += block)
            {
                from.Slice(at, block).CopyTo(output[((at / block * whole) + (starts[input] * inner))..]);
            }
        }
    }

    internal override void Differentiate(Backpropagation context)
    {
        for (int input = 0; input < context.InputCount; input++)
        {
            bool dropsAxis = context.Input(input).Shape.Rank < shape.Rank;
            context.Contribute(input, new Slice(axis, starts[input], lengths[input], dropsAxis), context.Upstream);
        }
    }
}
