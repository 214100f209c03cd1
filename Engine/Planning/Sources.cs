using Engine.Formulas;

namespace Engine.Planning;

/// <summary>Follows numbers back through steps that only move them, such as flattening.</summary>
internal static class Sources
{
    /// <summary>Where a number comes from: itself, or the one that it is a copy of.</summary>
    /// <param name="steps">The steps up to the number at least.</param>
    /// <param name="symbol">The number's symbol.</param>
    /// <param name="cell">The number's cell.</param>
    public static (Symbol Symbol, int Cell) Of(IReadOnlyList<Step> steps, Symbol symbol, int cell)
    {
        for (int index = steps.Count - 1; index >= 0; index--)
        {
            Step step = steps[index];
            if (step.Output == symbol)
            {
                if (step.Operation.Explain(cell, [.. step.Inputs.Select(input => input.Shape)]) is not Expression.Operand copied)
                {
                    break;
                }

                (symbol, cell) = (step.Inputs[copied.Input], copied.Cell);
            }
        }

        return (symbol, cell);
    }
}
