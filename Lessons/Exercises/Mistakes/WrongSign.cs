using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>What is to be subtracted is added: an update goes up the gradient instead of down.</summary>
/// <param name="at">The number in whose formula it happens.</param>
internal sealed class WrongSign(Address at) : Mistake
{
    public override SlipKind Kind => SlipKind.WrongSign;

    public override bool Touches(Step step) => step.Output.Index == at.Symbol;

    public override Expression FormulaOf(Explanation explanation, out Address? about)
    {
        about = null;
        return explanation.Address == at && explanation.Formula is Expression.Sum sum && sum.Terms.Any(term => term.Negative)
            ? sum with { Terms = [.. sum.Terms.Select(term => term with { Negative = false })] }
            : explanation.Formula;
    }
}
