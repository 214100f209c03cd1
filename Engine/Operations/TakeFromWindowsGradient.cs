using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="TakeFromWindows"/>: the gradient at a window goes to the place that was taken; where windows
/// overlap, a number may get several. Inputs: the places and the gradient at what was taken, both of one shape. Output: the
/// shape that the windows move over. Sums run over the windows that a number lies in, from its last place in a window on, which
/// is the windows' order.
/// </summary>
public sealed class TakeFromWindowsGradient(Windows windows, Shape shape) : Operation
{
    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = windows.OutputOf(shape, shape[^1]);
        return inputs.All(input => input.Equals(output))
            ? shape
            : throw new ShapeException("take from windows", $"places and a gradient of shape {output}", string.Join(" and ", inputs));
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        WindowGrid grid = windows.GridOf(shape);
        int channels = shape[^1];
        int sample = cell / channels / grid.Places * grid.Count;
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach ((int window, int offset) in grid.WindowsWith(cell / channels % grid.Places))
        {
            int at = ((sample + window) * channels) + (cell % channels);
            terms.Add(new Expression.Term(new Expression.Match(
                new Expression.Operand(0, at), grid.PositionOf(window, offset), new Expression.Operand(1, at), 0.0)));
        }

        terms.Reverse();
        return terms.Count == 0 ? 0.0 : new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        WindowGrid grid = windows.GridOf(shape);
        int channels = shape[^1];
        int first = cell / channels / grid.Count * grid.Places;
        return grid.PlacesOf(cell / channels % grid.Count).Select(found => ((first + found.Place) * channels) + (cell % channels));
    }

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> places = inputs[0];
        ReadOnlySpan<double> gradient = inputs[1];
        WindowGrid grid = windows.GridOf(shape);
        int channels = shape[^1];
        output.Clear();
        for (int cell = 0; cell < places.Length; cell++)
        {
            int window = cell / channels % grid.Count;
            int sample = cell / channels / grid.Count * grid.Places;
            if (Expression.Selection.PlaceOf(places[cell], grid.PlacesIn(window)) is { } place)
            {
                output[((sample + grid.PlaceIn(window, place)) * channels) + (cell % channels)] += gradient[cell];
            }
        }
    }
}
