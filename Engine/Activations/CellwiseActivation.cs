using Engine.Formulas;
using Engine.Operations;

namespace Engine.Activations;

/// <summary>
/// A function applied to each weighted sum by itself, given by its formula. Computing, explaining and differentiating follow
/// from it.
/// </summary>
public abstract class CellwiseActivation : Activation
{
    /// <summary>What the function does with its argument.</summary>
    public abstract Expression Body(Expression z);

    /// <summary>
    /// The derivative in terms of the argument, the value or both, such as <c>h(1 − h)</c>; null where it follows from the
    /// body by the rules of calculus, piece by piece.
    /// </summary>
    public virtual Expression? Slope(Expression z, Expression h) => null;

    /// <summary>The function at a formula, written by its name.</summary>
    public Expression Of(Expression z)
    {
        Expression.Abbreviation value = new(Name, z, Body(z));
        return value with { Slope = Slope(z, value) };
    }

    /// <inheritdoc/>
    public sealed override Operation ToOperation() =>
        Slope(Cellwise.Input(0), Cellwise.Input(1)) is { } slope
            ? new Cellwise(Name, Of(Cellwise.Input(0)), (0, slope))
            : new Cellwise(Name, Of(Cellwise.Input(0)));
}
