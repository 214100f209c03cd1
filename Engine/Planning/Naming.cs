namespace Engine.Planning;

/// <summary>How the cells of a symbol get their labels: a name of their own, or one made from other symbols' names.</summary>
internal abstract record Naming
{
    private Naming()
    {
    }

    /// <summary>
    /// Names given by the lesson, by the layer or by the optimizer; <paramref name="About"/> is the symbol with the same cells
    /// that the numbers belong to, such as the weights that an optimizer's slot is kept for.
    /// </summary>
    internal sealed record Given(SymbolNames Names, Symbol? About = null) : Naming;

    /// <summary>∂loss/∂symbol, the same cells as <paramref name="WithRespectTo"/>.</summary>
    internal sealed record GradientOf(Symbol Loss, Symbol WithRespectTo) : Naming;

    /// <summary>∂of/∂symbol where both have the same cells and each cell depends on its counterpart only.</summary>
    internal sealed record LocalDerivativeOf(Symbol Of, Symbol WithRespectTo) : Naming;

    /// <summary>
    /// The parts of ∂loss/∂symbol by path: the cells of <paramref name="WithRespectTo"/> with one more axis, over the units
    /// of <paramref name="Via"/> in the same sample.
    /// </summary>
    internal sealed record PathTo(Symbol Loss, Symbol WithRespectTo, Symbol Via) : Naming;

    /// <summary>The part of ∂loss/∂symbol that comes through one of the steps that use the symbol.</summary>
    internal sealed record PartOf(Symbol Loss, Symbol WithRespectTo, Symbol Via) : Naming;

    /// <summary>The value of a parameter or state after the update.</summary>
    internal sealed record NextOf(Symbol Current) : Naming;
}
