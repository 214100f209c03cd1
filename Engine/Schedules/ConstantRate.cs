using Engine.Planning;

namespace Engine.Schedules;

/// <summary>The same learning rate in every update; it is a setting and no step.</summary>
[Kind("constant")]
public sealed class ConstantRate : Schedule
{
    private readonly double learningRate;

    /// <summary>The same learning rate in every update.</summary>
    /// <param name="learningRate">The learning rate α, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    public ConstantRate(double learningRate) => this.learningRate = Require.AtLeastZero(learningRate, nameof(learningRate));

    internal override Symbol Emit(UpdateBuilder builder) => builder.Hyperparameter("alpha", learningRate);
}
