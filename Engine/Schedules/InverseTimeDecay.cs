using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Schedules;

/// <summary>
/// A learning rate that falls as one over time: <c>α = α₀ / (1 + decay·t)</c>, what the argument <c>decay</c> of older Keras
/// optimizers does.
/// </summary>
[Kind("inverse-time-decay")]
public sealed class InverseTimeDecay : FormulaSchedule
{
    private readonly double decay;

    /// <summary>A learning rate that falls as one over time.</summary>
    /// <param name="initialLearningRate">The first learning rate α₀, finite and at least 0.</param>
    /// <param name="decay">How fast, finite and at least 0: after 1/decay updates the rate is half of the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public InverseTimeDecay(double initialLearningRate, double decay)
        : base(initialLearningRate) => this.decay = Require.AtLeastZero(decay, nameof(decay));

    private protected override ImmutableArray<(string Name, double Value)> Settings => [("decay", decay)];

    private protected override Expression Rate(Expression initial, Expression updates, ImmutableArray<Expression> settings) =>
        initial / (1.0 + (settings[0] * updates));
}
