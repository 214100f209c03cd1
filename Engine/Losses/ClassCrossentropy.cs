using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// How surprised one is by the right one of several classes: <c>−Σ t·log(p)</c> over the classes, the mean over the batch. Of
/// probabilities p, or of logits whose softmax they are.
/// </summary>
/// <remarks>
/// As in Keras, probabilities are first divided by their sum and clipped into [ε, 1 − ε] with ε = 1e-7; both can be turned off
/// for the textbook's form. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 7.
/// </remarks>
public abstract class ClassCrossentropy : Loss
{
    private readonly bool fromLogits;
    private readonly bool normalize;
    private readonly double clipEpsilon;
    private readonly PartNames symbols;

    /// <summary>A cross-entropy over classes.</summary>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <param name="normalize">Whether probabilities are divided by their sum first.</param>
    /// <param name="clipEpsilon">How near to 0 and 1 probabilities may come, from 0 (no clipping) to below 0.5.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epsilon is outside its range.</exception>
    private protected ClassCrossentropy(bool fromLogits, bool normalize, double clipEpsilon, PartNames? symbols)
    {
        Probabilities.RequireClip(clipEpsilon, nameof(clipEpsilon));
        this.fromLogits = fromLogits;
        this.normalize = normalize;
        this.clipEpsilon = clipEpsilon;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["terms", "total"], nameof(symbols));
    }

    internal sealed override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target)
    {
        Expression log = Cellwise.Input(1);
        Symbol prepared = prediction;
        if (fromLogits)
        {
            prepared = builder.EmitPrepared(new LogSoftmaxRows(), "log_p", prediction);
        }
        else
        {
            prepared = normalize ? builder.EmitPrepared(new NormalizeRows(), "p", prediction) : prediction;
            prepared = Probabilities.Clip(builder, prepared, clipEpsilon);
            log = new Expression.Call(ElementaryFunction.Logarithm, log);
        }

        Cellwise term = new("cross-entropy", -(Cellwise.Input(0) * log));
        Symbol terms = builder.EmitTerms(term, symbols["terms"], Targets(builder, prediction, target), prepared);
        return builder.EmitTotal(new SumAll(builder.BatchSize), symbols["total"], terms);
    }

    /// <summary>The targets as one number a class.</summary>
    private protected virtual Symbol Targets(LossBuilder builder, Symbol prediction, Symbol target) => target;
}
