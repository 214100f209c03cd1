using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// The derivative of <see cref="HalfSquares"/> with respect to the prediction: <c>−(t − o)</c>. Inputs: t, o.
/// </summary>
public sealed class HalfSquaresSlope : CellwiseOperation
{
    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> target = inputs[0];
        ReadOnlySpan<double> prediction = inputs[1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = -(target[cell] - prediction[cell]);
        }
    }

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) => -(inputs[0] - inputs[1]);
}
