using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// <c>z·sigmoid(z)</c>, also called SiLU. Derivative: <c>s + h(1 − s)</c> with s = sigmoid(z).
/// Source: Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
/// </summary>
[Kind("swish")]
public sealed class Swish : CellwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "swish";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => z * new Sigmoid().Of(z);

    /// <inheritdoc/>
    public override Expression Slope(Expression z, Expression h) => new Sigmoid().Of(z) + (h * (1.0 - new Sigmoid().Of(z)));
}
