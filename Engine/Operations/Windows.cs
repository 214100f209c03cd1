using System.Collections.Immutable;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// Windows that move along a sequence (batch × steps × channels) or over a picture (batch × height × width × channels), as
/// those of convolutions and of pooling do.
/// </summary>
public sealed class Windows
{
    private readonly ImmutableArray<int> sizes;
    private readonly ImmutableArray<int> strides;
    private readonly Padding padding;

    /// <summary>Windows of one size.</summary>
    /// <param name="sizes">The number of places in a window along each axis that it moves along: one or two, each at least 1.</param>
    /// <param name="strides">How far a window is from the next along each of these axes, each at least 1.</param>
    /// <param name="padding">What happens at the edges.</param>
    /// <exception cref="ArgumentException">There are not one or two sizes, and as many strides.</exception>
    public Windows(ImmutableArray<int> sizes, ImmutableArray<int> strides, Padding padding)
    {
        if (sizes.Length is not (1 or 2) || strides.Length != sizes.Length)
        {
            throw new ArgumentException("one or two sizes, and as many strides", nameof(sizes));
        }

        this.sizes = sizes;
        this.strides = strides;
        this.padding = padding;
    }

    /// <summary>How many places there are in a window.</summary>
    public int Places => sizes.Length == 1 ? sizes[0] : sizes[0] * sizes[1];

    /// <summary>The shape of a kernel: the window's sizes, then the numbers of channels that come in and go out.</summary>
    public Shape KernelOf(int channels, int filters) => new([.. sizes, channels, filters]);

    /// <summary>The shape of what has one place for each window.</summary>
    /// <param name="input">The shape of what the windows move along.</param>
    /// <param name="channels">The number of channels that go out.</param>
    /// <exception cref="ShapeException">The input has not the axes that windows need, or no window fits.</exception>
    public Shape OutputOf(Shape input, int channels)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank != sizes.Length + 2)
        {
            string axes = sizes.Length == 1 ? "batch × steps × channels" : "batch × height × width × channels";
            throw new ShapeException("windows", $"an input of shape {axes}", $"{input}");
        }

        WindowGrid grid = GridOf(input);
        return sizes.Length == 1
            ? new Shape(input[0], grid.Columns.Count, channels)
            : new Shape(input[0], grid.Rows.Count, grid.Columns.Count, channels);
    }

    /// <summary>How the windows lie; a sequence is a picture of one row.</summary>
    internal WindowGrid GridOf(Shape input) => new(
        sizes.Length == 1 ? WindowAxis.Single : WindowAxis.Of(input[1], sizes[0], strides[0], padding),
        WindowAxis.Of(input[^2], sizes[^1], strides[^1], padding));
}
