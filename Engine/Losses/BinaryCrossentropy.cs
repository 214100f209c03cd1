using Engine.Activations;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// How surprised one is by a yes or no: <c>−(t·log(p) + (1 − t)·log(1 − p))</c>, the mean over outputs and batch. Of
/// probabilities p, or of logits z whose sigmoid is the probability; then the derivative of a term is <c>sigmoid(z) − t</c>.
/// </summary>
/// <remarks>
/// Keras 3 clips probabilities into [ε, 1 − ε] with ε = 1e-7, the default here; no gradient passes a clipped one. tf.keras 2
/// also adds 1e-7 inside the logarithms. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 7.
/// </remarks>
[Kind("binary-crossentropy")]
public sealed class BinaryCrossentropy : MeanLoss
{
    private readonly double clipEpsilon;
    private readonly double logEpsilon;

    /// <summary>The binary cross-entropy.</summary>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <param name="clipEpsilon">How near to 0 and 1 probabilities may come, from 0 (no clipping) to below 0.5.</param>
    /// <param name="logEpsilon">What is added inside the logarithms, at least 0.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An epsilon is outside its range.</exception>
    public BinaryCrossentropy(bool fromLogits = false, double clipEpsilon = 1e-7, double logEpsilon = 0, PartNames? symbols = null)
        : base(symbols)
    {
        Probabilities.RequireClip(clipEpsilon, nameof(clipEpsilon));
        if (!(logEpsilon >= 0) || !double.IsFinite(logEpsilon))
        {
            throw new ArgumentOutOfRangeException(nameof(logEpsilon), logEpsilon, "a finite number of at least 0");
        }

        FromLogits = fromLogits;
        this.clipEpsilon = clipEpsilon;
        this.logEpsilon = logEpsilon;
    }

    /// <summary>Whether predictions are logits: above 0 is a yes. Otherwise they are probabilities.</summary>
    public bool FromLogits { get; }

    private protected override Cellwise Term => FromLogits ? OfLogits : OfProbabilities;

    private static Cellwise OfLogits
    {
        get
        {
            (Expression t, Expression z) = (Cellwise.Input(0), Cellwise.Input(1));
            Expression p = new Sigmoid().Of(z);
            Expression stable = new Expression.Maximum([z, 0.0]) - (z * t)
                + new Expression.Call(
                    ElementaryFunction.LogarithmOfOnePlus,
                    new Expression.Call(ElementaryFunction.Exponential, -new Expression.Call(ElementaryFunction.Absolute, z)));
            return new Cellwise("binary cross-entropy", new Expression.Equivalent(Surprise(t, p, 0), stable), (1, p - t));
        }
    }

    private Cellwise OfProbabilities =>
        new("binary cross-entropy", Surprise(Cellwise.Input(0), Cellwise.Input(1), logEpsilon));

    private protected override Symbol Prepare(LossBuilder builder, Symbol prediction) =>
        FromLogits ? prediction : Probabilities.Clip(builder, prediction, clipEpsilon);

    private static Expression Surprise(Expression t, Expression p, double epsilon)
    {
        return -((t * Log(p)) + ((1.0 - t) * Log(1.0 - p)));

        Expression Log(Expression x) => new Expression.Call(ElementaryFunction.Logarithm, epsilon == 0 ? x : x + epsilon);
    }
}
