using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The rectified linear unit: z where it is positive, otherwise 0. Derivative: 1 or 0; 0 at the kink z = 0, as in Keras.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "활성화 함수 종류", 4).
/// </summary>
[Kind("relu")]
public sealed class RectifiedLinear : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => new Expression.Choice(z, 0.0, z, 0.0);
}
