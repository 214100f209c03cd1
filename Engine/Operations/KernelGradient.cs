using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient of a dense layer's kernel, <c>xᵀ·δ</c>: for each weight the sum over the samples of the gradient at the
/// unit times the input. Inputs: x (batch × inputs) and δ, the gradient at the weighted sums (batch × units); of a kernel that
/// is used several times, such pairs one after the other. Output: inputs × units. Sums run over the first pair's samples, then
/// the next's, with fused multiply-add.
/// </summary>
public sealed class KernelGradient : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int pair = 0; pair < inputs.Count; pair += 2)
        {
            Shape expected = inputs[pair].WithLast(inputs[1][^1]);
            if (!inputs[pair + 1].Equals(expected))
            {
                throw new ShapeException("kernel gradient", $"a gradient of shape {expected}", $"{inputs[pair + 1]}");
            }

            if (inputs[pair][^1] != inputs[0][^1])
            {
                throw new ShapeException("kernel gradient", $"{inputs[0][^1]} inputs, as the first pair's", $"{inputs[pair][^1]}");
            }
        }

        return new Shape(inputs[0][^1], inputs[1][^1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int features, int units) = (inputs[0][^1], inputs[1][^1]);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int pair = 0; pair < inputs.Count; pair += 2)
        {
            int samples = RowsOf(inputs[pair]);
            for (int sample = 0; sample < samples; sample++)
            {
                Expression gradient = new Expression.Operand(pair + 1, (sample * units) + (cell % units));
                Expression input = new Expression.Operand(pair, (sample * features) + (cell / units));
                terms.Add(new Expression.Term(gradient * input));
            }
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        (int features, int units) = (inputs[0][^1], inputs[1][^1]);
        return input % 2 == 0
            ? Enumerable.Range(cell % features * units, units)
            : Enumerable.Range(0, features).Select(feature => (feature * units) + (cell % units));
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        int units = inputs.ShapeOf(1)[^1];
        for (int pair = 0; pair < inputs.Count; pair += 2)
        {
            MatrixView features = inputs.MatrixOf(pair).Transposed.SliceRows(inputs.FirstRow, units == 0 ? 0 : output.Length / units);
            MatrixProduct.Compute(features, inputs.MatrixOf(pair + 1), output, accumulate: pair > 0);
        }
    }

    private static int RowsOf(Shape x)
    {
        int rows = 1;
        foreach (int length in x.Lengths[..^1])
        {
            rows *= length;
        }

        return rows;
    }
}
