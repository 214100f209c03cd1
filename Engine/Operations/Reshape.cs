using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>The same numbers in the same order, with other axes. Input: any shape. Output: a shape of as many cells.</summary>
public sealed class Reshape(Shape shape) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[0].Size == shape.Size
            ? shape
            : throw new ShapeException("reshape", $"{shape.Size} numbers, for shape {shape}", $"{inputs[0].Size}, in shape {inputs[0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs) => new Expression.Operand(0, cell);

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [cell];

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => inputs[0].Rank > 0 && inputs[0][0] == shape[0];

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output) => inputs[0].CopyTo(output);

    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(0, new Reshape(context.Input(0).Shape), context.Upstream);
}
