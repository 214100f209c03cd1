using Engine.Planning;

namespace Engine.Optimizers;

/// <summary>How parameters follow from their gradients: the steps of the update.</summary>
public abstract class Optimizer
{
    /// <summary>Emits the steps that update one parameter.</summary>
    internal abstract void Emit(UpdateBuilder builder, Symbol parameter, Symbol gradient);
}
