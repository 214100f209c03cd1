using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>A weight is taken after the update where the one before it counts, or the other way round.</summary>
/// <param name="plan">The steps.</param>
/// <param name="isNew">Whether the new one is taken where the old one counts.</param>
/// <param name="only">The weights that are mistaken; null for all.</param>
/// <param name="isInPlace">Whether the new ones come from the same mistaken calculation, as when weights are changed layer by layer.</param>
internal sealed class MistakenWeight(Plan plan, bool isNew, Symbol? only, bool isInPlace = false) : Mistake
{
    public override SlipKind Kind => isNew ? SlipKind.NewWeight : SlipKind.OldWeight;

    // The update itself takes the weight that it changes.
    public override bool Touches(Step step) =>
        (isNew ? step.Phase == Phase.Backward : step.Phase != Phase.Update) && step.Inputs.Any(IsMistaken);

    public override Substitute? InPlaceOf(Explanation explanation, Address operand) =>
        !Touches(explanation.Step) || !IsMistaken(plan.SymbolOf(operand)) ? null
        : isNew ? new Substitute(operand with { Symbol = plan.NextOf(plan.SymbolOf(operand))!.Index }, isInPlace ? Origin.Mistaken : Origin.Right)
        : new Substitute(operand, Origin.Before);

    private bool IsMistaken(Symbol symbol) =>
        symbol.Role == SymbolRole.Parameter && plan.NextOf(symbol) is not null && (only is null || symbol == only);
}
