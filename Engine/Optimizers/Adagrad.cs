using System.Collections.Immutable;
using Engine.Clippings;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// A learning rate of its own for each weight, the smaller the more the weight has already changed: the squares of all its
/// gradients are added up, <c>a⁺ = a + g²</c> (<c>a_w5</c>), and <c>w⁺ = w − α·g / sqrt(a⁺ + ε)</c>. Keras' <c>Adagrad</c>.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 3, "아다그라드"; Duchi, Hazan, Singer, "Adaptive subgradient methods", 2011.
/// </summary>
[Kind("adagrad")]
public sealed class Adagrad : GradientOptimizer
{
    private readonly double initialAccumulator;
    private readonly double epsilon;
    private readonly EpsilonPlacement epsilonPlacement;

    /// <summary>Adagrad.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes; 0.001 where null, as in Keras.</param>
    /// <param name="initialAccumulator">The first value of each sum of squares, finite and at least 0.</param>
    /// <param name="epsilon">What keeps the division away from 0, finite and at least 0.</param>
    /// <param name="epsilonPlacement">Where it is added.</param>
    /// <param name="clip">How gradients that are too large are made smaller; not at all where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adagrad(
        Schedule? learningRate = null,
        double initialAccumulator = 0.1,
        double epsilon = 1e-7,
        EpsilonPlacement epsilonPlacement = EpsilonPlacement.InsideRoot,
        Clipping? clip = null)
        : base(learningRate ?? 0.001, clip)
    {
        this.initialAccumulator = Require.AtLeastZero(initialAccumulator, nameof(initialAccumulator));
        this.epsilon = Require.AtLeastZero(epsilon, nameof(epsilon));
        this.epsilonPlacement = epsilonPlacement;
    }

    private protected override void Emit(
        UpdateBuilder builder, Symbol rate, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Symbol small = builder.Hyperparameter("epsilon", epsilon);
        Cellwise accumulate = new("sum of squares", Cellwise.Input(0) + new Expression.Square(Cellwise.Input(1)));
        Expression root = epsilonPlacement.Root(Cellwise.Input(3), Cellwise.Input(4));
        Cellwise descent = new("Adagrad", Cellwise.Input(0) - (Cellwise.Input(1) * Cellwise.Input(2) / root));
        foreach ((Symbol parameter, Symbol gradient) in parameters)
        {
            Symbol slot = builder.Slot("a", parameter, initialAccumulator);
            Symbol accumulated = builder.EmitUpdated(accumulate, slot, slot, gradient);
            builder.EmitUpdated(descent, parameter, parameter, rate, gradient, accumulated, small);
        }
    }
}
