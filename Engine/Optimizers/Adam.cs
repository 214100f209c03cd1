using System.Collections.Immutable;
using Engine.Clippings;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>Where Adam adds the small number that keeps its division away from 0.</summary>
public enum AdamEpsilon
{
    /// <summary>
    /// To the root of the second moment as it is; the correction of both moments is part of the step size. The paper calls it
    /// epsilon hat; Keras does it.
    /// </summary>
    Keras,

    /// <summary>To the root of the corrected second moment, as the paper's Algorithm 1, PyTorch and tfjs do.</summary>
    Paper,
}

/// <summary>
/// Momentum and <see cref="RootMeanSquarePropagation"/> together: moving means of the gradient, <c>m⁺ = β_1·m + (1 − β_1)·g</c> (<c>m_w5</c>),
/// and of its square, <c>v⁺ = β_2·v + (1 − β_2)·g²</c> (<c>v_w5</c>), both 0 at first and therefore too small for a while, which is
/// corrected. Updates count from 1 here: t + 1.
/// </summary>
/// <remarks>
/// <para>As Keras does it, the step size is corrected, <c>alpha_t = α·sqrt(1 − β_2^(t+1)) / (1 − β_1^(t+1))</c>, and
/// <c>w⁺ = w − alpha_t·m⁺ / (sqrt(v⁺) + ε)</c>.</para>
/// <para>As the paper does it, the moments are, <c>m̂ = m⁺ / (1 − β_1^(t+1))</c> and <c>v̂ = v⁺ / (1 − β_2^(t+1))</c> (<c>mhat_w5</c>, <c>vhat_w5</c>), and
/// <c>w⁺ = w − α·m̂ / (sqrt(v̂) + ε)</c>. The denominators are steps of their own, <c>correction1</c> and <c>correction2</c>.</para>
/// <para>AMSGrad divides by the largest v⁺ so far, <c>vmax_w5</c>, before any correction.</para>
/// <para>Source: 002_d82fa7d1bd0f4ce9.txt, chapter 3, "아담"; Kingma, Ba, "Adam: a method for stochastic optimization", 2015;
/// Reddi, Kale, Kumar, "On the convergence of Adam and beyond", 2018.</para>
/// </remarks>
[Kind("adam")]
public sealed class Adam : GradientOptimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly bool amsgrad;
    private readonly AdamEpsilon epsilonPlacement;

    /// <summary>Adam.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes; 0.001 where null, as in Keras.</param>
    /// <param name="beta_1">The share β1 of the mean gradient that is kept, at least 0 and below 1.</param>
    /// <param name="beta_2">The share β2 of the mean square that is kept, at least 0 and below 1.</param>
    /// <param name="epsilon">What keeps the division away from 0, finite and at least 0.</param>
    /// <param name="amsgrad">Whether to divide by the largest mean square so far.</param>
    /// <param name="epsilonPlacement">Where epsilon is added.</param>
    /// <param name="clip">How gradients that are too large are made smaller; not at all where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adam(
        Schedule? learningRate = null,
        double beta_1 = 0.9,
        double beta_2 = 0.999,
        double epsilon = 1e-7,
        bool amsgrad = false,
        AdamEpsilon epsilonPlacement = AdamEpsilon.Keras,
        Clipping? clip = null)
        : base(learningRate ?? 0.001, clip)
    {
        beta1 = Require.Decay(beta_1, nameof(beta_1));
        beta2 = Require.Decay(beta_2, nameof(beta_2));
        this.epsilon = Require.AtLeastZero(epsilon, nameof(epsilon));
        this.amsgrad = amsgrad;
        this.epsilonPlacement = epsilonPlacement;
    }

    private protected override void Emit(
        UpdateBuilder builder, Symbol rate, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Symbol first = builder.Hyperparameter("beta_1", beta1);
        Symbol second = builder.Hyperparameter("beta_2", beta2);
        Symbol small = builder.Hyperparameter("epsilon", epsilon);
        Symbol updates = builder.Updates();
        bool isPaper = epsilonPlacement == AdamEpsilon.Paper;
        Symbol? firstCorrection = isPaper ? EmitCorrection(builder, "correction1", first, updates) : null;
        Symbol? secondCorrection = isPaper ? EmitCorrection(builder, "correction2", second, updates) : null;
        Symbol size = isPaper ? rate : EmitStepSize(builder, rate, first, second, updates);
        Cellwise correct = new("corrected moment", Cellwise.Input(0) / Cellwise.Input(1));
        Cellwise largest = new("largest so far", new Expression.Maximum([Cellwise.Input(0), Cellwise.Input(1)]));
        Expression root = new Expression.Call(ElementaryFunction.SquareRoot, Cellwise.Input(3)) + Cellwise.Input(4);
        Cellwise descent = new("Adam", Cellwise.Input(0) - (Cellwise.Input(1) * Cellwise.Input(2) / root));
        foreach ((Symbol parameter, Symbol gradient) in parameters)
        {
            Symbol mean = builder.Slot("m", parameter, 0);
            Symbol square = builder.Slot("v", parameter, 0);
            Symbol m = builder.EmitUpdated(MovingAverage.OfGradient(), mean, first, mean, gradient);
            Symbol v = builder.EmitUpdated(MovingAverage.OfSquare(), square, second, square, gradient);
            if (amsgrad)
            {
                Symbol slot = builder.Slot("vmax", parameter, 0);
                v = builder.EmitUpdated(largest, slot, slot, v);
            }

            if (firstCorrection is not null && secondCorrection is not null)
            {
                m = builder.Emit(correct, "mhat", parameter, m, firstCorrection);
                v = builder.Emit(correct, "vhat", parameter, v, secondCorrection);
            }

            builder.EmitUpdated(descent, parameter, parameter, size, m, v, small);
        }
    }

    /// <summary>1 − β^(t+1): what part of a mean that began with 0 is there by now.</summary>
    private static Symbol EmitCorrection(UpdateBuilder builder, string name, Symbol beta, Symbol updates) =>
        builder.EmitShared(new Cellwise("correction", Part(Cellwise.Input(0), Cellwise.Input(1))), name, beta, updates);

    private static Symbol EmitStepSize(UpdateBuilder builder, Symbol rate, Symbol first, Symbol second, Symbol updates)
    {
        Expression root = new Expression.Call(ElementaryFunction.SquareRoot, Part(Cellwise.Input(2), Cellwise.Input(3)));
        Expression size = Cellwise.Input(0) * root / Part(Cellwise.Input(1), Cellwise.Input(3));
        return builder.EmitShared(new Cellwise("corrected step size", size), "alpha_t", rate, first, second, updates);
    }

    private static Expression Part(Expression beta, Expression updates) => 1.0 - new Expression.Power(beta, updates + 1.0);
}
