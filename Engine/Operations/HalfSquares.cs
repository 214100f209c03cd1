using Engine.Formulas;

namespace Engine.Operations;

/// <summary>Half the squared difference of target and prediction, cell by cell: <c>½(t − o)²</c>. Inputs: t, o.</summary>
public sealed class HalfSquares : CellwiseOperation
{
    internal override void Compute(in Operands inputs, Span<double> output)
    {
        ReadOnlySpan<double> target = inputs[0];
        ReadOnlySpan<double> prediction = inputs[1];
        for (int cell = 0; cell < output.Length; cell++)
        {
            double error = target[cell] - prediction[cell];
            output[cell] = 0.5 * (error * error);
        }
    }

    internal override void Differentiate(Backpropagation context) =>
        context.Chain(1, new HalfSquaresSlope(), context.Input(0), context.Input(1));

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs) =>
        0.5 * new Expression.Square(inputs[0] - inputs[1]);
}
