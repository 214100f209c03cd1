using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// For connectionist temporal classification: at each time the probability of each place of the extended label, which is the
/// label with a blank before, between and after its symbols. Inputs: the target (batch × (1 + labels): how many times count, then
/// the symbols, −1 beyond the last) and the probabilities (batch × times × classes). Output: batch × times × (2·labels + 1); places
/// beyond the last symbol have the probability 0, except that of a blank.
/// </summary>
public sealed class LabelProbabilities(int blank) : CellFormulas
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Shape(inputs[1][0], inputs[1][1], (2 * inputs[0][1]) - 1);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int width = inputs[0][1];
        int places = (2 * width) - 1;
        (int row, int place) = (cell / places, cell % places);
        int classes = inputs[1][2];
        ImmutableArray<Expression> probabilities =
            [.. Enumerable.Range(row * classes, classes).Select(at => (Expression)new Expression.Operand(1, at))];
        if (place % 2 == 0)
        {
            return probabilities[blank];
        }

        Expression symbol = new Expression.Operand(0, (row / inputs[1][1] * width) + 1 + (place / 2));
        return new Expression.Choice(symbol, 0.0, new Expression.Selection(symbol, probabilities), 0.0, OrEqual: true);
    }
}
