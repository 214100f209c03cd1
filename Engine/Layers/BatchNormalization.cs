using Engine.Formulas;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Normalizes each feature over the batch, and over all other axes but the last: <c>h = γ·(x − mean)/√(variance + ε) + β</c>.
/// In training mean and variance are the batch's, and a running mean and variance remember them:
/// <c>moving⁺ = moving·momentum + batch·(1 − momentum)</c>. For inference the running ones are used and stay as they are.
/// </summary>
/// <remarks>
/// As in Keras the running variance, too, is that of the biased variance. The gradient passes through the batch's mean and
/// variance; none passes to the running ones. Source: S. Ioffe, C. Szegedy, "Batch normalization: accelerating deep network
/// training by reducing internal covariate shift", ICML 2015.
/// </remarks>
[Kind("batch-normalization")]
public sealed class BatchNormalization : Normalization
{
    private readonly double momentum;
    private readonly Initializer movingMean;
    private readonly Initializer movingVariance;

    /// <summary>A batch normalization layer.</summary>
    /// <param name="momentum">How much of the running mean and variance stays in each iteration, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the variance, finite and not negative.</param>
    /// <param name="center">Whether β is added.</param>
    /// <param name="scale">Whether there is a factor γ.</param>
    /// <param name="gamma">The first values of γ; ones where none are given.</param>
    /// <param name="beta">The first values of β; zeros where none are given.</param>
    /// <param name="movingMean">The running mean at the beginning; zeros where none is given.</param>
    /// <param name="movingVariance">The running variance at the beginning; ones where none is given.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>mean</c>, <c>centered</c>, <c>variance</c>, <c>normalized</c>, <c>gamma</c>,
    /// <c>beta</c>, <c>output</c>, <c>moving-mean</c>, <c>moving-variance</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Momentum or epsilon is outside its range.</exception>
    /// <exception cref="ArgumentException">There are values or symbols for something that the layer does not have.</exception>
    public BatchNormalization(
        double momentum = 0.99,
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? gamma = null,
        Initializer? beta = null,
        Initializer? movingMean = null,
        Initializer? movingVariance = null,
        PartNames? symbols = null)
        : base(epsilon, center, scale, gamma, beta, symbols, "moving-mean", "moving-variance")
    {
        if (!(momentum >= 0 && momentum <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "a number from 0 to 1");
        }

        this.momentum = momentum;
        this.movingMean = movingMean ?? new Zeros();
        this.movingVariance = movingVariance ?? new Ones();
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        RequireFeatures(input);
        if (builder.IsShared && builder.Mode == Mode.Training)
        {
            throw new ShapeException(
                "batch normalization", "a layer of its own in every place: a running mean cannot have two next values", "a layer that is shared");
        }

        Shape features = new(input.Shape[^1]);
        Symbol runningMean = builder.State("moving-mean", features, movingMean, Symbols["moving-mean"] ?? builder.NameOf("moving_mean"));
        Symbol runningVariance = builder.State(
            "moving-variance", features, movingVariance, Symbols["moving-variance"] ?? builder.NameOf("moving_var"));
        if (builder.Mode == Mode.Inference)
        {
            return EmitNormalized(builder, EmitCentered(builder, input, runningMean), runningVariance);
        }

        int count = input.Shape.Size / features.Size;
        Symbol mean = builder.EmitForBatch(
            new Reduction("mean", Cellwise.Input(0), features, count), "mean", Symbols["mean"] ?? builder.NameOf("mean"), input);
        Symbol centered = EmitCentered(builder, input, mean);
        Symbol variance = builder.EmitForBatch(
            new Reduction("variance", new Expression.Square(Cellwise.Input(0)), features, count),
            "variance",
            Symbols["variance"] ?? builder.NameOf("var"),
            centered);
        builder.OnUpdate(update =>
        {
            Expression stays = momentum;
            Cellwise blend = new("running statistic", (Cellwise.Input(0) * stays) + (Cellwise.Input(1) * (1.0 - stays)));
            update.EmitUpdated(blend, runningMean, runningMean, mean);
            update.EmitUpdated(blend, runningVariance, runningVariance, variance);
        });
        return EmitNormalized(builder, centered, variance);
    }
}
