using Engine.Activations;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A layer in which every unit is connected to every input: <c>h = activation(x·W + b)</c>. Parameters: the kernel W
/// (inputs × units: row i holds the weights that leave input i, as in Keras) and the bias b (units).
/// </summary>
[Kind("dense")]
public sealed class Dense : SingleInputLayer
{
    private readonly int units;
    private readonly Activation activation;
    private readonly bool useBias;
    private readonly Initializer kernel;
    private readonly Initializer bias;
    private readonly Regularizer? kernelRegularizer;
    private readonly Regularizer? biasRegularizer;
    private readonly PartNames symbols;

    /// <summary>A dense layer.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="kernel">The first values of the kernel, inputs × units.</param>
    /// <param name="activation">The activation function; the weighted sum itself where none is given.</param>
    /// <param name="useBias">Whether the units have biases, as is Keras' default.</param>
    /// <param name="bias">The first values of the bias; zeros where none are given.</param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>kernel</c>, <c>bias</c>, <c>z</c>, <c>output</c>.</param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers, added to the loss; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public Dense(
        int units,
        Initializer kernel,
        Activation? activation = null,
        bool useBias = true,
        Initializer? bias = null,
        PartNames? symbols = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null)
    {
        if (units < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "an integer of at least 1");
        }

        ArgumentNullException.ThrowIfNull(kernel);
        this.units = units;
        this.kernel = kernel;
        this.activation = activation ?? new Linear();
        this.useBias = useBias;
        this.symbols = symbols ?? PartNames.None;
        this.kernelRegularizer = kernelRegularizer;
        this.biasRegularizer = biasRegularizer;
        if (!useBias && bias is not null)
        {
            throw new ArgumentException("values for a bias that use-bias: false takes away", nameof(bias));
        }

        if (!useBias && biasRegularizer is not null)
        {
            throw new ArgumentException("a regularizer for a bias that use-bias: false takes away", nameof(biasRegularizer));
        }

        this.bias = bias ?? new Zeros();
        List<string> parts = ["kernel", "output"];
        if (useBias)
        {
            parts.Add("bias");
        }

        if (!this.activation.IsIdentity)
        {
            parts.Add("z");
        }

        this.symbols.RequireOnly(parts, nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        if (input.Shape.Rank < 2)
        {
            throw new ShapeException("dense layer", "an input of shape batch × features", $"{input.Shape}");
        }

        Symbol weights = builder.Parameter(
            LayerPart.Kernel, "kernel", new Shape(input.Shape[^1], units), kernel, symbols["kernel"] ?? builder.NameOf("W"), kernelRegularizer);
        List<Symbol> operands = [input, weights];
        if (useBias)
        {
            operands.Add(builder.Parameter(
                LayerPart.Bias, "bias", new Shape(units), bias, symbols["bias"] ?? builder.NameOf("b"), biasRegularizer));
        }

        SymbolNames outputNames = symbols["output"] ?? builder.NameOfOutput;
        if (activation.IsIdentity)
        {
            return builder.Emit(new DenseProduct(), LayerPart.Output, "output", outputNames, operands);
        }

        SymbolNames sumNames = symbols["z"] ?? builder.NameOf("z");
        Symbol z = builder.Emit(new DenseProduct(), LayerPart.PreActivation, "z", sumNames, operands);
        return builder.Emit(activation.ToOperation(), LayerPart.Output, "output", outputNames, [z]);
    }
}
