using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Of each feature of a sequence its greatest value. Where that is, is a step of its own; the gradient goes there and nowhere
/// else, to the first where several are equal. Input: batch × steps × features. Output: batch × features.
/// </summary>
[Kind("global-max-pooling-1d")]
public sealed class GlobalMaxPooling1D : SingleInputLayer
{
    private const int TimeAxis = 1;

    private readonly PartNames symbols;

    /// <summary>A layer that takes maxima over time.</summary>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>position</c>, the step of the maximum, counted from 0, and <c>output</c>.
    /// </param>
    public GlobalMaxPooling1D(PartNames? symbols = null)
    {
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["position", "output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        GlobalAveragePooling1D.RequireSequence(input.Shape);
        Symbol position = builder.Emit(
            new ArgMax(TimeAxis), LayerPart.None, "position", symbols["position"] ?? builder.NameOf("argmax"), input);
        return builder.Emit(
            new TakeAlong(TimeAxis), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input, position);
    }
}
