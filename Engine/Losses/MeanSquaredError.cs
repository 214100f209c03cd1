using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// The mean of the squared errors, <c>(t − o)²</c>, over outputs and batch, as Keras' <c>mse</c>. Derivative of a term:
/// <c>−2(t − o)</c>. Source: 004_285f60844450f17c.txt, §10.1.5.
/// </summary>
[Kind("mean-squared-error")]
public sealed class MeanSquaredError : MeanLoss
{
    /// <summary>The mean squared error.</summary>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    public MeanSquaredError(PartNames? symbols = null)
        : base(symbols)
    {
    }

    private protected override Cellwise Term => new("squared error", new Expression.Square(Cellwise.Input(0) - Cellwise.Input(1)));
}
