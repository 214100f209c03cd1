using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// Squared where the error e = t − o is small, <c>½e²</c>, and straight where it is large, <c>δ|e| − ½δ²</c>, so that an outlier
/// pulls no harder than δ; the mean over outputs and batch, as in Keras.
/// Source: Huber, "Robust estimation of a location parameter", 1964.
/// </summary>
[Kind("huber")]
public sealed class Huber : MeanLoss
{
    private readonly double delta;

    /// <summary>The Huber loss.</summary>
    /// <param name="delta">Where small ends, greater than 0; 1 by default.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not greater than 0 or not finite.</exception>
    public Huber(double delta = 1, PartNames? symbols = null)
        : base(symbols)
    {
        if (!(delta > 0) || !double.IsFinite(delta))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "a finite number greater than 0");
        }

        this.delta = delta;
    }

    private protected override Cellwise Term
    {
        get
        {
            Expression error = Cellwise.Input(0) - Cellwise.Input(1);
            Expression size = new Expression.Call(ElementaryFunction.Absolute, error);
            return new Cellwise(
                "Huber",
                new Expression.Choice(
                    delta, size, 0.5 * new Expression.Square(error), (delta * size) - (0.5 * delta * delta), OrEqual: true));
        }
    }
}
