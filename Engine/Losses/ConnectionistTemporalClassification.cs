using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// How surprised one is by a label that is shorter than the sequence it is read from: <c>−log P(label)</c>, where P adds up the
/// probabilities of all paths that spell the label once repetitions are merged and blanks are left out.
/// </summary>
/// <remarks>
/// Predictions are times × classes, one of which is the blank. A sample's target is how many of its times count, then the
/// label's symbols, then −1 up to the most symbols there may be. Every forward variable is a step: <c>a_t3[2]</c>. Probabilities
/// are not rescaled, so that sequences of some hundred times come near the smallest numbers. As Keras' <c>ctc_batch_cost</c>,
/// probabilities p become logits by <c>log(p + ε)</c>. Source: A. Graves and others, ICML 2006; 000_ba0a15b2526e6d29.txt names it for sequences.
/// </remarks>
[Kind("ctc")]
public sealed class ConnectionistTemporalClassification : Loss
{
    private readonly int labels;
    private readonly int blank;
    private readonly bool fromLogits;
    private readonly double logEpsilon;
    private readonly Reduction reduction;
    private readonly PartNames symbols;

    /// <summary>The loss of connectionist temporal classification.</summary>
    /// <param name="labels">The most symbols a label has, at least 0.</param>
    /// <param name="blank">The class that stands for no symbol, from 0; −1 for the last, as in Keras.</param>
    /// <param name="fromLogits">Whether predictions are logits rather than probabilities.</param>
    /// <param name="logEpsilon">What is added to probabilities inside the logarithm, at least 0.</param>
    /// <param name="reduction">How the samples of a batch are put together.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one a sample, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ConnectionistTemporalClassification(
        int labels,
        int blank = -1,
        bool fromLogits = false,
        double logEpsilon = 1e-7,
        Reduction reduction = Reduction.Mean,
        PartNames? symbols = null)
    {
        if (labels < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(labels), labels, "an integer of at least 0");
        }

        if (blank < -1)
        {
            throw new ArgumentOutOfRangeException(nameof(blank), blank, "an integer of at least -1");
        }

        if (!double.IsFinite(logEpsilon) || logEpsilon < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(logEpsilon), logEpsilon, "a finite number of at least 0");
        }

        this.labels = labels;
        this.blank = blank;
        this.fromLogits = fromLogits;
        this.logEpsilon = logEpsilon;
        this.reduction = reduction;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["terms", "total"], nameof(symbols));
    }

    internal override Shape TargetShapeOf(Shape prediction) => new(1 + labels);

    internal override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target)
    {
        if (prediction.Shape.Rank != 3)
        {
            throw new ShapeException("ctc", "predictions of times × classes", $"{prediction.Shape.WithoutFirst()}");
        }

        (int times, int classes) = (prediction.Shape[1], prediction.Shape[2]);
        int blankClass = blank < 0 ? classes - 1 : blank;
        if (blankClass >= classes)
        {
            throw new ShapeException("ctc", $"a class below {classes} for the blank", $"{blankClass}");
        }

        Expression log = new Expression.Call(ElementaryFunction.Logarithm, logEpsilon == 0 ? Cellwise.Input(0) : Cellwise.Input(0) + logEpsilon);
        Symbol logits = fromLogits ? prediction : builder.EmitPrepared(new Cellwise("log", log), "log_p", prediction);
        Symbol probabilities = builder.EmitPrepared(new SoftmaxRows(), "p", logits);
        Symbol places = builder.EmitPrepared(new LabelProbabilities(blankClass), "q", target, probabilities);
        Symbol? paths = null;
        for (int time = 0; time < times; time++)
        {
            Symbol now = builder.EmitPrepared(new Slice(1, time, 1, dropsAxis: true), $"q_t{time + 1}", places);
            Symbol[] inputs = paths is null ? [target, now] : [target, now, paths];
            paths = builder.EmitPrepared(new PathProbabilities(time), $"a_t{time + 1}", inputs);
        }

        Symbol probability = builder.EmitPrepared(new LabelProbability(), "P", target, paths!);
        Cellwise surprise = new("surprise", -new Expression.Call(ElementaryFunction.Logarithm, Cellwise.Input(0)));
        Symbol terms = builder.EmitTerms(surprise, symbols["terms"] ?? SymbolNames.Indexed("E"), probability);
        return builder.EmitTotal(new SumAll(reduction == Reduction.Mean ? builder.BatchSize : 1), symbols["total"], terms);
    }
}
