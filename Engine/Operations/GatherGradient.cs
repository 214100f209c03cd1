using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="Gather"/>: the gradient of a table's row is the sum of the gradients of all places where the
/// row was used, 0 where it was not. Inputs: the numbers of the rows, and the gradient at what was taken, the numbers' shape with
/// one more axis, the columns. Output: rows × columns.
/// </summary>
/// <param name="rows">The number of rows of the table.</param>
public sealed class GatherGradient(int rows) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (Shape numbers, Shape gradient) = (inputs[0], inputs[1]);
        return gradient.Rank == numbers.Rank + 1 && gradient.Equals(numbers.Append(gradient[^1]))
            ? new Shape(rows, gradient[^1])
            : throw new ShapeException("rows of a table", $"a gradient of shape {numbers} with one more axis", $"{gradient}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int columns = inputs[1][^1];
        Expression row = cell / columns;
        Expression nothing = 0.0;
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(inputs[0].Size);
        for (int index = 0; index < inputs[0].Size; index++)
        {
            Expression gradient = new Expression.Operand(1, (index * columns) + (cell % columns));
            terms.Add(new Expression.Term(new Expression.Match(new Expression.Operand(0, index), row, gradient, nothing)));
        }

        // Begun at 0, as the rows are: so that adding nothing changes nothing, not even the sign of 0.
        return new Expression.Sum(terms.MoveToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int columns = inputs[1][^1];
        return input == 0
            ? Enumerable.Range(0, rows * columns)
            : Enumerable.Range(0, rows).Select(row => (row * columns) + (cell % columns));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> numbers = inputs[0];
        ReadOnlySpan<double> gradient = inputs[1];
        int columns = inputs.ShapeOf(1)[^1];
        output.Clear();
        for (int index = 0; index < numbers.Length; index++)
        {
            if (Expression.Selection.PlaceOf(numbers[index], rows) is { } row)
            {
                Span<double> to = output.Slice(row * columns, columns);
                for (int column = 0; column < columns; column++)
                {
                    to[column] += gradient[(index * columns) + column];
                }
            }
        }
    }
}
