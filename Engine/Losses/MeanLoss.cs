using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// A loss that is the mean, over the outputs and then over the batch, of one number for each output of each sample, given by
/// its formula.
/// </summary>
public abstract class MeanLoss : Loss
{
    private readonly PartNames symbols;

    private protected MeanLoss(PartNames? symbols)
    {
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["terms", "total"], nameof(symbols));
    }

    /// <summary>The operation that makes one number of a target, <c>Input(0)</c>, and a prediction, <c>Input(1)</c>.</summary>
    private protected abstract Cellwise Term { get; }

    internal sealed override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target)
    {
        Symbol terms = builder.EmitTerms(Term, symbols["terms"], target, Prepare(builder, prediction));
        return builder.EmitTotal(new SumAll(terms.Shape.Size), symbols["total"], terms);
    }

    /// <summary>The steps that come before the terms; none unless the loss needs some.</summary>
    private protected virtual Symbol Prepare(LossBuilder builder, Symbol prediction) => prediction;
}
