using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// The <see cref="ClassCrossentropy"/> of targets that are one number a class: 1 for the right one and 0 for the others, or any
/// shares that add up to 1. Keras' <c>categorical_crossentropy</c>.
/// </summary>
[Kind("categorical-crossentropy")]
public sealed class CategoricalCrossentropy : ClassCrossentropy
{
    /// <summary>The categorical cross-entropy.</summary>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <param name="normalize">Whether probabilities are divided by their sum first.</param>
    /// <param name="clipEpsilon">How near to 0 and 1 probabilities may come, from 0 (no clipping) to below 0.5.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epsilon is outside its range.</exception>
    public CategoricalCrossentropy(
        bool fromLogits = false, bool normalize = true, double clipEpsilon = 1e-7, PartNames? symbols = null)
        : base(fromLogits, normalize, clipEpsilon, symbols)
    {
    }
}
