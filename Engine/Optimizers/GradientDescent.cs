using System.Collections.Immutable;
using Engine.Clippings;
using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// Gradient descent, Keras' <c>SGD</c>: <c>w⁺ = w − α·∂E/∂w</c>. With momentum μ a velocity v (<c>v_w5</c>, 0 at first) is kept for each
/// parameter: <c>v⁺ = μ·v − α·∂E/∂w</c> and <c>w⁺ = w + v⁺</c>, or <c>w⁺ = w + μ·v⁺ − α·∂E/∂w</c> as Nesterov looks ahead.
/// </summary>
/// <remarks>
/// The learning rate is inside the velocity, as in Keras; PyTorch keeps a velocity without it, which differs where the rate
/// changes. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 6, step 2, and chapter 3, "모멘텀"; Sutskever et al., "On the
/// importance of initialization and momentum in deep learning", 2013.
/// </remarks>
[Kind("sgd")]
public sealed class GradientDescent : GradientOptimizer
{
    private readonly double momentum;
    private readonly bool nesterov;

    /// <summary>Gradient descent.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes.</param>
    /// <param name="momentum">The share μ of the velocity that is kept, from 0 (no velocity) to 1.</param>
    /// <param name="nesterov">Whether the velocity is taken one update ahead; only with momentum.</param>
    /// <param name="clip">How gradients that are too large are made smaller; not at all where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The momentum is outside its range.</exception>
    public GradientDescent(Schedule learningRate, double momentum = 0, bool nesterov = false, Clipping? clip = null)
        : base(learningRate, clip)
    {
        this.momentum = Require.Share(momentum, nameof(momentum));
        this.nesterov = nesterov;
    }

    private protected override void Emit(
        UpdateBuilder builder, Symbol rate, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        if (momentum == 0)
        {
            Cellwise descent = new("gradient descent", Cellwise.Input(0) - (Cellwise.Input(1) * Cellwise.Input(2)));
            foreach ((Symbol parameter, Symbol gradient) in parameters)
            {
                builder.EmitUpdated(descent, parameter, parameter, rate, gradient);
            }

            return;
        }

        Symbol kept = builder.Hyperparameter("mu", momentum);
        Cellwise velocity = new("velocity", (Cellwise.Input(0) * Cellwise.Input(1)) - (Cellwise.Input(2) * Cellwise.Input(3)));
        Cellwise ahead = new(
            "Nesterov momentum", Cellwise.Input(0) + (Cellwise.Input(1) * Cellwise.Input(2)) - (Cellwise.Input(3) * Cellwise.Input(4)));
        foreach ((Symbol parameter, Symbol gradient) in parameters)
        {
            Symbol slot = builder.Slot("v", parameter, 0);
            Symbol next = builder.EmitUpdated(velocity, slot, kept, slot, rate, gradient);
            if (nesterov)
            {
                builder.EmitUpdated(ahead, parameter, parameter, kept, next, rate, gradient);
            }
            else
            {
                builder.EmitUpdated(Cellwise.Add(2), parameter, parameter, next);
            }
        }
    }
}
