using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>The derivative of an activation is left out of a product: of one activation, or of all.</summary>
/// <param name="plan">The steps.</param>
/// <param name="only">The local derivatives that are left out; null for all.</param>
internal sealed class MissingDerivative(Plan plan, Symbol? only) : Mistake
{
    public override SlipKind Kind => SlipKind.MissingActivationDerivative;

    /// <summary>Whether a symbol holds derivatives of an activation, and not of a loss.</summary>
    public static bool IsOfActivation(Plan plan, Symbol symbol) =>
        symbol.Role == SymbolRole.LocalDerivative
        && plan.DifferentiatedBy(new Address(symbol.Index, 0)) is { } of
        && plan.SymbolOf(of).Role == SymbolRole.Activation;

    public override bool Touches(Step step) => step.Inputs.Any(IsLeftOut);

    public override Expression FormulaOf(Explanation explanation, out Address? about)
    {
        Address? missing = null;
        Expression formula = Without(explanation.Formula) ?? new Expression.Constant(1);
        about = missing;
        return formula;

        Expression? Without(Expression part)
        {
            switch (part)
            {
                case Expression.Operand operand when IsLeftOut(explanation.Step.Inputs[operand.Input]):
                    missing ??= explanation.AddressOf(operand);
                    return null;
                case Expression.Product product:
                    Expression[] factors = [.. product.Factors.Select(Without).OfType<Expression>()];
                    return factors.Length switch { 0 => null, 1 => factors[0], _ => new Expression.Product([.. factors]) };
                case Expression.Sum sum:
                    return sum with { Terms = [.. sum.Terms.Select(term => term with { Value = Without(term.Value) ?? new Expression.Constant(1) })] };
                case Expression.Negation negation:
                    return new Expression.Negation(Without(negation.Value) ?? new Expression.Constant(1));
                default:
                    return part;
            }
        }
    }

    private bool IsLeftOut(Symbol symbol) => only is null ? IsOfActivation(plan, symbol) : symbol == only;
}
