using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>A weight is looked up with row and column exchanged.</summary>
/// <param name="plan">The steps.</param>
/// <param name="only">The weights that are looked up wrongly; null for all.</param>
/// <param name="isBackward">Whether it happens on the way back; otherwise on the way forward.</param>
internal sealed class TransposedIndex(Plan plan, Symbol? only, bool isBackward) : Mistake
{
    public override SlipKind Kind => SlipKind.TransposedIndex;

    /// <summary>The cell with row and column exchanged; null where there is none, or it is the same.</summary>
    /// <param name="weights">The weights, a table of rows and columns.</param>
    /// <param name="cell">The cell.</param>
    public static int? Exchanged(Symbol weights, int cell)
    {
        if (weights.Role != SymbolRole.Parameter || weights.Shape.Rank != 2)
        {
            return null;
        }

        (int rows, int columns) = (weights.Shape[0], weights.Shape[1]);
        (int row, int column) = (cell / columns, cell % columns);
        return row != column && column < rows && row < columns ? (column * columns) + row : null;
    }

    public override bool Touches(Step step) => step.Phase != Phase.Update && (step.Phase == Phase.Backward) == isBackward && step.Inputs.Any(IsMistaken);

    public override Substitute? InPlaceOf(Explanation explanation, Address operand) =>
        Touches(explanation.Step) && IsMistaken(plan.SymbolOf(operand)) && Exchanged(plan.SymbolOf(operand), operand.Cell) is { } cell
            ? new Substitute(operand with { Cell = cell })
            : null;

    private bool IsMistaken(Symbol symbol) => symbol is { Role: SymbolRole.Parameter, Shape.Rank: 2 } && (only is null || symbol == only);
}
