using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// One step down the gradient, <c>w − α·g</c>. Inputs: the parameter w, the learning rate α (one number), the gradient g of
/// w's shape. Output: the new parameter.
/// </summary>
public sealed class Descend : CellwiseOperation
{
    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> parameter = inputs[0];
        double rate = inputs[1][0];
        ReadOnlySpan<double> gradient = inputs[2];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = parameter[cell] - (rate * gradient[cell]);
        }
    }

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) => inputs[0] - (inputs[1] * inputs[2]);
}
