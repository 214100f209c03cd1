using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// The <see cref="ClassCrossentropy"/> of targets that are the number of the right class, counted from 0, one a sample. A
/// step of its own turns them into a one and zeros.
/// </summary>
[Kind("sparse-categorical-crossentropy")]
public sealed class SparseCategoricalCrossentropy : ClassCrossentropy
{
    /// <summary>The sparse categorical cross-entropy.</summary>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <param name="normalize">Whether probabilities are divided by their sum first.</param>
    /// <param name="clipEpsilon">How near to 0 and 1 probabilities may come, from 0 (no clipping) to below 0.5.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epsilon is outside its range.</exception>
    public SparseCategoricalCrossentropy(
        bool fromLogits = false, bool normalize = true, double clipEpsilon = 1e-7, PartNames? symbols = null)
        : base(fromLogits, normalize, clipEpsilon, symbols)
    {
    }

    internal override Shape TargetShapeOf(Shape prediction) => new(1);

    private protected override Symbol Targets(LossBuilder builder, Symbol prediction, Symbol target) =>
        builder.EmitPrepared(new OneHot(prediction.Shape[^1]), "one_hot", target);
}
