using Engine.Activations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// An activation function as a layer of its own: <c>h = activation(x)</c>. Input and output have one shape.
/// </summary>
[Kind("activation")]
public sealed class ActivationLayer : SingleInputLayer
{
    private readonly Activation activation;
    private readonly PartNames symbols;

    /// <summary>An activation function as a layer.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    public ActivationLayer(Activation activation, PartNames? symbols = null)
    {
        ArgumentNullException.ThrowIfNull(activation);
        this.activation = activation;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input) =>
        builder.Emit(activation.ToOperation(), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input);
}
