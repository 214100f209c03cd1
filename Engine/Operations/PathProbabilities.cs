using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// For connectionist temporal classification: the forward variables α of one time, the probability of all paths that have
/// reached a place of the extended label by then. Inputs: the target (see <see cref="LabelProbabilities"/>), the probabilities of the
/// places at this time (batch × places) and, but for the first time, α of the time before (batch × places). Output: batch × places.
/// </summary>
/// <remarks>
/// A path stays, goes on to the next place, or leaps over a blank between two symbols that differ. Source: A. Graves and others,
/// "Connectionist temporal classification", ICML 2006, equations 5 to 7.
/// </remarks>
/// <param name="time">The time, from 0.</param>
public sealed class PathProbabilities(int time) : CellFormulas
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[1];
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int places = inputs[1][1];
        int width = inputs[0][1];
        (int sample, int place) = (cell / places, cell % places);
        Expression probability = new Expression.Operand(1, cell);
        if (time == 0)
        {
            return place < 2 ? probability : 0.0;
        }

        Expression stay = new Expression.Operand(2, cell);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        terms.Add(new Expression.Term(stay));
        if (place > 0)
        {
            terms.Add(new Expression.Term(new Expression.Operand(2, cell - 1)));
        }

        if (place > 2 && place % 2 == 1)
        {
            Expression symbol = new Expression.Operand(0, (sample * width) + 1 + (place / 2));
            Expression before = new Expression.Operand(0, (sample * width) + (place / 2));
            Expression leap = new Expression.Operand(2, cell - 2);
            terms.Add(new Expression.Term(new Expression.Match(symbol, before, 0.0, leap)));
        }

        // Times that do not count leave everything as it is.
        Expression times = new Expression.Operand(0, sample * width);
        Expression arrived = terms.Count == 1 ? stay : new Expression.Sum(terms.ToImmutable());
        return new Expression.Choice(times, time, arrived * probability, stay);
    }
}
