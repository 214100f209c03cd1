using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient of a convolution's kernel: for each of the kernel's numbers the sum, over the samples and windows in which its
/// place exists, of the gradient at the window times the number that lies there. Inputs: x and δ, the gradient at the weighted
/// sums (batch × windows × filters). Output: the kernel's shape. Sums run over samples and windows, from the first to the
/// last, with fused multiply-add.
/// </summary>
public sealed class ConvolutionKernelGradient(Windows windows) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (Shape x, Shape gradient) = (inputs[0], inputs[1]);
        Shape output = windows.OutputOf(x, gradient.Rank == 0 ? 0 : gradient[^1]);
        return gradient.Equals(output)
            ? windows.KernelOf(x[^1], output[^1])
            : throw new ShapeException("kernel gradient", $"a gradient of shape {output}", $"{gradient}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        WindowGrid grid = windows.GridOf(inputs[0]);
        (int samples, int channels, int filters) = (inputs[0][0], inputs[0][^1], inputs[1][^1]);
        (int filter, int channel, int offset) = (cell % filters, cell / filters % channels, cell / filters / channels);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int sample = 0; sample < samples; sample++)
        {
            for (int window = 0; window < grid.Count; window++)
            {
                if (grid.Contains(window, offset))
                {
                    int place = (sample * grid.Places) + grid.PlaceOf(window, offset / grid.Columns.Size, offset % grid.Columns.Size);
                    Expression gradient = new Expression.Operand(1, (((sample * grid.Count) + window) * filters) + filter);
                    Expression input = new Expression.Operand(0, (place * channels) + channel);
                    terms.Add(new Expression.Term(gradient * input));
                }
            }
        }

        return terms.Count == 0 ? 0.0 : new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        WindowGrid grid = windows.GridOf(inputs[0]);
        (int channels, int filters) = (inputs[0][^1], inputs[1][^1]);
        if (input == 0)
        {
            return grid.WindowsWith(cell / channels % grid.Places)
                .SelectMany(found => Enumerable.Range(((found.Offset * channels) + (cell % channels)) * filters, filters));
        }

        return grid.PlacesOf(cell / filters % grid.Count).SelectMany(found => Enumerable.Range(0, channels)
            .Select(channel => (((found.Offset * channels) + channel) * filters) + (cell % filters)));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        ReadOnlySpan<double> gradient = inputs[1];
        WindowGrid grid = windows.GridOf(inputs.ShapeOf(0));
        int channels = inputs.ShapeOf(0)[^1];
        int filters = inputs.ShapeOf(1)[^1];
        output.Clear();
        for (int at = 0; at < gradient.Length; at += filters)
        {
            int window = at / filters % grid.Count;
            int sample = at / filters / grid.Count * grid.Places;
            ReadOnlySpan<double> slopes = gradient.Slice(at, filters);
            (int fromRow, int toRow) = grid.Rows.OffsetsOf(window / grid.Columns.Count);
            (int fromColumn, int toColumn) = grid.Columns.OffsetsOf(window % grid.Columns.Count);
            for (int row = fromRow; row < toRow; row++)
            {
                for (int column = fromColumn; column < toColumn; column++)
                {
                    ReadOnlySpan<double> place = x.Slice((sample + grid.PlaceOf(window, row, column)) * channels, channels);
                    int weights = grid.OffsetOf(row, column) * channels * filters;
                    for (int channel = 0; channel < channels; channel++)
                    {
                        Convolution.AddTimes(slopes, place[channel], output.Slice(weights + (channel * filters), filters));
                    }
                }
            }
        }
    }
}
