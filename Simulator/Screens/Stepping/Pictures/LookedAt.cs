using Engine.Formulas;
using Engine.Planning;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The number that a picture is about unless told otherwise, and what its unit is called whatever the sample.</summary>
internal static class LookedAt
{
    /// <summary>The number asked for, or the one computed at the moment; null at the start.</summary>
    public static Address? AddressIn(StepScreen screen) =>
        screen.Looked is { } looked ? looked.Stored ?? looked.Derivative?.WithRespectTo : null;

    /// <summary>The row of the batch that the number belongs to, from 0; the first where it belongs to all.</summary>
    public static int RowIn(StepScreen screen)
    {
        if (AddressIn(screen) is not { } address)
        {
            return 0;
        }

        Address subject = screen.Timeline.Plan.SubjectOf(address);
        Symbol symbol = screen.Timeline.Plan.SymbolOf(subject);
        return symbol.HasBatchAxis ? subject.Cell / (symbol.Shape.Size / symbol.Shape[0]) : 0;
    }

    /// <summary>A unit's name without the position of the sample: <c>h1[2]</c> for <c>h1[5,2]</c>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="symbol">A symbol with one row a sample.</param>
    /// <param name="unit">The place in the row, from 0.</param>
    public static string UnitName(Plan plan, Symbol symbol, int unit)
    {
        string name = plan.LabelOf(new Address(symbol.Index, unit)).ToText(Notation.Mathematical);
        return plan.BatchSize == 1 || !symbol.HasBatchAxis ? name
            : name.EndsWith("[1]", StringComparison.Ordinal) ? name[..^"[1]".Length]
            : name.Replace("[1,", "[", StringComparison.Ordinal);
    }

    /// <summary>How many of a symbol's numbers are known at the moment, from the first on.</summary>
    public static int KnownOf(StepScreen screen, Symbol symbol) =>
        screen.Timeline.Plan.ProducerOf(symbol) is not { } step || step.Index < screen.KnownMoment.Step ? symbol.Shape.Size
        : step.Index == screen.KnownMoment.Step ? screen.KnownMoment.Cell + 1
        : 0;
}
