using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Hands one number to every cell of a shape, divided by a fixed number where that is not 1: the way back through
/// <see cref="SumAll"/>. Input: one number. Output: the shape.
/// </summary>
public sealed class Spread(Shape shape, int divisor) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs) => shape;

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        Expression upstream = new Expression.Operand(0, 0);
        return divisor == 1 ? upstream : upstream / divisor;
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => Enumerable.Range(0, shape.Size);

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output) =>
        output.Fill(divisor == 1 ? inputs[0][0] : inputs[0][0] / divisor);
}
