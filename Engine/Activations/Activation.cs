using Engine.Formulas;

namespace Engine.Activations;

/// <summary>
/// A function applied to each weighted sum of a layer by itself. Its value and its derivative are given twice: as
/// arithmetic and as a formula that does the same arithmetic in the same order.
/// </summary>
public abstract class Activation
{
    /// <summary>The name in formulas, such as <c>sigmoid</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the function hands its argument on unchanged, so that no step is needed.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>The function's value.</summary>
    /// <param name="z">The weighted sum.</param>
    public abstract double Value(double z);

    /// <summary>The formula of the value.</summary>
    public abstract Expression Formula(Expression z);

    /// <summary>The derivative with respect to the argument.</summary>
    /// <param name="z">The weighted sum.</param>
    /// <param name="h">The function's value there.</param>
    public abstract double Derivative(double z, double h);

    /// <summary>The formula of the derivative, in terms of the argument, the value, or both.</summary>
    public abstract Expression DerivativeFormula(Expression z, Expression h);
}
