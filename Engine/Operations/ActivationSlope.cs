using Engine.Activations;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// The derivative of an activation function at every cell, such as <c>h(1 − h)</c>. Inputs: z and h, the function's
/// argument and value, of the same shape. Output: that shape.
/// </summary>
public sealed class ActivationSlope(Activation activation) : CellwiseOperation
{
    /// <summary>The function whose derivative this is.</summary>
    public Activation Activation { get; } = activation;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> z = inputs[0];
        ReadOnlySpan<double> h = inputs[1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = Activation.Derivative(z[cell], h[cell]);
        }
    }

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) =>
        Activation.DerivativeFormula(inputs[0], inputs[1]);
}
