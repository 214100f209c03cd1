using Engine.Planning;

namespace Engine.Schedules;

/// <summary>
/// How large the learning rate α is in each update. Updates are counted from 0, as Keras' schedules count them: <c>t</c> is
/// how many updates have been made before.
/// </summary>
public abstract class Schedule
{
    /// <summary>The same learning rate in every update: what a plain number means where a schedule is asked for.</summary>
    /// <param name="learningRate">The learning rate, finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    public static implicit operator Schedule(double learningRate) => FromDouble(learningRate);

    /// <inheritdoc cref="op_Implicit(double)"/>
    public static Schedule FromDouble(double learningRate) => new ConstantRate(learningRate);

    /// <summary>Emits the steps that make this update's learning rate, called <c>alpha</c>, and returns it.</summary>
    internal abstract Symbol Emit(UpdateBuilder builder);
}
