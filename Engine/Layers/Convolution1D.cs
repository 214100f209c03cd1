using Engine.Activations;
using Engine.Initializers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// Filters that move along a sequence: batch × steps × channels in, batch × windows × filters out. Kernel: size × channels ×
/// filters. Keras' <c>Conv1D</c>.
/// </summary>
[Kind("conv-1d")]
public sealed class Convolution1D : ConvolutionalLayer
{
    /// <summary>A convolution along sequences.</summary>
    /// <param name="filters">The number of filters, at least 1.</param>
    /// <param name="kernelSize">The number of steps in a window, at least 1.</param>
    /// <param name="strides">How many steps a window is from the next, at least 1.</param>
    /// <param name="padding">What happens where windows reach over an edge.</param>
    /// <param name="activation">The activation function; the sum itself where none is given.</param>
    /// <param name="useBias">Whether the filters have biases.</param>
    /// <param name="kernel">The first values of the kernel; Glorot uniform where none are given.</param>
    /// <param name="bias">The first values of the bias; zeros where none are given.</param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>kernel</c>, <c>bias</c>, <c>z</c>, <c>output</c>.</param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public Convolution1D(
        int filters,
        int kernelSize,
        int strides = 1,
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
                WindowArguments.Require([kernelSize], 1, nameof(kernelSize)), WindowArguments.Require([strides], 1, nameof(strides)), padding),
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
