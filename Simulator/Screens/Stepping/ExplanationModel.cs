using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Screens.Stepping;

/// <summary>What a piece of an explanation is, beside its words.</summary>
internal enum Tone
{
    Normal,
    Name,
    Value,
    Muted,
    Good,
    Bad,
    NotYet,
}

/// <summary>A piece of an explanation; with a choice it stands for a number that can be chosen and followed.</summary>
internal readonly record struct ExplanationSpan(string Text, Tone Tone = Tone.Normal, int? Choice = null);

/// <summary>How the number we look at comes about, line by line, and the numbers one can go on to.</summary>
internal sealed record ExplanationModel(ImmutableArray<ImmutableArray<ExplanationSpan>> Lines, ImmutableArray<ResolvedQuantity> Choices)
{
    private const int MostTerms = 12;
    private const int MostCells = 200;

    public static ExplanationModel Of(StepScreen screen, Words words)
    {
        Builder builder = new(screen, words);
        if (screen.Asked is { } asked)
        {
            builder.Quantity(asked);
        }
        else if (screen.Timeline.AddressAt(screen.Moment) is not { } address)
        {
            builder.Nothing();
        }
        else if (screen.Level == Level.Cell || screen.IsTour)
        {
            builder.Quantity(new ResolvedQuantity(screen.Timeline.Plan, screen.Moment.Iteration, address));
        }
        else
        {
            builder.Steps(StepsOf(screen));
        }

        return builder.Finish();
    }

    /// <summary>The steps that the screen's level looks at: one operation, or a phase as far as it has come.</summary>
    public static ImmutableArray<Step> StepsOf(StepScreen screen)
    {
        if (screen.Moment.IsStart)
        {
            return [];
        }

        Step current = screen.Timeline.Plan.Steps[screen.Moment.Step];
        return screen.Level == Level.Phase
            ? [.. screen.Timeline.Plan.Steps.Where(step => step.Phase == current.Phase && step.Index <= current.Index)]
            : [current];
    }

    /// <summary>The value beside what the document prints for it, if it prints anything.</summary>
    private static ImmutableArray<ExplanationSpan> ComparisonOf(Lesson lesson, ResolvedQuantity quantity, double value, Words words)
    {
        if (lesson.ExpectationOf(quantity) is not { } expectation)
        {
            return [];
        }

        bool ok = expectation.Printed.Matches(value);
        return
        [
            new($"   {words.Document} ", Tone.Muted),
            new(expectation.Printed.Text, Tone.Value),
            new(ok ? " ✓" : " ✗", ok ? Tone.Good : Tone.Bad),
            new($" Δ {NumberText.Short(expectation.Printed.Difference(value), 2).Replace('-', '−')}", Tone.Muted),
        ];
    }

    private sealed class Builder(StepScreen screen, Words words)
    {
        private readonly ImmutableArray<ImmutableArray<ExplanationSpan>>.Builder lines =
            ImmutableArray.CreateBuilder<ImmutableArray<ExplanationSpan>>();

        private readonly List<ResolvedQuantity> choices = [];

        private Plan Plan => screen.Timeline.Plan;

        public ExplanationModel Finish() => new(lines.ToImmutable(), [.. choices]);

        public void Nothing() => lines.Add([new ExplanationSpan(words.NothingComputedYet, Tone.NotYet)]);

        public void Quantity(ResolvedQuantity quantity)
        {
            IterationTrace trace = screen.Timeline.At(quantity.Iteration);
            if (quantity.Derivative is { } pair)
            {
                Derivative(quantity, CellDerivative.Between(trace, pair.Of, pair.WithRespectTo));
            }
            else if (Plan.ProducerOf(Plan.SymbolOf(quantity.Stored!.Value)) is null)
            {
                Given(quantity, trace);
            }
            else
            {
                Computed(quantity, trace);
            }
        }

        /// <summary>A line for each number of some steps.</summary>
        public void Steps(ImmutableArray<Step> steps)
        {
            IterationTrace trace = screen.Timeline.At(screen.Moment.Iteration);
            int left = MostCells;
            foreach (Step step in steps)
            {
                int cells = step.Index == screen.Moment.Step ? screen.Moment.Cell + 1 : step.Output.Shape.Size;
                for (int cell = 0; cell < cells && left > 0; cell++, left--)
                {
                    Address address = new(step.Output.Index, cell);
                    ResolvedQuantity quantity = new(Plan, trace.Iteration, address);
                    int choice = Choose(quantity);
                    lines.Add(
                    [
                        new ExplanationSpan(quantity.Label.ToText(Notation.Mathematical), Tone.Name, choice),
                        new ExplanationSpan($" = {Plan.Explain(address).Symbolic(Notation.Mathematical, 3)} = "),
                        new ExplanationSpan(NumberText.Fixed(trace[address]).Replace('-', '−'), Tone.Value),
                        .. MarkOf(quantity, trace[address]),
                    ]);
                }
            }
        }

        private IEnumerable<ExplanationSpan> MarkOf(ResolvedQuantity quantity, double value)
        {
            if (screen.Lesson.ExpectationOf(quantity) is { } expectation)
            {
                bool ok = expectation.Printed.Matches(value);
                yield return new ExplanationSpan(ok ? " ✓" : " ✗", ok ? Tone.Good : Tone.Bad);
            }
        }

        private int Choose(ResolvedQuantity quantity)
        {
            int index = choices.IndexOf(quantity);
            if (index < 0)
            {
                index = choices.Count;
                choices.Add(quantity);
            }

            return index;
        }

