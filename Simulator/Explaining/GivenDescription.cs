using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Explaining;

/// <summary>
/// A number that no step of its iteration computes: data, a setting, a random number, or a weight or state before the update.
/// </summary>
internal sealed class GivenDescription : QuantityDescription
{
    public GivenDescription(Lesson lesson, ResolvedQuantity quantity, IterationTrace trace)
        : base(lesson, quantity, trace, trace[quantity.Stored!.Value])
    {
        Address address = quantity.Stored.Value;
        if (quantity.Iteration > lesson.Training.FirstIteration && Plan.NextOf(Plan.SymbolOf(address)) is { } next)
        {
            Before = new ResolvedQuantity(Plan, quantity.Iteration - 1, address with { Symbol = next.Index });
        }
    }

    /// <summary>The number of the iteration before that became this one; null where it was given from outside.</summary>
    public ResolvedQuantity? Before { get; }

    public override ImmutableArray<OperandValue> Operands =>
        Before is null ? [] : [new OperandValue(Before.Label, Before.Iteration, Value)];

    public override ImmutableArray<FormulaPiece> Formula(Notation notation, bool numbers, int mostTerms = int.MaxValue) => [];

    /// <summary>Where the number comes from, in words.</summary>
    public string Origin(Words words, Notation notation) => Before is null
        ? OriginOf(Plan.SymbolOf(Quantity.Stored!.Value).Role, words)
        : words.GivenByUpdate(Before.Label.ToText(notation), Before.Iteration);

    /// <summary>Where numbers come from that no iteration has computed, in words.</summary>
    public static string OriginOf(SymbolRole role, Words words) => role switch
    {
        SymbolRole.Parameter => words.GivenAsStart,
        SymbolRole.Noise => words.GivenByChance,
        SymbolRole.Hyperparameter => words.GivenAsSetting,
        SymbolRole.State => words.GivenAsState,
        _ => words.GivenByData,
    };
}
