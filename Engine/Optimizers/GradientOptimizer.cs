using System.Collections.Immutable;
using Engine.Clippings;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// An optimizer that moves parameters against their gradients: first gradients are clipped, where that is asked for, then the
/// learning rate of this update is made, then each parameter's new value.
/// </summary>
public abstract class GradientOptimizer : Optimizer
{
    private readonly Schedule learningRate;
    private readonly Clipping? clip;

    private protected GradientOptimizer(Schedule learningRate, Clipping? clip)
    {
        ArgumentNullException.ThrowIfNull(learningRate);
        this.learningRate = learningRate;
        this.clip = clip;
    }

    internal sealed override void Emit(UpdateBuilder builder, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        ImmutableArray<(Symbol Parameter, Symbol Gradient)> clipped = clip?.Emit(builder, parameters) ?? parameters;
        Emit(builder, learningRate.Emit(builder), clipped);
    }

    /// <summary>Emits the steps from the learning rate and the clipped gradients to the new values.</summary>
    private protected abstract void Emit(
        UpdateBuilder builder, Symbol rate, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters);
}
