using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;

namespace Engine.Derivatives;

/// <summary>
/// The derivative of one number of an iteration with respect to another, exact, by reverse-mode differentiation of the
/// explanations. It is explained by the last link of each path: the sum over all numbers c made directly from b of
/// ∂a/∂c × ∂c/∂b.
/// </summary>
public sealed class CellDerivative
{
    private CellDerivative(IterationTrace trace, Address of, Address withRespectTo, ImmutableArray<Link> links)
    {
        Trace = trace;
        Of = of;
        WithRespectTo = withRespectTo;
        Links = links;
        Value = of == withRespectTo ? 1 : Sum(links);
    }

    /// <summary>The iteration.</summary>
    public IterationTrace Trace { get; }

    /// <summary>The number that is differentiated.</summary>
    public Address Of { get; }

    /// <summary>The number that it is differentiated with respect to.</summary>
    public Address WithRespectTo { get; }

    /// <summary>The derivative; 0 where the one does not depend on the other.</summary>
    public double Value { get; }

    /// <summary>The paths, by the number that each enters first, in the plan's order; empty where there is no path.</summary>
    public ImmutableArray<Link> Links { get; }

    /// <summary>Whether the number is made directly from the other, so that the derivative is a formula of one step.</summary>
    public bool IsDirect => Links is [{ Via: var via }] && via == Of;

    /// <summary>What the derivative is called.</summary>
    public Label Label => new Label.Derivative(Trace.Plan.LabelOf(Of), Trace.Plan.LabelOf(WithRespectTo));

