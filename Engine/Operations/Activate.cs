using Engine.Activations;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>An activation function on every cell. Input: z, any shape. Output: the same shape.</summary>
public sealed class Activate(Activation activation) : CellwiseOperation
{
    /// <summary>The function.</summary>
    public Activation Activation { get; } = activation;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> z = inputs[0];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = Activation.Value(z[cell]);
        }
    }

    internal override void Differentiate(Backpropagation context) =>
        context.Chain(0, new ActivationSlope(Activation), context.Input(0), context.Output);

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) => Activation.Formula(inputs[0]);
}
