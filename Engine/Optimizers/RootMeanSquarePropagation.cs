using System.Collections.Immutable;
using Engine.Clippings;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// <see cref="Adagrad"/> that forgets: instead of the sum of all squares a moving mean of them is kept,
/// <c>v⁺ = ρ·v + (1 − ρ)·g²</c> (<c>v_w5</c>), and <c>w⁺ = w − α·g / sqrt(v⁺ + ε)</c>. Keras' <c>RMSprop</c>.
/// </summary>
/// <remarks>
/// Centered, the mean gradient is kept too, <c>m⁺ = ρ·m + (1 − ρ)·g</c>, and the variance <c>v⁺ − m⁺²</c> takes the place of v⁺. With
/// momentum μ the steps are added up first: <c>mom⁺ = μ·mom + α·g / sqrt(…)</c> and <c>w⁺ = w − mom⁺</c>. Slots begin with 0.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 3, "알엠에스프롭"; Hinton, "Neural networks for machine learning", lecture 6e.
/// </remarks>
[Kind("rmsprop")]
public sealed class RootMeanSquarePropagation : GradientOptimizer
{
    private readonly double rho;
    private readonly double momentum;
    private readonly double epsilon;
    private readonly bool centered;
    private readonly EpsilonPlacement epsilonPlacement;

    /// <summary>RMSprop.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes; 0.001 where null, as in Keras.</param>
    /// <param name="rho">The share ρ of the means that is kept, at least 0 and below 1.</param>
    /// <param name="momentum">The share μ of the last step that is kept, from 0 (none) to 1.</param>
    /// <param name="epsilon">What keeps the division away from 0, finite and at least 0.</param>
    /// <param name="centered">Whether to divide by the standard deviation of the gradient rather than its root mean square.</param>
    /// <param name="epsilonPlacement">Where epsilon is added.</param>
    /// <param name="clip">How gradients that are too large are made smaller; not at all where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RootMeanSquarePropagation(
        Schedule? learningRate = null,
        double rho = 0.9,
        double momentum = 0,
        double epsilon = 1e-7,
        bool centered = false,
        EpsilonPlacement epsilonPlacement = EpsilonPlacement.InsideRoot,
        Clipping? clip = null)
        : base(learningRate ?? 0.001, clip)
    {
        this.rho = Require.Decay(rho, nameof(rho));
        this.momentum = Require.Share(momentum, nameof(momentum));
        this.epsilon = Require.AtLeastZero(epsilon, nameof(epsilon));
        this.centered = centered;
        this.epsilonPlacement = epsilonPlacement;
    }

    private protected override void Emit(
        UpdateBuilder builder, Symbol rate, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Symbol kept = builder.Hyperparameter("rho", rho);
        Symbol small = builder.Hyperparameter("epsilon", epsilon);
        Symbol? keptStep = momentum == 0 ? null : builder.Hyperparameter("mu", momentum);
        foreach ((Symbol parameter, Symbol gradient) in parameters)
        {
            Symbol square = builder.Slot("v", parameter, 0);
            List<Symbol> means = [builder.EmitUpdated(MovingAverage.OfSquare(), square, kept, square, gradient)];
            if (centered)
            {
                Symbol mean = builder.Slot("m", parameter, 0);
                means.Add(builder.EmitUpdated(MovingAverage.OfGradient(), mean, kept, mean, gradient));
            }

            if (keptStep is null)
            {
                Cellwise descent = new("RMSprop", Cellwise.Input(0) - Step(1));
                builder.EmitUpdated(descent, parameter, [parameter, rate, gradient, small, .. means]);
                continue;
            }

            Symbol slot = builder.Slot("mom", parameter, 0);
            Cellwise step = new("RMSprop with momentum", (Cellwise.Input(0) * Cellwise.Input(1)) + Step(2));
            Symbol next = builder.EmitUpdated(step, slot, [keptStep, slot, rate, gradient, small, .. means]);
            builder.EmitUpdated(new Cellwise("descent", Cellwise.Input(0) - Cellwise.Input(1)), parameter, parameter, next);
        }
    }

    /// <summary>α·g / sqrt(…), of rate, gradient, epsilon, mean square and mean gradient from an input on.</summary>
    private Expression Step(int first)
    {
        Expression square = Cellwise.Input(first + 3);
        Expression spread = centered ? square - new Expression.Square(Cellwise.Input(first + 4)) : square;
        return Cellwise.Input(first) * Cellwise.Input(first + 1) / epsilonPlacement.Root(spread, Cellwise.Input(first + 2));
    }
}
