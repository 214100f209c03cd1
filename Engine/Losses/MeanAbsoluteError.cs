using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// The mean of the absolute errors, <c>|t − o|</c>, over outputs and batch, as Keras' <c>mae</c>. Derivative of a term: −1 or 1;
/// 0 where target and prediction are equal.
/// </summary>
[Kind("mean-absolute-error")]
public sealed class MeanAbsoluteError : MeanLoss
{
    /// <summary>The mean absolute error.</summary>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    public MeanAbsoluteError(PartNames? symbols = null)
        : base(symbols)
    {
    }

    private protected override Cellwise Term => new("absolute error", new Expression.Call(ElementaryFunction.Absolute, Cellwise.Input(0) - Cellwise.Input(1)));
}
