using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The weighted sums of a dense layer, <c>z = x·W</c> or <c>z = x·W + b</c>. Inputs: x (batch × inputs), the kernel W
/// (inputs × units), and possibly the bias b (units). Output: batch × units.
/// </summary>
/// <remarks>
/// Each sum runs over the inputs from the first to the last with fused multiply-add; the bias is added last, as Keras does.
/// </remarks>
public sealed class DenseProduct : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (Shape x, Shape kernel) = (inputs[0], inputs[1]);
        if (x.Rank != 2)
        {
            throw new ShapeException("dense layer", "an input of shape batch × features", $"{x}");
        }

        if (kernel.Rank != 2 || kernel[0] != x[1])
        {
            throw new ShapeException("dense layer", $"a kernel of {x[1]} rows, one for each input", $"shape {kernel}");
        }

        if (inputs.Count > 2 && (inputs[2].Rank != 1 || inputs[2][0] != kernel[1]))
        {
            throw new ShapeException("dense layer", $"{kernel[1]} biases, one for each unit", $"shape {inputs[2]}");
        }

        return new Shape(x[0], kernel[1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (int features, int units) = (inputs[1][0], inputs[1][1]);
        (int sample, int unit) = (cell / units, cell % units);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(features + 1);
        for (int i = 0; i < features; i++)
        {
            Expression weight = new Expression.Operand(1, (i * units) + unit);
            Expression input = new Expression.Operand(0, (sample * features) + i);
            terms.Add(new Expression.Term(weight * input));
        }

        if (inputs.Count > 2)
        {
            terms.Add(new Expression.Term(new Expression.Operand(2, unit)));
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => true;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => input == 0;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        MatrixProduct.Compute(inputs.MatrixOf(0), inputs.MatrixOf(1), output);
        if (inputs.Count > 2)
        {
            Rows.AddToEach(output, inputs[2]);
        }
    }

    internal override void Differentiate(Backpropagation context)
    {
        context.Contribute(1, new KernelGradient(), context.Input(0), context.Upstream);
        if (context.InputCount > 2)
        {
            context.Contribute(2, new BiasGradient(), context.Upstream);
        }

        context.ContributeByPaths(0, new PathContributions(), new InputGradient(), context.Upstream, context.Input(1));
    }
}
