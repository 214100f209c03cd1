using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The gradient at a convolution's input: for each number the sum, over the windows that it lies in and the filters, of the
/// gradient at the window times the kernel's number of its place there. Inputs: δ, the gradient at the weighted sums
/// (batch × windows × filters), and the kernel. Output: the input's shape. Sums run over the kernel's rows, columns and filters,
/// with fused multiply-add.
/// </summary>
public sealed class ConvolutionInputGradient(Windows windows, Shape shape) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = windows.OutputOf(shape, inputs[1].Rank == 0 ? 0 : inputs[1][^1]);
        return inputs[0].Equals(output)
            ? shape
            : throw new ShapeException("input gradient", $"a gradient of shape {output}", $"{inputs[0]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        WindowGrid grid = windows.GridOf(shape);
        (int channels, int filters) = (inputs[1][^2], inputs[1][^1]);
        (int channel, int place) = (cell % channels, cell / channels % grid.Places);
        int sample = cell / channels / grid.Places * grid.Count;
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach ((int window, int offset) in grid.WindowsWith(place))
        {
            for (int filter = 0; filter < filters; filter++)
            {
                Expression gradient = new Expression.Operand(0, ((sample + window) * filters) + filter);
                Expression weight = new Expression.Operand(1, (((offset * channels) + channel) * filters) + filter);
                terms.Add(new Expression.Term(gradient * weight));
            }
        }

        return terms.Count == 0 ? 0.0 : new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        WindowGrid grid = windows.GridOf(shape);
        (int channels, int filters) = (inputs[1][^2], inputs[1][^1]);
        if (input == 0)
        {
            int first = cell / filters / grid.Count * grid.Places;
            return grid.PlacesOf(cell / filters % grid.Count)
                .SelectMany(found => Enumerable.Range((first + found.Place) * channels, channels));
        }

        (int offset, int channel) = (cell / filters / channels, cell / filters % channels);
        return Enumerable.Range(0, shape[0] * grid.Places)
            .Where(place => grid.WindowsWith(place % grid.Places).Any(found => found.Offset == offset))
            .Select(place => (place * channels) + channel);
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> gradient = inputs[0];
        ReadOnlySpan<double> kernel = inputs[1];
        WindowGrid grid = windows.GridOf(shape);
        int channels = inputs.ShapeOf(1)[^2];
        int filters = inputs.ShapeOf(1)[^1];
        output.Clear();
        for (int at = 0; at < output.Length; at += channels)
        {
            int place = at / channels % grid.Places;
            int sample = at / channels / grid.Places * grid.Count;
            Span<double> sums = output.Slice(at, channels);
            for (int row = 0; row < grid.Rows.Size; row++)
            {
                int windowRow = grid.Rows.WindowAt(place / grid.Columns.Length, row);
                for (int column = 0; column < grid.Columns.Size && windowRow >= 0; column++)
                {
                    int windowColumn = grid.Columns.WindowAt(place % grid.Columns.Length, column);
                    if (windowColumn >= 0)
                    {
                        int window = sample + (windowRow * grid.Columns.Count) + windowColumn;
                        int weights = grid.OffsetOf(row, column) * channels * filters;
                        AddProducts(gradient.Slice(window * filters, filters), kernel.Slice(weights, channels * filters), sums);
                    }
                }
            }
        }
    }

    /// <summary>Adds to each channel's sum the window's gradients times the channel's weights.</summary>
    private static void AddProducts(ReadOnlySpan<double> slopes, ReadOnlySpan<double> weights, Span<double> sums)
    {
        for (int channel = 0; channel < sums.Length; channel++)
        {
            ReadOnlySpan<double> row = weights.Slice(channel * slopes.Length, slopes.Length);
            double sum = sums[channel];
            for (int filter = 0; filter < row.Length; filter++)
            {
                sum = Math.FusedMultiplyAdd(slopes[filter], row[filter], sum);
            }

            sums[channel] = sum;
        }
    }
}
