using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>The ½ before a squared error, or the 2 that its derivative brings down, is forgotten or put in.</summary>
/// <param name="plan">The steps.</param>
/// <param name="factor">What the error, or its derivative, is too much: 2 or ½.</param>
internal sealed class FactorOneHalf(Plan plan, double factor) : Mistake
{
    private readonly HashSet<int> squared =
        [.. plan.Steps.Where(step => step.Output.Role == SymbolRole.LossTerm && HasSquare(step)).Select(step => step.Output.Index)];

    public override SlipKind Kind => SlipKind.FactorOneHalf;

    /// <summary>Whether the loss is a squared error at all.</summary>
    public bool IsPossible => squared.Count > 0;

    public override bool Touches(Step step) => squared.Contains(step.Output.Index)
        || (step.Phase == Phase.Backward && squared.Count > 0 && step.Inputs.Any(input => input.Role == SymbolRole.Target));

    public override Expression FormulaOf(Explanation explanation, out Address? about)
    {
        about = null;
        return !Touches(explanation.Step) ? explanation.Formula : explanation.Formula switch
        {
            // Where a factor is there that would be cancelled, it is left out.
            Expression.Product { Factors: [Expression.Constant constant, var rest] } when constant.Value * factor == 1 => rest,
            var formula => new Expression.Product([new Expression.Constant(factor), formula]),
        };
    }

    private static bool HasSquare(Step step) =>
        HasSquare(step.Operation.Explain(0, [.. step.Inputs.Select(input => input.Shape)]));

    private static bool HasSquare(Expression formula) => formula is Expression.Square || formula.Parts.Any(HasSquare);
}
