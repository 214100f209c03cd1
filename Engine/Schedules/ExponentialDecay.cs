using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Schedules;

/// <summary>
/// A learning rate that is multiplied by the same factor again and again: <c>α = α₀·decay_rate^(t / decay_steps)</c>; as a
/// staircase only after every so many updates. Keras' <c>ExponentialDecay</c>.
/// </summary>
[Kind("exponential-decay")]
public sealed class ExponentialDecay : FormulaSchedule
{
    private readonly int decaySteps;
    private readonly double decayRate;
    private readonly bool staircase;

    /// <summary>A learning rate that decays exponentially.</summary>
    /// <param name="initialLearningRate">The first learning rate α₀, finite and at least 0.</param>
    /// <param name="decaySteps">After how many updates the factor has taken effect once, at least 1.</param>
    /// <param name="decayRate">The factor, finite and greater than 0.</param>
    /// <param name="staircase">Whether the exponent is rounded down to a whole number.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ExponentialDecay(double initialLearningRate, int decaySteps, double decayRate, bool staircase = false)
        : base(initialLearningRate)
    {
        this.decaySteps = Require.AtLeast(1, decaySteps, nameof(decaySteps));
        this.decayRate = Require.Positive(decayRate, nameof(decayRate));
        this.staircase = staircase;
    }

    private protected override ImmutableArray<(string Name, double Value)> Settings =>
        [("decay_rate", decayRate), ("decay_steps", decaySteps)];

    private protected override Expression Rate(Expression initial, Expression updates, ImmutableArray<Expression> settings)
    {
        Expression exponent = updates / settings[1];
        return initial * new Expression.Power(settings[0], staircase ? new Expression.Call(ElementaryFunction.Floor, exponent) : exponent);
    }
}
