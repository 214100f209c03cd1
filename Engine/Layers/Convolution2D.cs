using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// Filters that move over a picture: batch × height × width × channels in, batch × rows × columns × filters out, with a row
/// and column for each window. Kernel: height × width × channels × filters. Keras' <c>Conv2D</c>.
/// </summary>
[Kind("conv-2d")]
public sealed class Convolution2D : ConvolutionalLayer
{
    /// <summary>A convolution over pictures.</summary>
    /// <param name="filters">The number of filters, at least 1.</param>
    /// <param name="kernelSize">The height and the width of a window, each at least 1; one number for both.</param>
    /// <param name="strides">How far a window is from the next, down and across, each at least 1; one number for both; 1 where not given.</param>
    /// <param name="padding">What happens where windows reach over an edge: valid or same.</param>
    /// <param name="activation">The activation function; the sum itself where none is given.</param>
    /// <param name="useBias">Whether the filters have biases.</param>
    /// <param name="kernel">The first values of the kernel; Glorot uniform where none are given.</param>
    /// <param name="bias">The first values of the bias; zeros where none are given.</param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>kernel</c>, <c>bias</c>, <c>z</c>, <c>output</c>.</param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or there are not one or two, or the padding is for sequences.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public Convolution2D(
        int filters,
        ImmutableArray<int> kernelSize,
        ImmutableArray<int> strides = default,
        Padding padding = Padding.Valid,
        Activation? activation = null,
        bool useBias = true,
        Initializer? kernel = null,
        Initializer? bias = null,
        PartNames? symbols = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null)
        : base(
            filters,
            new Windows(
                WindowArguments.Require(kernelSize, 2, nameof(kernelSize)),
                WindowArguments.Require(strides.IsDefault ? [1] : strides, 2, nameof(strides)),
                WindowArguments.RequireForPictures(padding, nameof(padding))),
            activation,
            useBias,
            kernel,
            bias,
            symbols,
            kernelRegularizer,
            biasRegularizer)
    {
    }
}
