using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Adds up along the innermost axis, from the first to the last. Input: any shape of at least one axis. Output: the shape
/// without that axis.
/// </summary>
public sealed class SumOfPaths : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Shape(inputs[0].Lengths[..^1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int count = inputs[0][^1];
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(count);
        for (int index = 0; index < count; index++)
        {
            terms.Add(new Expression.Term(new Expression.Operand(0, (cell * count) + index)));
        }

        return new Expression.Sum(terms.ToImmutable());
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [cell / inputs[0][^1]];

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> parts = inputs[0];
        int count = inputs.ShapeOf(0)[^1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            double sum = parts[cell * count];
            for (int index = 1; index < count; index++)
            {
                sum += parts[(cell * count) + index];
            }

            output[cell] = sum;
        }
    }
}
