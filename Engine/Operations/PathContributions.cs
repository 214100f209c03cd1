using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The parts of the gradient at a dense layer's inputs, one for each unit that the input feeds: the gradient at the unit
/// times the weight between them. Inputs: δ, the gradient at the weighted sums (batch × units), and the kernel
/// (inputs × units). Output: batch × inputs × units. <see cref="SumOfPaths"/> adds them up.
/// </summary>
public sealed class PathContributions : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[0].WithLast(inputs[1][0]).Append(inputs[1][1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int weights, int units) = (inputs[1].Size, inputs[1][1]);
        Expression gradient = new Expression.Operand(0, (cell / weights * units) + (cell % units));
        return gradient * new Expression.Operand(1, cell % weights);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        (int weights, int units) = (inputs[1].Size, inputs[1][1]);
        return input == 0
            ? Enumerable.Range(0, inputs[1][0]).Select(feature => (cell / units * weights) + (feature * units) + (cell % units))
            : Enumerable.Range(0, inputs[0].Size / units).Select(row => (row * weights) + cell);
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> gradient = inputs[0];
        ReadOnlySpan<double> kernel = inputs[1];
        int units = inputs.ShapeOf(1)[1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = gradient[(cell / kernel.Length * units) + (cell % units)] * kernel[cell % kernel.Length];
        }
    }
}
