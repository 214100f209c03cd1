using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// All numbers of a sample in one row, as they lie: the last axis varies fastest. Input: batch × any axes. Output:
/// batch × features.
/// </summary>
[Kind("flatten")]
public sealed class Flatten : SingleInputLayer
{
    private readonly PartNames symbols;

    /// <summary>A layer that flattens.</summary>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    public Flatten(PartNames? symbols = null)
    {
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        Shape rows = new(input.Shape[0], input.Shape.WithoutFirst().Size);
        return builder.Emit(new Reshape(rows), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input);
    }
}
