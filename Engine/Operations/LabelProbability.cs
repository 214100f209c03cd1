using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// For connectionist temporal classification: the probability of a whole label, α at its last symbol and at the blank after it.
/// Inputs: the target (see <see cref="LabelProbabilities"/>) and α of the last time (batch × places). Output: batch × 1.
/// </summary>
public sealed class LabelProbability : CellFormulas
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Shape(inputs[1][0], 1);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int width = inputs[0][1];
        int places = inputs[1][1];
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int place = 0; place < places; place++)
        {
            // The last symbol is there, and the one after it is not.
            Expression path = new Expression.Operand(1, (cell * places) + place);
            int last = (place - 1) / 2;
            int next = (place + 1) / 2;
            if (place > 0)
            {
                path = new Expression.Choice(SymbolAt(last), 0.0, path, 0.0, OrEqual: true);
            }

            if (next < width - 1)
            {
                path = new Expression.Choice(0.0, SymbolAt(next), path, 0.0);
            }

            terms.Add(new Expression.Term(path));
        }

        return new Expression.Sum(terms.ToImmutable());

        Expression SymbolAt(int index) => new Expression.Operand(0, (cell * width) + 1 + index);
    }
}
