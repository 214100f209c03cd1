using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Rows of a table, by their numbers. Inputs: the numbers, whole and counted from 0, of any shape, and the table (rows × columns).
/// Output: the shape of the numbers with one more axis, the columns. A number that no row has gives NaN.
/// </summary>
public sealed class Gather : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[1].Rank == 2
            ? inputs[0].Append(inputs[1][1])
            : throw new ShapeException("rows of a table", "a table of rows × columns", $"shape {inputs[1]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int rows, int columns) = (inputs[1][0], inputs[1][1]);
        var choices = ImmutableArray.CreateBuilder<Expression>(rows);
        for (int row = 0; row < rows; row++)
        {
            choices.Add(new Expression.Operand(1, (row * columns) + (cell % columns)));
        }

        return new Expression.Selection(new Expression.Operand(0, cell / columns), choices.MoveToImmutable());
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int columns = inputs[1][1];
        return input == 0
            ? Enumerable.Range(cell * columns, columns)
            : Enumerable.Range(0, inputs[0].Size).Select(index => (index * columns) + (cell % columns));
    }

    internal override int? WholeBelow(int input, IReadOnlyList<Shape> inputs) => input == 0 ? inputs[1][0] : null;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> numbers = inputs[0];
        ReadOnlySpan<double> table = inputs[1];
        (int rows, int columns) = (inputs.ShapeOf(1)[0], inputs.ShapeOf(1)[1]);
        for (int index = 0; index < numbers.Length; index++)
        {
            Span<double> to = output.Slice(index * columns, columns);
            if (Expression.Selection.PlaceOf(numbers[index], rows) is { } row)
            {
                table.Slice(row * columns, columns).CopyTo(to);
            }
            else
            {
                to.Fill(double.NaN);
            }
        }
    }

    internal override void Differentiate(Backpropagation context) =>
        context.Contribute(1, new GatherGradient(context.Input(1).Shape[0]), context.Input(0), context.Upstream);
}
