using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A layer whose units see the input and what all of them answered one time step before:
/// <c>z_t = x_t·W + h_(t−1)·R + b</c>, <c>h_t = activation(z_t)</c>. Keras' <c>SimpleRNN</c>. Parameters: the kernel W
/// (features × units), the recurrent kernel R (units × units) and the bias b (units).
/// Source: Elman, Finding structure in time, 1990; 002_d82fa7d1bd0f4ce9.txt, Keras examples.
/// </summary>
[Kind("simple-rnn")]
public sealed class SimpleRecurrent : RecurrentLayer
{
    /// <summary>A simple recurrent layer.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="activation">The activation function; <c>tanh</c> where none is given.</param>
    /// <param name="kernel">The first values of the kernel, features × units; Glorot uniform where none are given.</param>
    /// <param name="recurrentKernel">The first values of the recurrent kernel, units × units; orthogonal where none are given.</param>
    /// <param name="useBias">Whether the units have biases.</param>
    /// <param name="bias">The first values of the bias; zeros where none are given.</param>
    /// <param name="returnSequences">Whether the hidden states of all time steps are handed on, not only the last.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>W</c>, <c>R</c>, <c>b</c>, <c>x</c>, <c>z</c>, <c>h</c> and <c>sequence</c>.
    /// </param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="recurrentRegularizer">A penalty on the size of the recurrent kernel's numbers; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public SimpleRecurrent(
        int units,
        Activation? activation = null,
        Initializer? kernel = null,
        Initializer? recurrentKernel = null,
        bool useBias = true,
        Initializer? bias = null,
        bool returnSequences = false,
        PartNames? symbols = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? recurrentRegularizer = null,
        Regularizer? biasRegularizer = null)
        : base(
            units,
            activation,
            kernel,
            recurrentKernel,
            useBias,
            bias,
            returnSequences,
            symbols,
            kernelRegularizer,
            recurrentRegularizer,
            biasRegularizer)
    {
        List<string> parts = ["W", "R", "x", "h"];
        if (useBias)
        {
            parts.Add("b");
        }

        if (!Activation.IsIdentity)
        {
            parts.Add("z");
        }

        RequireParts(parts);
    }

    private protected override ImmutableArray<string> States => ["h"];

    private protected override Cell CellOf(LayerBuilder builder, int features)
    {
        Symbol kernel = Parameters(builder, LayerPart.Kernel, KernelPart, new Shape(features, Units), Kernel, ["W"])[0];
        Symbol recurrent = Parameters(builder, LayerPart.None, RecurrentPart, new Shape(Units, Units), RecurrentKernel, ["R"])[0];
        Symbol[] bias = UseBias ? [Parameters(builder, LayerPart.Bias, BiasPart, new Shape(Units), Bias, ["b"])[0]] : [];
        Activated activation = new(Activation);
        DenseProduct product = new();
        return (step, x, states) => [step.EmitActivated("z", "h", activation, product, [x, kernel, states[0], recurrent, .. bias])];
    }
}
