using Engine.Formulas;
using Engine.Planning;
using Linq = System.Linq.Expressions.Expression;

namespace Engine.Running;

/// <summary>
/// A small plan as one piece of machine code: every cell's explanation, one after the other, without loops and calls between.
/// It does the arithmetic of the steps in their order and so gives the same bits.
/// </summary>
internal static class StraightLine
{
    /// <summary>Above so many parts of formulas the operations' own loops are the better code.</summary>
    private const int MostParts = 4096;

    /// <summary>The code of a plan's steps, for the plan's buffer; null where the plan is too large.</summary>
    public static Action<double[]>? Compile(Plan plan)
    {
        if (!IsSmall(plan))
        {
            return null;
        }

        var buffer = Linq.Parameter(typeof(double[]), "buffer");
        List<Linq> lines = [];
        foreach (Explanation explanation in CellsOf(plan))
        {
            Linq value = FormulaCompiler.Compile(
                explanation.Formula, operand => Linq.ArrayIndex(buffer, Linq.Constant(plan.OffsetOf(explanation.AddressOf(operand)))));
            lines.Add(Linq.Assign(Linq.ArrayAccess(buffer, Linq.Constant(plan.OffsetOf(explanation.Address))), value));
        }

        return lines.Count == 0 ? null : Linq.Lambda<Action<double[]>>(Linq.Block(typeof(void), lines), buffer).Compile();
    }

    private static bool IsSmall(Plan plan)
    {
        // Numbers first: explaining a large plan only to find it large would take long.
        int parts = plan.Steps.Sum(step => step.Output.Shape.Size);
        if (parts > MostParts)
        {
            return false;
        }

        foreach (Explanation explanation in CellsOf(plan))
        {
            parts += PartsOf(explanation.Formula);
            if (parts > MostParts)
            {
                return false;
            }
        }

        return true;
    }

    private static int PartsOf(Expression formula) => formula switch
    {
        Expression.Abbreviation abbreviation => PartsOf(abbreviation.Body),
        Expression.Equivalent equivalent => PartsOf(equivalent.Body),
        _ => 1 + formula.Parts.Sum(PartsOf),
    };

    private static IEnumerable<Explanation> CellsOf(Plan plan) =>
        from step in plan.Steps
        from cell in Enumerable.Range(0, step.Output.Shape.Size)
        select plan.Explain(new Address(step.Output.Index, cell));
}
