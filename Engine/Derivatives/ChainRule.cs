using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;

namespace Engine.Derivatives;

/// <summary>One factor of a chain: a derivative's name and the number that is its value.</summary>
/// <param name="Label">The derivative, such as <c>dz3/dw5</c>.</param>
/// <param name="Value">The number that equals it, such as <c>h1</c>.</param>
public readonly record struct ChainFactor(Label Label, Address Value);

/// <summary>
/// A gradient written out as the chain rule: <c>∂E/∂w5 = ∂E/∂o1 × ∂o1/∂z3 × ∂z3/∂w5</c>, unfolded from the stored numbers
/// until a factor is itself a sum or no product.
/// </summary>
public static class ChainRule
{
    /// <summary>The factors of a gradient, from the loss down; a single one where there is nothing to unfold.</summary>
    public static ImmutableArray<ChainFactor> Of(Plan plan, Address gradient)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.ProducerOf(plan.SymbolOf(gradient)) is not { Phase: Phase.Backward }
            || Single(plan.Explain(gradient), out Address above, out Address inner) is false)
        {
            return [new ChainFactor(plan.LabelOf(gradient), gradient)];
        }

        SymbolRole role = plan.SymbolOf(inner).Role;
        Label label = role == SymbolRole.LocalDerivative
            ? plan.LabelOf(inner)
            : new Label.Derivative(plan.LabelOf(plan.SubjectOf(above)), plan.LabelOf(plan.SubjectOf(gradient)));
        return [.. Of(plan, above), new ChainFactor(label, inner)];
    }

    /// <summary>The chain as text, with names or with numbers.</summary>
    public static string Write(ImmutableArray<ChainFactor> factors, Notation notation, IterationTrace? trace, int digits = 8) =>
        string.Concat(Spans(factors, notation, trace, digits).Select(span => span.Text));

    /// <summary>The chain in pieces; the cell of a piece's operand is the index of its factor.</summary>
    public static ImmutableArray<FormulaSpan> Spans(
        ImmutableArray<ChainFactor> factors, Notation notation, IterationTrace? trace, int digits = 8)
    {
        Expression product = factors.Length == 1
            ? new Expression.Operand(0, 0)
            : new Expression.Product([.. factors.Select((_, index) => new Expression.Operand(0, index))]);
        return FormulaText.Spans(
            product,
            operand => trace is null
                ? factors[operand.Cell].Label.ToText(notation)
                : NumberText.Short(trace[factors[operand.Cell].Value], digits),
            notation);
    }

    /// <summary>Whether a gradient is one product of a gradient above it and one other number.</summary>
    private static bool Single(Explanation explanation, out Address above, out Address inner)
    {
        (above, inner) = (default, default);
        Expression formula = explanation.Formula is Expression.Sum { Terms: [{ Negative: false, Value: var only }] }
            ? only
            : explanation.Formula;
        if (formula is not Expression.Product { Factors: [Expression.Operand left, Expression.Operand right] })
        {
            return false;
        }

        (above, inner) = (explanation.AddressOf(left), explanation.AddressOf(right));
        return explanation.Plan.SymbolOf(above).Role == SymbolRole.Gradient;
    }
}
