using Engine.Activations;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A layer whose filters move along a sequence or over a picture: each answers a window with the sum of the window's numbers
/// times the filter's, plus its bias, wherever the window lies. Channels come last. Parameters: the kernel W (window × channels
/// × filters) and the bias b (filters), as in Keras.
/// </summary>
public abstract class ConvolutionalLayer : SingleInputLayer
{
    private readonly int filters;
    private readonly Windows windows;
    private readonly Activation activation;
    private readonly bool useBias;
    private readonly Initializer kernel;
    private readonly Initializer bias;
    private readonly PartNames symbols;
    private readonly Regularizer? kernelRegularizer;
    private readonly Regularizer? biasRegularizer;

    private protected ConvolutionalLayer(
        int filters,
        Windows windows,
        Activation? activation,
        bool useBias,
        Initializer? kernel,
        Initializer? bias,
        PartNames? symbols,
        Regularizer? kernelRegularizer,
        Regularizer? biasRegularizer)
    {
        if (!useBias && bias is not null)
        {
            throw new ArgumentException("values for a bias that use-bias: false takes away", nameof(bias));
        }

        if (!useBias && biasRegularizer is not null)
        {
            throw new ArgumentException("a regularizer for a bias that use-bias: false takes away", nameof(biasRegularizer));
        }

        this.filters = Require.AtLeast(1, filters, nameof(filters));
        this.windows = windows;
        this.activation = activation ?? new Linear();
        this.useBias = useBias;
        this.kernel = kernel ?? new GlorotUniform();
        this.bias = bias ?? new Zeros();
        this.symbols = symbols ?? PartNames.None;
        this.kernelRegularizer = kernelRegularizer;
        this.biasRegularizer = biasRegularizer;
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

    private protected sealed override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        windows.OutputOf(input.Shape, filters);
        Symbol weights = builder.Parameter(
            LayerPart.None,
            "kernel",
            windows.KernelOf(input.Shape[^1], filters),
            kernel,
            symbols["kernel"] ?? builder.NameOf("W"),
            kernelRegularizer);
        List<Symbol> operands = [input, weights];
        if (useBias)
        {
            operands.Add(builder.Parameter(
                LayerPart.Bias, "bias", new Shape(filters), bias, symbols["bias"] ?? builder.NameOf("b"), biasRegularizer));
        }

        Convolution convolution = new(windows);
        SymbolNames outputNames = symbols["output"] ?? builder.NameOfOutput;
        if (activation.IsIdentity)
        {
            return builder.Emit(convolution, LayerPart.Output, "output", outputNames, operands);
        }

        Symbol z = builder.Emit(convolution, LayerPart.PreActivation, "z", symbols["z"] ?? builder.NameOf("z"), operands);
        return builder.Emit(activation.ToOperation(), LayerPart.Output, "output", outputNames, z);
    }
}
