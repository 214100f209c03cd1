using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Where in each window the greatest number is, channel by channel: its place, counted row by row from 0 over the window's
/// places that exist, the first of equal ones. Input: batch × steps × channels, or batch × height × width × channels. Output: a
/// place for each window and channel.
/// </summary>
public sealed class WindowArgMax(Windows windows) : Operation
{
    internal override bool IsDifferentiable => false;

    internal override bool GivesPlaces => true;

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return windows.OutputOf(inputs[0], inputs[0].Rank == 0 ? 0 : inputs[0][^1]);
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Expression.PositionOfMaximum([.. windows.GridOf(inputs[0]).NumbersOf(cell, inputs[0][^1])]);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
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
        WindowGrid grid = windows.GridOf(inputs.ShapeOf(0));
        int channels = inputs.ShapeOf(0)[^1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            int window = cell / channels % grid.Count;
            int sample = cell / channels / grid.Count * grid.Places;
            int count = grid.PlacesIn(window);
            int position = 0;
            double most = x[((sample + grid.PlaceIn(window, 0)) * channels) + (cell % channels)];
            for (int place = 1; place < count; place++)
            {
                double number = x[((sample + grid.PlaceIn(window, place)) * channels) + (cell % channels)];
                if (Expression.PositionOfMaximum.IsGreater(number, most))
                {
                    (position, most) = (place, number);
                }
            }

            output[cell] = position;
        }
    }
}
