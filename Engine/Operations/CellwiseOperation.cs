using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// An operation in which each cell of the output depends on the same cell of each input; an input that is a single number
/// serves every cell.
/// </summary>
public abstract class CellwiseOperation : Operation
{
    /// <inheritdoc/>
    public sealed override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = Shape.Scalar;
        foreach (Shape input in inputs)
        {
            if (input.Rank > 0 && output.Rank > 0 && !input.Equals(output))
            {
                throw new ShapeException(GetType().Name, $"the shape {output} of the other inputs", $"{input}");
            }

            output = input.Rank > 0 ? input : output;
        }

        return output;
    }

    /// <inheritdoc/>
    public sealed override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var operands = new Expression[inputs.Count];
        for (int input = 0; input < operands.Length; input++)
        {
            operands[input] = new Expression.Operand(input, inputs[input].Rank == 0 ? 0 : cell);
        }

        return Formula(operands);
    }

    /// <summary>The formula of one cell, given each input's cell.</summary>
    private protected abstract Expression Formula(ReadOnlySpan<Expression> inputs);
}
