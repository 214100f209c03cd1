using Engine.Formulas;

namespace Engine.Optimizers;

/// <summary>Where the small number goes that keeps a division by the root of a mean square away from 0.</summary>
public enum EpsilonPlacement
{
    /// <summary>Under the root, <c>sqrt(a + ε)</c>, as Keras from 2.11 on and tfjs do.</summary>
    InsideRoot,

    /// <summary>Beside it, <c>sqrt(a) + ε</c>, as textbooks, older Keras and PyTorch do.</summary>
    OutsideRoot,
}

/// <summary>The two denominators.</summary>
internal static class EpsilonPlacementFormula
{
    public static Expression Root(this EpsilonPlacement placement, Expression square, Expression epsilon) =>
        placement == EpsilonPlacement.InsideRoot
            ? new Expression.Call(ElementaryFunction.SquareRoot, square + epsilon)
            : new Expression.Call(ElementaryFunction.SquareRoot, square) + epsilon;
}