    /// <summary>Differentiates one number of an iteration with respect to another.</summary>
    public static CellDerivative Between(IterationTrace trace, Address of, Address withRespectTo)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new CellDerivative(trace, of, withRespectTo, new Sweep(trace, withRespectTo).From(of));
    }

    /// <summary>The derivative's formula: <c>do1/dz3 × dz3/dw5</c>, or <c>h1</c> where it is direct.</summary>
    public string Symbolic(Notation notation) => string.Concat(Spans(notation, digits: null).Select(span => span.Text));

    /// <summary>The formula with numbers put in.</summary>
    public string Substituted(Notation notation, int digits = 8) => string.Concat(Spans(notation, digits).Select(span => span.Text));

    /// <summary>The number that an operand of <see cref="Spans"/> leads to: a direct one's own, otherwise the one its path enters.</summary>
    public Address AddressOf(Expression.Operand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return IsDirect ? Trace.Plan.Explain(Of).AddressOf(operand) : Links[operand.Cell].Via;
    }

    private static double Sum(ImmutableArray<Link> links)
    {
        double sum = 0;
        for (int index = 0; index < links.Length; index++)
        {
            double term = links[index].Outer * links[index].Inner;
            sum = index == 0 ? term : sum + term;
        }

        return sum;
    }

    /// <summary>The formula in pieces, with names, or with numbers of so many digits.</summary>
    public ImmutableArray<FormulaSpan> Spans(Notation notation, int? digits)
    {
        if (Links.IsEmpty)
        {
            return [new FormulaSpan(NumberText.Short(Value))];
        }

        if (IsDirect)
        {
            Explanation step = Trace.Plan.Explain(Of);
            Expression inner = Links[0].InnerFormula;
            return FormulaText.Spans(
                digits is null ? inner : inner.Decided(operand => Trace[step.AddressOf(operand)]),
                operand => digits is { } most
                    ? NumberText.Short(Trace[step.AddressOf(operand)], most)
                    : Trace.Plan.LabelOf(step.AddressOf(operand)).ToText(notation),
                notation);
        }

        // Two operands for each link: the outer and the inner derivative.
        var terms = Links.Select((_, index) =>
            new Expression.Term(new Expression.Operand(0, index) * new Expression.Operand(1, index)));
        return FormulaText.Spans(
            new Expression.Sum([.. terms]),
            operand =>
            {
                Link link = Links[operand.Cell];
                bool outer = operand.Input == 0;
                if (digits is { } most)
                {
                    return NumberText.Short(outer ? link.Outer : link.Inner, most);
                }

                Label via = Trace.Plan.LabelOf(link.Via);
                Label label = outer
                    ? new Label.Derivative(Trace.Plan.LabelOf(Of), via)
                    : new Label.Derivative(via, Trace.Plan.LabelOf(WithRespectTo));
                return label.ToText(notation);
            },
            notation);
    }

    /// <summary>One path's last link.</summary>
    /// <param name="Via">The number c that is made directly from b.</param>
    /// <param name="Outer">∂a/∂c.</param>
    /// <param name="InnerFormula">The formula of ∂c/∂b; its operands count the inputs of c's step.</param>
    /// <param name="Inner">∂c/∂b.</param>
    public sealed record Link(Address Via, double Outer, Expression InnerFormula, double Inner);

    /// <summary>One walk back from a number, over the steps between it and the other.</summary>
    private sealed class Sweep
    {
        private readonly IterationTrace trace;
        private readonly Address target;
        private readonly HashSet<int> reachable = [];
        private readonly Dictionary<int, double[]> adjoints = [];

        public Sweep(IterationTrace trace, Address target)
        {
            this.trace = trace;
            this.target = target;
            reachable.Add(target.Symbol);
            foreach (Step step in trace.Plan.Steps)
            {
                if (step.Inputs.Any(input => reachable.Contains(input.Index)))
                {
                    reachable.Add(step.Output.Index);
                }
            }
        }

        public ImmutableArray<Link> From(Address of)
        {
            if (of == target || !reachable.Contains(of.Symbol) || trace.Plan.ProducerOf(trace.Plan.SymbolOf(of)) is not { } last)
            {
                return [];
            }

            var links = ImmutableArray.CreateBuilder<Link>();
            AdjointsOf(of.Symbol)[of.Cell] = 1;
            for (int index = last.Index; index >= 0; index--)
            {
                Step step = trace.Plan.Steps[index];
                if (step.Output.Index != target.Symbol && adjoints.TryGetValue(step.Output.Index, out double[]? adjoint))
                {
                    for (int cell = 0; cell < adjoint.Length; cell++)
                    {
                        if (adjoint[cell] != 0)
                        {
                            Pass(trace.Plan.Explain(new Address(step.Output.Index, cell)), adjoint[cell], links);
                        }
                    }
                }
            }

            return [.. links.OrderBy(link => link.Via.Symbol).ThenBy(link => link.Via.Cell)];
        }

        private double[] AdjointsOf(int symbol)
        {
            if (!adjoints.TryGetValue(symbol, out double[]? values))
            {
                adjoints.Add(symbol, values = new double[trace.Plan.Symbols[symbol].Shape.Size]);
            }

            return values;
        }

        private void Pass(Explanation explanation, double adjoint, ImmutableArray<Link>.Builder links)
        {
            bool isLink = false;
            FormulaDerivative.Accumulate(explanation.Formula, adjoint, Value, (operand, part) =>
            {
                Address address = explanation.AddressOf(operand);
                isLink |= address == target;
                if (reachable.Contains(address.Symbol))
                {
                    AdjointsOf(address.Symbol)[address.Cell] += part;
                }
            });
            if (isLink)
            {
                // An input may be handed to a step twice; both places are the same number.
                Expression inner = 0.0;
                bool first = true;
                foreach (Expression.Operand operand in explanation.Formula.Operands.Distinct())
                {
                    if (explanation.AddressOf(operand) == target)
                    {
                        Expression part = FormulaDerivative.Of(explanation.Formula, operand);
                        inner = first ? part : inner + part;
                        first = false;
                    }
                }

                links.Add(new Link(explanation.Address, adjoint, inner, inner.Evaluate(Value)));
            }

            double Value(Expression.Operand operand) => trace[explanation.AddressOf(operand)];
        }
    }
}
