using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons.Quantities;
using Simulator.Explaining;
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
/// <param name="Lines">The lines.</param>
/// <param name="Choices">The numbers that the spans' choices count.</param>
/// <param name="IsList">Whether the lines are numbers one after the other rather than one number's explanation.</param>
internal sealed record ExplanationModel(
    ImmutableArray<ImmutableArray<ExplanationSpan>> Lines, ImmutableArray<ResolvedQuantity> Choices, bool IsList = false)
{
    private const int MostTerms = 12;
    private const int MostCells = 200;

    /// <summary>What stands where something is covered.</summary>
    private const string Covered = "?";

    public static ExplanationModel Of(StepScreen screen, Words words)
    {
        Builder builder = new(screen, words);
        if (screen.Asked is { } asked)
        {
            builder.Quantity(asked);
        }
        else if (screen.Looked is not { } looked)
        {
            builder.Nothing();
        }
        else if (screen.Terms > 0)
        {
            builder.PartOf(looked, screen.Terms);
        }
        else if (screen.IsByNumber)
        {
            builder.Quantity(looked);
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
        return screen.Level switch
        {
            StepSize.Operation => [current],
            StepSize.Phase => [.. screen.Timeline.Plan.Steps.Where(step => step.Phase == current.Phase && step.Index <= current.Index)],
            _ => screen.Timeline.Plan.Steps[..(current.Index + 1)],
        };
    }

    /// <summary>How many terms the sum has that makes a number; 1 where it is not a sum.</summary>
    public static int TermsOf(Plan plan, Address address) => plan.Explain(address).Formula is Expression.Sum sum ? sum.Terms.Length : 1;

    /// <summary>The value beside what the document prints for it, if it prints anything.</summary>
    private static ImmutableArray<ExplanationSpan> ComparisonOf(QuantityDescription description, Words words)
    {
        if (description.Expectation is not { } expectation)
        {
            return [];
        }

        bool ok = description.IsMatch == true;
        return
        [
            new($"   {words.OriginOf(expectation.Source)} ", Tone.Muted),
            new(Text(expectation.Printed.Text), Tone.Value),
            new(ok ? " ✓" : " ✗", ok ? Tone.Good : Tone.Bad),
            new($" Δ {Text(NumberText.Short(expectation.Printed.Difference(description.Value), 2))}", Tone.Muted),
        ];
    }

    private static string Text(string number) => number.Replace('-', '−');

    private sealed class Builder(StepScreen screen, Words words)
    {
        private readonly ImmutableArray<ImmutableArray<ExplanationSpan>>.Builder lines =
            ImmutableArray.CreateBuilder<ImmutableArray<ExplanationSpan>>();

        private readonly List<ResolvedQuantity> choices = [];
        private bool isList;

        private Plan Plan => screen.Timeline.Plan;

        public ExplanationModel Finish() => new(lines.ToImmutable(), [.. choices], isList);

        public void Nothing() => lines.Add([new ExplanationSpan(words.NothingComputedYet, Tone.NotYet)]);

        public void Quantity(ResolvedQuantity quantity)
        {
            QuantityDescription description = QuantityDescription.Of(screen.Lesson, screen.Timeline, quantity);
            if (description is GivenDescription given)
            {
                Given(given);
                return;
            }

            if (screen.Cover == Cover.Formula)
            {
                lines.Add([Name(quantity), new ExplanationSpan(" = "), new ExplanationSpan(Covered, Tone.NotYet)]);
                return;
            }

            lines.Add([Name(quantity), new ExplanationSpan(" = "), .. Spans(description.Formula(Notation.Mathematical, false, MostTerms))]);
            if (screen.Cover == Cover.Numbers)
            {
                lines.Add([new ExplanationSpan("= "), new ExplanationSpan(Covered, Tone.NotYet)]);
                return;
            }

            if (screen.Cover is null && IsAhead(quantity))
            {
                lines.Add([new ExplanationSpan(words.Drawings.NumberNotYet, Tone.NotYet)]);
                return;
            }

            Line(description.Chosen(Notation.Mathematical, MostTerms));
            ImmutableArray<FormulaPiece> withNumbers = description.Formula(Notation.Mathematical, numbers: true, MostTerms);
            if (withNumbers.Length > 1)
            {
                // A single number is the value, which comes below.
                Line(withNumbers);
            }

            Line([new FormulaPiece(QuantityDescription.TextOf(description.Body(Notation.Mathematical)))]);
            Line(description.ChainBeyondFormula(Notation.Mathematical, numbers: false));
            Line(description.ChainBeyondFormula(Notation.Mathematical, numbers: true));
            if (screen.Cover == Cover.Value)
            {
                lines.Add([new ExplanationSpan("= "), new ExplanationSpan(Covered, Tone.NotYet)]);
                return;
            }

            lines.Add(
            [
                new ExplanationSpan("= "),
                new ExplanationSpan(ValueText.Of(description.Value, screen.Timeline.Training.Rounding), Tone.Value),
                .. ComparisonOf(description, words),
            ]);
        }

        /// <summary>A number of which only the first terms have been added.</summary>
        public void PartOf(ResolvedQuantity quantity, int terms)
        {
            IterationTrace trace = screen.Timeline.At(quantity.Iteration);
            Explanation explanation = Plan.Explain(quantity.Stored!.Value);
            Expression.Sum whole = (Expression.Sum)explanation.Formula;
            Expression.Sum part = whole with { Terms = whole.Terms[..terms] };
            lines.Add([Name(quantity), new ExplanationSpan(" = "), .. Spans(Pieces(whole, numbers: false))]);
            lines.Add([new ExplanationSpan("= "), .. Spans(Pieces(part, numbers: true)), new ExplanationSpan(" + …", Tone.NotYet)]);
            lines.Add(
            [
                new ExplanationSpan("= "),
                new ExplanationSpan(ValueText.Of(part.Evaluate(operand => trace[explanation.AddressOf(operand)])), Tone.Value),
                new ExplanationSpan(" + …", Tone.NotYet),
                new ExplanationSpan($"   {words.TermOf(terms, whole.Terms.Length)}", Tone.Muted),
            ]);

            ImmutableArray<FormulaPiece> Pieces(Expression formula, bool numbers) =>
            [
                .. FormulaText.Spans(formula, operand => Operand(operand, numbers), Notation.Mathematical, MostTerms).Select(span => new FormulaPiece(
                    span.Text,
                    span.Operand is { } operand ? new ResolvedQuantity(Plan, quantity.Iteration, explanation.AddressOf(operand)) : null)),
            ];

            string Operand(Expression.Operand operand, bool numbers) => numbers
                ? NumberText.Short(trace[explanation.AddressOf(operand)])
                : Plan.LabelOf(explanation.AddressOf(operand)).ToText(Notation.Mathematical);
        }

        /// <summary>Whether a number is computed after the moment: it has a formula and no value.</summary>
        private bool IsAhead(ResolvedQuantity quantity) => quantity.Stored is { } stored
            && (quantity.Iteration > screen.Moment.Iteration
                || (quantity.Iteration == screen.Moment.Iteration && !screen.Knows(stored)));

        /// <summary>A line for each number of some steps.</summary>
        public void Steps(ImmutableArray<Step> steps)
        {
            isList = true;
            IterationTrace trace = screen.Timeline.At(screen.Moment.Iteration);
            int skipped = Math.Max(0, steps.Sum(CellsOf) - MostCells);
            foreach (Step step in steps)
            {
                int first = Math.Min(skipped, CellsOf(step));
                skipped -= first;
                for (int cell = first; cell < CellsOf(step); cell++)
                {
                    Address address = new(step.Output.Index, cell);
                    ResolvedQuantity quantity = new(Plan, trace.Iteration, address);
                    int choice = Choose(quantity);
                    lines.Add(
                    [
                        new ExplanationSpan(quantity.Label.ToText(Notation.Mathematical), Tone.Name, choice),
                        new ExplanationSpan($" = {Plan.Explain(address).Symbolic(Notation.Mathematical, 3)} = "),
                        .. screen.Knows(address)
                            ? [new ExplanationSpan(ValueText.Of(trace[address], screen.Timeline.Training.Rounding), Tone.Value), .. MarkOf(quantity, trace[address])]
                            : new[] { new ExplanationSpan(Covered, Tone.NotYet) },
                    ]);
                }
            }
        }

        /// <summary>How many of a step's numbers there are at the moment.</summary>
        private int CellsOf(Step step) => step.Index == screen.Moment.Step ? screen.Moment.Cell + 1 : step.Output.Shape.Size;

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

        private void Line(ImmutableArray<FormulaPiece> pieces)
        {
            if (pieces.Any(piece => piece.Text.Length > 0))
            {
                lines.Add([new ExplanationSpan("= "), .. Spans(pieces)]);
            }
        }

        private void Given(GivenDescription given)
        {
            lines.Add(
            [
                Name(given.Quantity),
                new ExplanationSpan(" = "),
                new ExplanationSpan(Text(NumberText.Short(given.Value, 16)), Tone.Value),
                .. ComparisonOf(given, words),
            ]);
            int? choice = given.Before is { } before ? Choose(before) : null;
            lines.Add([new ExplanationSpan(given.Origin(words, Notation.Mathematical), Tone.Muted, choice)]);
        }

        private ExplanationSpan Name(ResolvedQuantity quantity)
        {
            string at = quantity.Iteration == screen.Moment.Iteration ? "" : $"@{quantity.Iteration}";
            return new(quantity.Label.ToText(Notation.Mathematical) + at, Tone.Name);
        }

        private IEnumerable<ExplanationSpan> Spans(ImmutableArray<FormulaPiece> pieces) =>
            pieces.Select(piece => new ExplanationSpan(
                piece.Text, Tone.Normal, piece.Quantity is { } quantity ? Choose(quantity) : null));
    }
}
