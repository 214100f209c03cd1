using System.Collections.Immutable;
using System.Numerics;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The weighted sums of a convolutional layer: for each window and filter the sum of the window's numbers, each times the
/// kernel's number of the same place, and the filter's bias. The kernel is not flipped, as in all deep learning. Inputs: x
/// (batch × steps × channels, or batch × height × width × channels), the kernel (window × channels × filters) and possibly the
/// bias (filters). Output: x's shape with a place for each window and the filters in place of the channels.
/// </summary>
/// <remarks>
/// Each sum runs over the window's rows, columns and channels, with fused multiply-add; places beyond the edge have no term.
/// The bias is added last.
/// </remarks>
public sealed class Convolution(Windows windows) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (Shape x, Shape kernel) = (inputs[0], inputs[1]);
        Shape output = windows.OutputOf(x, kernel.Rank == 0 ? 0 : kernel[^1]);
        if (!kernel.Equals(windows.KernelOf(x[^1], output[^1])))
        {
            throw new ShapeException("convolution", $"a kernel of shape {windows.KernelOf(x[^1], output[^1])}", $"{kernel}");
        }

        if (inputs.Count > 2 && !inputs[2].Equals(new Shape(output[^1])))
        {
            throw new ShapeException("convolution", $"{output[^1]} biases, one for each filter", $"shape {inputs[2]}");
        }

        return output;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        WindowGrid grid = windows.GridOf(inputs[0]);
        (int channels, int filters) = (inputs[1][^2], inputs[1][^1]);
        (int filter, int window) = (cell % filters, cell / filters % grid.Count);
        int sample = cell / filters / grid.Count * grid.Places;
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach ((int place, int offset) in grid.PlacesOf(window))
        {
            for (int channel = 0; channel < channels; channel++)
            {
                Expression weight = new Expression.Operand(1, (((offset * channels) + channel) * filters) + filter);
                Expression input = new Expression.Operand(0, ((sample + place) * channels) + channel);
                terms.Add(new Expression.Term(weight * input));
            }
        }

        if (inputs.Count > 2)
        {
            terms.Add(new Expression.Term(new Expression.Operand(2, filter)));
        }

        return new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        WindowGrid grid = windows.GridOf(inputs[0]);
        (int channels, int filters) = (inputs[1][^2], inputs[1][^1]);
        if (input == 0)
        {
            int first = cell / channels / grid.Places * grid.Count;
            return grid.WindowsWith(cell / channels % grid.Places)
                .Select(found => first + found.Window)
                .Order()
                .SelectMany(window => Enumerable.Range(window * filters, filters));
        }

        // A bias is in every window, a weight in those in which its place exists.
        return Enumerable.Range(0, inputs[0][0] * grid.Count)
            .Where(window => input == 2 || grid.Contains(window % grid.Count, cell / filters / channels))
            .Select(window => (window * filters) + (cell % filters));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        ReadOnlySpan<double> kernel = inputs[1];
        WindowGrid grid = windows.GridOf(inputs.ShapeOf(0));
        int channels = inputs.ShapeOf(1)[^2];
        int filters = inputs.ShapeOf(1)[^1];
        output.Clear();
        for (int at = 0; at < output.Length; at += filters)
        {
            int window = at / filters % grid.Count;
            int sample = at / filters / grid.Count * grid.Places;
            Span<double> sums = output.Slice(at, filters);
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
                        AddTimes(kernel.Slice(weights + (channel * filters), filters), place[channel], sums);
                    }
                }
            }

            for (int filter = 0; filter < filters && inputs.Count > 2; filter++)
            {
                sums[filter] += inputs[2][filter];
            }
        }
    }

    internal override void Differentiate(Backpropagation context)
    {
        context.Contribute(1, new ConvolutionKernelGradient(windows), context.Input(0), context.Upstream);
        if (context.InputCount > 2)
        {
            context.Contribute(2, new BiasGradient(), context.Upstream);
        }

        context.Contribute(0, new ConvolutionInputGradient(windows, context.Input(0).Shape), context.Upstream, context.Input(1));
    }

    /// <summary>Takes a row's numbers times a factor into sums, each with one rounding.</summary>
    internal static void AddTimes(ReadOnlySpan<double> row, double factor, Span<double> sums)
    {
        int at = 0;
        Vector<double> factors = new(factor);
        for (; at <= row.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            Vector.FusedMultiplyAdd(new Vector<double>(row[at..]), factors, new Vector<double>(sums[at..])).CopyTo(sums[at..]);
        }

        for (; at < row.Length; at++)
        {
            sums[at] = Math.FusedMultiplyAdd(row[at], factor, sums[at]);
        }
    }
}
