using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The sum of all cells, row by row, divided by a fixed number where that is not 1: the total of a loss, or its mean over
/// the batch. Input: any shape. Output: one number.
/// </summary>
public sealed class SumAll(int divisor = 1) : Operation
{
    /// <summary>What the sum is divided by: 1 for a total, the number of samples for a mean over them.</summary>
    public int Divisor { get; } = divisor;

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs) => Shape.Scalar;

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(inputs[0].Size);
        for (int index = 0; index < inputs[0].Size; index++)
        {
            terms.Add(new Expression.Term(new Expression.Operand(0, index)));
        }

        Expression sum = new Expression.Sum(terms.ToImmutable());
        return Divisor == 1 ? sum : sum / Divisor;
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) => [0];

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> parts = inputs[0];
        double sum = parts[0];
        for (int cell = 1; cell < parts.Length; cell++)
        {
            sum += parts[cell];
        }

        output[0] = Divisor == 1 ? sum : sum / Divisor;
    }

    internal override void Differentiate(Backpropagation context)
    {
        if (Divisor == 1 && context.UpstreamIsOne)
        {
            context.PassOne(0);
        }
        else
        {
            context.Contribute(0, new Spread(context.Input(0).Shape, Divisor), context.Upstream);
        }
    }
}
