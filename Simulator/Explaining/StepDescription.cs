using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons;
using Lessons.Quantities;

namespace Simulator.Explaining;

/// <summary>A number that a step computes.</summary>
internal sealed class StepDescription : QuantityDescription
{
    private readonly Explanation explanation;
    private readonly Lazy<ImmutableArray<ChainFactor>> chain;

    public StepDescription(Lesson lesson, ResolvedQuantity quantity, IterationTrace trace)
        : base(lesson, quantity, trace, trace[quantity.Stored!.Value])
    {
        explanation = quantity.Plan.Explain(quantity.Stored.Value);
        chain = new(() => ChainRule.Of(quantity.Plan, quantity.Stored.Value));
    }

    public Phase Phase => explanation.Step.Phase;

    public override ImmutableArray<OperandValue> Operands => [.. explanation.OperandsOf(Trace).Select(ValueOf)];

    public override ImmutableArray<FormulaPiece> Formula(Notation notation, bool numbers, int mostTerms = int.MaxValue) =>
        Write(numbers ? explanation.Decided(Trace) : explanation.Formula, notation, numbers, mostTerms);

    public override ImmutableArray<FormulaPiece> Chosen(Notation notation, int mostTerms = int.MaxValue)
    {
        // A plain number is the value, which everybody shows anyway.
        bool isSaying = explanation.Formula.HasChoices && explanation.Decided(Trace) is not Expression.Constant;
        return isSaying ? Write(explanation.Decided(Trace), notation, numbers: false, mostTerms) : [];
    }

    public override ImmutableArray<FormulaPiece> Body(Notation notation) =>
        explanation.Formula is Expression.Abbreviation abbreviation ? Write(abbreviation.Body, notation, numbers: true, int.MaxValue) : [];

    public override ImmutableArray<FormulaPiece> Chain(Notation notation, bool numbers)
    {
        ImmutableArray<ChainFactor> factors = chain.Value;
        return factors.Length < 2
            ? []
            :
            [
                .. ChainRule.Spans(factors, notation, numbers ? Trace : null)
                    .Select(span => PieceOf(span, operand => factors[operand.Cell].Value)),
            ];
    }

    private ImmutableArray<FormulaPiece> Write(Expression formula, Notation notation, bool numbers, int mostTerms) =>
    [
        .. FormulaText.Spans(
                formula,
                operand => numbers
                    ? NumberText.Short(Trace[explanation.AddressOf(operand)])
                    : Plan.LabelOf(explanation.AddressOf(operand)).ToText(notation),
                notation,
                mostTerms)
            .Select(span => PieceOf(span, explanation.AddressOf)),
    ];
}