        private void Computed(ResolvedQuantity quantity, IterationTrace trace)
        {
            Address address = quantity.Stored!.Value;
            Explanation explanation = Plan.Explain(address);
            lines.Add([Name(quantity), new ExplanationSpan(" = "), .. Spans(explanation, explanation.Formula, trace, numbers: false)]);
            lines.Add([new ExplanationSpan("= "), .. Spans(explanation, explanation.Formula, trace, numbers: true)]);
            if (explanation.Formula is Expression.Abbreviation abbreviation)
            {
                string body = FormulaText.Of(
                    abbreviation.Body,
                    operand => NumberText.Short(trace[explanation.AddressOf(operand)]),
                    Notation.Mathematical);
                lines.Add([new ExplanationSpan("= " + body)]);
            }

            ImmutableArray<ChainFactor> chain = ChainRule.Of(Plan, address);
            if (chain.Length > 2)
            {
                lines.Add([new ExplanationSpan("= "), .. Factors(chain, trace, numbers: false)]);
                lines.Add([new ExplanationSpan("= "), .. Factors(chain, trace, numbers: true)]);
            }

            Result(quantity, trace[address]);
        }

        private void Derivative(ResolvedQuantity quantity, CellDerivative derivative)
        {
            lines.Add([Name(quantity), new ExplanationSpan(" = "), .. Links(derivative, numbers: false)]);
            lines.Add([new ExplanationSpan("= "), .. Links(derivative, numbers: true)]);
            Result(quantity, derivative.Value);
        }

        /// <summary>The formula of one step, or for each path its last link; what can be chosen is the number the path enters.</summary>
        private IEnumerable<ExplanationSpan> Links(CellDerivative derivative, bool numbers)
        {
            if (derivative.IsDirect)
            {
                Explanation step = Plan.Explain(derivative.Of);
                return Spans(step, derivative.Links[0].InnerFormula, derivative.Trace, numbers);
            }

            string text = numbers ? derivative.Substituted(Notation.Mathematical) : derivative.Symbolic(Notation.Mathematical);
            string[] terms = text.Split(" + ");
            return terms.SelectMany((term, index) =>
            {
                int? choice = terms.Length == derivative.Links.Length
                    ? Choose(new ResolvedQuantity(Plan, derivative.Trace.Iteration, derivative.Links[index].Via))
                    : null;
                ExplanationSpan span = new(term, Tone.Normal, choice);
                return index == 0 ? new[] { span } : [new ExplanationSpan(" + "), span];
            });
        }

        private void Given(ResolvedQuantity quantity, IterationTrace trace)
        {
            Address address = quantity.Stored!.Value;
            Symbol symbol = Plan.SymbolOf(address);
            lines.Add(
            [
                Name(quantity),
                new ExplanationSpan(" = "),
                new ExplanationSpan(NumberText.Short(trace[address], 16).Replace('-', '−'), Tone.Value),
                .. ComparisonOf(screen.Lesson, quantity, trace[address], words),
            ]);
            if (Plan.NextOf(symbol) is { } next && quantity.Iteration > 1)
            {
                ResolvedQuantity before = new(Plan, quantity.Iteration - 1, address with { Symbol = next.Index });
                string label = before.Label.ToText(Notation.Mathematical);
                lines.Add([new ExplanationSpan(words.GivenByUpdate(label, before.Iteration), Tone.Muted, Choose(before))]);
            }
            else
            {
                string source = symbol.Role switch
                {
                    SymbolRole.Parameter => words.GivenAsStart,
                    SymbolRole.Hyperparameter => words.GivenAsSetting,
                    _ => words.GivenByData,
                };
                lines.Add([new ExplanationSpan(source, Tone.Muted)]);
            }
        }

        private void Result(ResolvedQuantity quantity, double value) => lines.Add(
        [
            new ExplanationSpan("= "),
            new ExplanationSpan(NumberText.Fixed(value).Replace('-', '−'), Tone.Value),
            .. ComparisonOf(screen.Lesson, quantity, value, words),
        ]);

        private ExplanationSpan Name(ResolvedQuantity quantity)
        {
            string at = quantity.Iteration == screen.Moment.Iteration ? "" : $"@{quantity.Iteration}";
            return new(quantity.Label.ToText(Notation.Mathematical) + at, Tone.Name);
        }

        private IEnumerable<ExplanationSpan> Spans(Explanation explanation, Expression formula, IterationTrace trace, bool numbers) =>
            FormulaText.Spans(
                    formula,
                    operand => numbers
                        ? NumberText.Short(trace[explanation.AddressOf(operand)])
                        : Plan.LabelOf(explanation.AddressOf(operand)).ToText(Notation.Mathematical),
                    Notation.Mathematical,
                    MostTerms)
                .Select(span => span.Operand is { } operand
                    ? new ExplanationSpan(
                        span.Text, Tone.Normal, Choose(new ResolvedQuantity(Plan, trace.Iteration, explanation.AddressOf(operand))))
                    : new ExplanationSpan(span.Text));

        private IEnumerable<ExplanationSpan> Factors(ImmutableArray<ChainFactor> chain, IterationTrace trace, bool numbers)
        {
            for (int index = 0; index < chain.Length; index++)
            {
                ChainFactor factor = chain[index];
                if (index > 0)
                {
                    yield return new ExplanationSpan(" × ");
                }

                double value = trace[factor.Value];
                string number = NumberText.Short(value).Replace('-', '−');
                yield return new ExplanationSpan(
                    numbers ? (value < 0 ? $"({number})" : number) : factor.Label.ToText(Notation.Mathematical),
                    Tone.Normal,
                    Choose(new ResolvedQuantity(Plan, trace.Iteration, factor.Value)));
            }
        }
    }
}
