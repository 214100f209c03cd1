using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The weighted sums of a dense layer, <c>z = x·W</c> or <c>z = x·W + b</c>, or of a recurrent one, <c>z = x·W + h·R + b</c>.
/// Inputs: one or more pairs of x (batch × inputs, or with more axes between) and its kernel W (inputs × units), and possibly
/// the bias b (units). Output: x's shape with the units in place of the inputs.
/// </summary>
/// <remarks>
/// Each sum runs over the inputs of the first pair, then of the next, from the first to the last, with fused multiply-add; the
/// bias is added last, as Keras does.
/// </remarks>
public sealed class DenseProduct : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = OutputOf(inputs[0], inputs[1]);
        for (int pair = 2; pair + 1 < inputs.Count; pair += 2)
        {
            if (!OutputOf(inputs[pair], inputs[pair + 1]).Equals(output))
            {
                throw new ShapeException("dense layer", $"sums of shape {output}, as the first pair's", $"{OutputOf(inputs[pair], inputs[pair + 1])}");
            }
        }

        int units = output[^1];
        if (HasBias(inputs.Count) && (inputs[^1].Rank != 1 || inputs[^1][0] != units))
        {
            throw new ShapeException("dense layer", $"{units} biases, one for each unit", $"shape {inputs[^1]}");
        }

        return output;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int units = inputs[1][1];
        (int row, int unit) = (cell / units, cell % units);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int pair = 0; pair + 1 < inputs.Count; pair += 2)
        {
            int features = inputs[pair + 1][0];
            for (int i = 0; i < features; i++)
            {
                Expression weight = new Expression.Operand(pair + 1, (i * units) + unit);
                Expression input = new Expression.Operand(pair, (row * features) + i);
                terms.Add(new Expression.Term(weight * input));
            }
        }

        if (HasBias(inputs.Count))
        {
            terms.Add(new Expression.Term(new Expression.Operand(inputs.Count - 1, unit)));
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        int units = inputs[1][1];
        if (input % 2 == 0 && input + 1 < inputs.Count)
        {
            return Enumerable.Range(cell / inputs[input][^1] * units, units);
        }

        return Enumerable.Range(0, ShapeOf([.. inputs]).Size / units).Select(row => (row * units) + (cell % units));
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => input % 2 == 0 && input + 1 < inputs.Count;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        for (int pair = 0; pair + 1 < inputs.Count; pair += 2)
        {
            MatrixProduct.Compute(inputs.MatrixOf(pair), inputs.MatrixOf(pair + 1), output, accumulate: pair > 0);
        }

        if (HasBias(inputs.Count))
        {
            Rows.AddToEach(output, inputs[inputs.Count - 1]);
        }
    }

    internal override void Differentiate(Backpropagation context)
    {
        int pairs = context.InputCount / 2;
        for (int pair = 0; pair < pairs; pair++)
        {
            context.ContributeToSum((2 * pair) + 1, new KernelGradient(), context.Input(2 * pair), context.Upstream);
        }

        if (HasBias(context.InputCount))
        {
            context.ContributeToSum(context.InputCount - 1, new BiasGradient(), context.Upstream);
        }

        for (int pair = 0; pair < pairs; pair++)
        {
            context.ContributeByPaths(2 * pair, new PathContributions(), new InputGradient(), context.Upstream, context.Input((2 * pair) + 1));
        }
    }

    private static bool HasBias(int inputs) => inputs % 2 == 1;

    private static Shape OutputOf(Shape x, Shape kernel)
    {
        if (x.Rank < 2)
        {
            throw new ShapeException("dense layer", "an input of shape batch × features", $"{x}");
        }

        if (kernel.Rank != 2 || kernel[0] != x[^1])
        {
            throw new ShapeException("dense layer", $"a kernel of {x[^1]} rows, one for each input", $"shape {kernel}");
        }

        return x.WithLast(kernel[1]);
    }
}
