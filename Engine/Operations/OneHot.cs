using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// A one in the place that a number names, counted from 0, and zeros elsewhere. Input: batch × 1. Output: batch × classes. A
/// number that names no place gives zeros only.
/// </summary>
public sealed class OneHot(int classes) : Operation
{
    internal override bool IsDifferentiable => false;

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[0].Rank == 2 && inputs[0][1] == 1
            ? new Shape(inputs[0][0], classes)
            : throw new ShapeException("one-hot", "the number of one class for each sample", $"shape {inputs[0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        Expression number = new Expression.Operand(0, cell / classes);
        return new Expression.Match(number, cell % classes, 1.0, 0.0);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) =>
        Enumerable.Range(cell * classes, classes);

    internal override int? WholeBelow(int input, IReadOnlyList<Shape> inputs) => classes;

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> numbers = inputs[0];
        for (int row = 0; row < numbers.Length; row++)
        {
            Span<double> places = output.Slice(row * classes, classes);
            for (int place = 0; place < places.Length; place++)
            {
                places[place] = numbers[row] == place ? 1 : 0;
            }
        }
    }
}
