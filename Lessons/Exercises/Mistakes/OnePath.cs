using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>Of what arrives along several paths, only one is taken.</summary>
/// <param name="path">Which, from 0.</param>
internal sealed class OnePath(int path) : Mistake
{
    public override SlipKind Kind => SlipKind.OnePathOnly;

    /// <summary>How many paths a step adds up for a number; 0 where it adds up none.</summary>
    public static int PathsOf(Step step) =>
        step.Phase == Phase.Backward && step.Inputs.Any(input => input.Role == SymbolRole.Contribution)
            ? step.Operation.Explain(0, [.. step.Inputs.Select(input => input.Shape)]) is Expression.Sum { Terms.Length: > 1 and var terms } ? terms : 0
            : 0;

    public override bool Touches(Step step) => PathsOf(step) > path;

    public override Expression FormulaOf(Explanation explanation, out Address? about)
    {
        about = null;
        if (!Touches(explanation.Step) || explanation.Formula is not Expression.Sum sum || path >= sum.Terms.Length)
        {
            return explanation.Formula;
        }

        Expression.Term only = sum.Terms[path];
        about = only.Value is Expression.Operand operand ? explanation.AddressOf(operand) : null;
        return only.Negative ? new Expression.Negation(only.Value) : only.Value;
    }
}
