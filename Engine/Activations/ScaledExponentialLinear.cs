using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// The scaled exponential linear unit: λ·elu(z) with the α and λ that keep means and variances where they are.
/// Source: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", 2017.
/// </summary>
[Kind("selu")]
public sealed class ScaledExponentialLinear : CellwiseActivation
{
    private const double Alpha = 1.6732632423543772848170429916717;
    private const double Scale = 1.0507009873554804934193349852946;

    /// <inheritdoc/>
    public override string Name => "selu";

    /// <inheritdoc/>
    public override Expression Body(Expression z) => Scale * new Expression.Choice(z, 0.0, z, Alpha * new Expression.Call(ElementaryFunction.ExponentialMinusOne, z));
}
