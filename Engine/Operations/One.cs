using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The derivative of the loss with respect to itself, 1 in every cell: where the way back begins. No inputs. Output: the
/// given shape.
/// </summary>
public sealed class One(Shape shape) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs) => shape;

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs) => 1.0;

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [];

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output) => output.Fill(1);
}
