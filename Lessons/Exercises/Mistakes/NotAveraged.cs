using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>The loss, or its derivative, is not divided by the count of what was added up.</summary>
/// <param name="plan">The steps.</param>
internal sealed class NotAveraged(Plan plan) : Mistake
{
    public override SlipKind Kind => SlipKind.NotAveraged;

    public override bool Touches(Step step) => IsOfLoss(step.Output.Role)
        || (step.Phase == Phase.Backward && IsOfLoss(plan.SymbolOf(plan.SubjectOf(new Address(step.Output.Index, 0))).Role))
        || (step.Phase == Phase.Backward && step.Inputs.Any(input => input.Role == SymbolRole.Target));

    public override Expression FormulaOf(Explanation explanation, out Address? about)
    {
        about = null;
        return Touches(explanation.Step) ? Undivided(explanation.Formula) : explanation.Formula;
    }

    private static bool IsOfLoss(SymbolRole role) => role is SymbolRole.Loss or SymbolRole.LossPart or SymbolRole.LossTerm;

    private static Expression Undivided(Expression formula) => formula switch
    {
        Expression.Quotient { Denominator: Expression.Constant { Value: >= 2 and var count } } quotient when count == Math.Floor(count) => quotient.Numerator,
        Expression.Negation negation => new Expression.Negation(Undivided(negation.Value)),
        Expression.Product product => new Expression.Product([.. product.Factors.Select(Undivided)]),
        _ => formula,
    };
}
