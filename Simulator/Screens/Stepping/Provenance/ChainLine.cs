using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Quantities;

namespace Simulator.Screens.Stepping.Provenance;

/// <summary>
/// How the loss depends on a number, written out: as the whole chain rule where it is one product, otherwise as the sum over paths or samples that
/// the training stores. Each factor can be chosen.
/// </summary>
/// <param name="Lines">With symbols, with numbers as far as they are known, and the value.</param>
/// <param name="Factors">The numbers that the pieces' choices count.</param>
internal sealed record ChainLine(ImmutableArray<ImmutableArray<ExplanationSpan>> Lines, ImmutableArray<ResolvedQuantity> Factors)
{
    private const int MostTerms = 4;

    /// <summary>The line for a number; null where the training stores no derivative of the loss with respect to it.</summary>
    public static ChainLine? Of(Timeline timeline, Moment moment, ResolvedQuantity quantity)
    {
        Plan plan = timeline.Plan;
        if (quantity.Stored is not { } address || GradientOf(plan, address) is not { } gradient)
        {
            return null;
        }

        bool isKnown = ProvenanceTree.IsKnown(timeline, moment, new ResolvedQuantity(plan, quantity.Iteration, gradient));
        IterationTrace? trace = isKnown ? timeline.At(quantity.Iteration) : null;
        List<ResolvedQuantity> factors = [];
        ImmutableArray<ChainFactor> chain = ChainRule.Of(plan, gradient);
        Explanation explanation = plan.Explain(gradient);
        ImmutableArray<ExplanationSpan> symbols =
        [
            new(plan.LabelOf(gradient).ToText(Notation.Mathematical), Tone.Name), new(" = "), .. Pieces(trace: null),
        ];
        if (trace is null)
        {
            return new ChainLine([symbols], [.. factors]);
        }

        ImmutableArray<ExplanationSpan> numbers = [new("= "), .. Pieces(trace)];
        ImmutableArray<ExplanationSpan> value = [new("= "), new(ChangeText.Number(trace[gradient]), Tone.Value)];
        return new ChainLine(numbers.Length == 2 ? [symbols, value] : [symbols, numbers, value], [.. factors]);

        IEnumerable<ExplanationSpan> Pieces(IterationTrace? trace) => chain.Length > 1
            ? ChainRule.Spans(chain, Notation.Mathematical, trace).Select(span => Piece(span, operand => chain[operand.Cell].Value))
            : FormulaText.Spans(
                trace is null ? explanation.Formula : explanation.Decided(trace),
                operand => trace is null
                    ? plan.LabelOf(explanation.AddressOf(operand)).ToText(Notation.Mathematical)
                    : NumberText.Short(trace[explanation.AddressOf(operand)]),
                Notation.Mathematical,
                MostTerms).Select(span => Piece(span, explanation.AddressOf));

        ExplanationSpan Piece(FormulaSpan span, Func<Expression.Operand, Address> addressOf) =>
            new(span.Text.Replace('-', '−'), Tone.Normal, span.Operand is { } operand ? Choose(addressOf(operand)) : null);

        int Choose(Address factor)
        {
            ResolvedQuantity chosen = new(plan, quantity.Iteration, factor);
            int index = factors.IndexOf(chosen);
            if (index < 0)
            {
                index = factors.Count;
                factors.Add(chosen);
            }

            return index;
        }
    }

    /// <summary>The derivative of the loss with respect to what a number is about: itself where it is one.</summary>
    public static Address? GradientOf(Plan plan, Address address) => plan.SymbolOf(address).Role is SymbolRole.Gradient or SymbolRole.Contribution
        ? address
        : plan.FindDerivative(new Address(plan.Loss.Index, 0), plan.SubjectOf(address));
}
