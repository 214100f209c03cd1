using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Of each window's numbers the one at a given place, channel by channel: the maximum, where <see cref="WindowArgMax"/> has
/// found its place. Inputs: batch × steps × channels, or batch × height × width × channels, and the places. Output: the places'
/// shape; NaN where there is no such place.
/// </summary>
public sealed class TakeFromWindows(Windows windows) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = windows.OutputOf(inputs[0], inputs[0].Rank == 0 ? 0 : inputs[0][^1]);
        return inputs[1].Equals(output) ? output : throw new ShapeException("take from windows", $"places of shape {output}", $"{inputs[1]}");
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Expression.Selection(
            new Expression.Operand(1, cell), [.. windows.GridOf(inputs[0]).NumbersOf(cell, inputs[0][^1])]);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        if (input == 1)
        {
            return [cell];
        }

        WindowGrid grid = windows.GridOf(inputs[0]);
        int channels = inputs[0][^1];
        int first = cell / channels / grid.Places * grid.Count;
        return grid.WindowsWith(cell / channels % grid.Places)
            .Select(found => ((first + found.Window) * channels) + (cell % channels))
            .Order();
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> x = inputs[0];
        ReadOnlySpan<double> places = inputs[1];
        WindowGrid grid = windows.GridOf(inputs.ShapeOf(0));
        int channels = inputs.ShapeOf(0)[^1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            int window = cell / channels % grid.Count;
            int sample = cell / channels / grid.Count * grid.Places;
            output[cell] = Expression.Selection.PlaceOf(places[cell], grid.PlacesIn(window)) is { } place
                ? x[((sample + grid.PlaceIn(window, place)) * channels) + (cell % channels)]
                : double.NaN;
        }
    }

    internal override void Differentiate(Backpropagation context) => context.Contribute(
        0, new TakeFromWindowsGradient(windows, context.Input(0).Shape), context.Input(1), context.Upstream);
}
