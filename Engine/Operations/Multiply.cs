using Engine.Formulas;

namespace Engine.Operations;

/// <summary>The product of two tensors, cell by cell: one link of the chain rule.</summary>
public sealed class Multiply : CellwiseOperation
{
    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> left = inputs[0];
        ReadOnlySpan<double> right = inputs[1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = left[left.Length == 1 ? 0 : cell] * right[right.Length == 1 ? 0 : cell];
        }
    }

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) => inputs[0] * inputs[1];
}
