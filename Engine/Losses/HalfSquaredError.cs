using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>
/// Half the squared error, summed over the outputs: <c>E = Σ ½(t − o)²</c>, with derivative <c>−(t − o)</c>. One number for
/// each output of each sample (<c>E_o1</c>), then their total. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 6, step 1.
/// </summary>
[Kind("half-squared-error")]
public sealed class HalfSquaredError : Loss
{
    /// <summary>½(t − o)² of target and output.</summary>
    private static readonly Expression Formula = 0.5 * new Expression.Square(Cellwise.Input(0) - Cellwise.Input(1));

    private readonly Reduction reduction;
    private readonly PartNames symbols;

    /// <summary>Half the squared error.</summary>
    /// <param name="reduction">How the samples of a batch are put together.</param>
    /// <param name="symbols">What the lesson calls the numbers: <c>terms</c>, one an output, and <c>total</c>.</param>
    public HalfSquaredError(Reduction reduction = Reduction.Mean, PartNames? symbols = null)
    {
        this.reduction = reduction;
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["terms", "total"], nameof(symbols));
    }

    internal override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target)
    {
        Symbol terms = builder.EmitTerms(new Cellwise("half squared error", Formula), symbols["terms"], target, prediction);
        int divisor = reduction == Reduction.Mean ? builder.BatchSize : 1;
        return builder.EmitTotal(new SumAll(divisor), symbols["total"], terms);
    }
}
