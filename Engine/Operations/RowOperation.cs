using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// An operation along the last axis in which each cell of the output depends on the whole row of each input. Inputs and
/// output have one shape.
/// </summary>
public abstract class RowOperation : Operation
{
    /// <inheritdoc/>
    public sealed override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs[0].Rank == 0 || inputs[0][^1] == 0)
        {
            throw new ShapeException(GetType().Name, "rows of at least one number", $"{inputs[0]}");
        }

        return inputs.All(input => input.Equals(inputs[0]))
            ? inputs[0]
            : throw new ShapeException(GetType().Name, $"one shape, {inputs[0]}", string.Join(" and ", inputs));
    }

    /// <inheritdoc/>
    public sealed override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int width = inputs[0][^1];
        int start = cell / width * width;
        return Explain(cell - start, [.. inputs.Select((_, input) => Row(input))]);

        ImmutableArray<Expression> Row(int input) =>
            [.. Enumerable.Range(start, width).Select(at => (Expression)new Expression.Operand(input, at))];
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int width = inputs[0][^1];
        return Enumerable.Range(cell / width * width, width).Where(at => Explain(at, [.. inputs]).Operands.Contains(new Expression.Operand(input, cell)));
    }

    // The first axis of a single row is the one along which its cells depend on each other.
    internal sealed override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => inputs[0].Rank > 1;

    internal sealed override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => true;

    internal sealed override void Compute(in Operands inputs, Span<double> output)
    {
        int width = inputs.ShapeOf(0)[^1];
        for (int start = 0; start < output.Length; start += width)
        {
            ReadOnlySpan<double> second = inputs.Count > 1 ? inputs[1].Slice(start, width) : default;
            Compute(inputs[0].Slice(start, width), second, output.Slice(start, width));
        }
    }

    /// <summary>How one cell of a row comes from the rows of the inputs.</summary>
    private protected abstract Expression Explain(int cell, ImmutableArray<ImmutableArray<Expression>> rows);

    /// <summary>Computes one row; the second input's is empty where there is only one.</summary>
    private protected abstract void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> output);

    private protected static Expression SumOf(IEnumerable<Expression> terms) =>
        new Expression.Sum([.. terms.Select(term => new Expression.Term(term))]);

    private protected static double MaximumOf(ReadOnlySpan<double> row)
    {
        double most = row[0];
        for (int cell = 1; cell < row.Length; cell++)
        {
            most = Math.Max(most, row[cell]);
        }

        return most;
    }
}
