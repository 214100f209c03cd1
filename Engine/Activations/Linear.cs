using Engine.Formulas;

namespace Engine.Activations;

/// <summary>No activation function: the weighted sum itself. Keras' default.</summary>
[Kind("linear")]
public sealed class Linear : Activation
{
    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    public override bool IsIdentity => true;

    /// <inheritdoc/>
    public override double Value(double z) => z;

    /// <inheritdoc/>
    public override Expression Formula(Expression z) => z;

    /// <inheritdoc/>
    public override double Derivative(double z, double h) => 1;

    /// <inheritdoc/>
    public override Expression DerivativeFormula(Expression z, Expression h) => 1.0;
}
