using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons;
using Lessons.Quantities;

namespace Simulator.Explaining;

/// <summary>A derivative that no step computes, such as <c>dz3/dw5</c>.</summary>
internal sealed class DerivativeDescription(Lesson lesson, ResolvedQuantity quantity, IterationTrace trace, CellDerivative derivative)
    : QuantityDescription(lesson, quantity, trace, derivative.Value)
{
    public override ImmutableArray<OperandValue> Operands => derivative.IsDirect
        ? [.. DirectOperands.Distinct().Select(ValueOf)]
        : [.. derivative.Links.SelectMany(FactorsOf)];

    private IEnumerable<Address> DirectOperands
    {
        get
        {
            Explanation step = Plan.Explain(derivative.Of);
            return derivative.Links[0].InnerFormula.Operands.Select(step.AddressOf);
        }
    }

    public override ImmutableArray<FormulaPiece> Formula(Notation notation, bool numbers, int mostTerms = int.MaxValue) =>
        [.. derivative.Spans(notation, numbers ? 8 : null).Select(span => PieceOf(span, derivative.AddressOf))];

    private OperandValue[] FactorsOf(CellDerivative.Link link)
    {
        Label via = Plan.LabelOf(link.Via);
        return
        [
            new(new Label.Derivative(Plan.LabelOf(derivative.Of), via), Quantity.Iteration, link.Outer),
            new(new Label.Derivative(via, Plan.LabelOf(derivative.WithRespectTo)), Quantity.Iteration, link.Inner),
        ];
    }
}
