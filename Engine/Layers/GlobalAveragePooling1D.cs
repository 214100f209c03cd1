using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>Of each feature of a sequence its mean over time. Input: batch × steps × features. Output: batch × features.</summary>
[Kind("global-average-pooling-1d")]
public sealed class GlobalAveragePooling1D : SingleInputLayer
{
    private readonly PartNames symbols;

    /// <summary>A layer that takes means over time.</summary>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    public GlobalAveragePooling1D(PartNames? symbols = null)
    {
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    /// <exception cref="ShapeException">The shape is not a batch of sequences of at least one step.</exception>
    internal static void RequireSequence(Shape shape)
    {
        if (shape.Rank != 3 || shape[1] == 0)
        {
            throw new ShapeException("global pooling", "an input of shape batch × steps × features", $"{shape}");
        }
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        RequireSequence(input.Shape);
        return builder.Emit(new AverageAlong(axis: 1), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input);
    }
}
