using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Optimizers;

/// <summary>
/// Plain gradient descent, Keras' <c>SGD</c> without momentum: <c>w⁺ = w − α·∂E/∂w</c>.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 6, step 2.
/// </summary>
[Kind("sgd")]
public sealed class GradientDescent : Optimizer
{
    /// <summary>w − α·g of parameter, learning rate and gradient.</summary>
    private static readonly Expression Formula = Cellwise.Input(0) - (Cellwise.Input(1) * Cellwise.Input(2));

    private readonly double learningRate;

    /// <summary>Plain gradient descent.</summary>
    /// <param name="learningRate">The learning rate α, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    public GradientDescent(double learningRate)
    {
        if (!double.IsFinite(learningRate) || learningRate < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "a finite number of at least 0");
        }

        this.learningRate = learningRate;
    }

    internal override void Emit(UpdateBuilder builder, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Symbol rate = builder.Hyperparameter("alpha", learningRate);
        foreach ((Symbol parameter, Symbol gradient) in parameters)
        {
            builder.EmitUpdated(new Cellwise("gradient descent", Formula), parameter, parameter, rate, gradient);
        }
    }
}
