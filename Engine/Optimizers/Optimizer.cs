using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Optimizers;

/// <summary>How parameters follow from their gradients: the steps of the update.</summary>
public abstract class Optimizer
{
    /// <summary>Whether new values follow from gradients, so that there is a way back; a learning rule needs none.</summary>
    internal virtual bool UsesGradients => true;

    /// <summary>Emits the steps of the update.</summary>
    /// <param name="builder">The plan.</param>
    /// <param name="parameters">Each parameter with its gradient; those that the loss does not depend on are left out.</param>
    internal abstract void Emit(UpdateBuilder builder, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters);
}
