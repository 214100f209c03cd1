using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// No activation function: the weighted sum itself. Keras' default.
/// </summary>
[Kind("linear")]
public sealed class Linear : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    public override bool IsIdentity => true;

    /// <inheritdoc/>
    public override Expression Body(Expression z) => z;
}
