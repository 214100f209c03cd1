using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Regularizers;

/// <summary>A penalty that is the sum of one formula over all weights.</summary>
public abstract class FormulaRegularizer : Regularizer
{
    /// <summary>What one weight adds.</summary>
    private protected abstract Expression Term(Expression weight);

    internal sealed override Operation ToOperation() => new Reduction($"{Catalog.NameOf(this)} penalty", Term(Cellwise.Input(0)), Shape.Scalar);

    /// <summary>A weight's size; its slope is the sign, and 0 at 0.</summary>
    private protected static Expression SizeOf(Expression weight) => new Expression.Call(ElementaryFunction.Absolute, weight);
}
