using System.Collections.Immutable;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// The greatest number of each window of a picture, channel by channel. Where in its window that is, is a step of its own; the
/// gradient goes there and nowhere else, to the first where several are equal. Input: batch × height × width × channels.
/// Output: batch × rows × columns × channels, with a row and a column for each window. Keras' <c>MaxPooling2D</c>.
/// </summary>
[Kind("max-pooling-2d")]
public sealed class MaxPooling2D : SingleInputLayer
{
    private readonly Windows windows;
    private readonly PartNames symbols;

    /// <summary>A layer that takes maxima of windows.</summary>
    /// <param name="poolSize">The height and the width of a window, each at least 1; one number for both; 2 where not given.</param>
    /// <param name="strides">How far a window is from the next, down and across, each at least 1; the pool size where not given.</param>
    /// <param name="padding">What happens where windows reach over an edge: valid or same. Places beyond the edge do not take part.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>position</c>, the maximum's place in its window, counted row by row from 0 over
    /// the places that exist, and <c>output</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or there are not one or two, or the padding is for sequences.</exception>
    /// <exception cref="ArgumentException">There are symbols for something that the layer does not have.</exception>
    public MaxPooling2D(
        ImmutableArray<int> poolSize = default,
        ImmutableArray<int> strides = default,
        Padding padding = Padding.Valid,
        PartNames? symbols = null)
    {
        ImmutableArray<int> sizes = WindowArguments.Require(poolSize.IsDefault ? [2] : poolSize, 2, nameof(poolSize));
        windows = new Windows(
            sizes,
            WindowArguments.Require(strides.IsDefault ? sizes : strides, 2, nameof(strides)),
            WindowArguments.RequireForPictures(padding, nameof(padding)));
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["position", "output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        Symbol position = builder.Emit(
            new WindowArgMax(windows), LayerPart.None, "position", symbols["position"] ?? builder.NameOf("argmax"), input);
        return builder.Emit(
            new TakeFromWindows(windows), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input, position);
    }
}
