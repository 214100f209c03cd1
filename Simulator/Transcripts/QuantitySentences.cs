using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Provenance;

namespace Simulator.Transcripts;

/// <summary>Everything there is to say about one number: what it is, how it comes about, its value, and what the document prints.</summary>
internal sealed class QuantitySentences
{
    private readonly Lesson lesson;
    private readonly Timeline timeline;
    private readonly Words all;
    private readonly TranscriptWords words;
    private readonly SpeechWords speech;

    public QuantitySentences(Lesson lesson, Timeline timeline, Language language)
    {
        (this.lesson, this.timeline) = (lesson, timeline);
        all = Words.In(language);
        words = all.Transcript;
        speech = words.Speech;
    }

    private Plan Plan => timeline.Plan;

    /// <summary>What a number is called.</summary>
    public string NameOf(ResolvedQuantity quantity) => SpokenName.Of(quantity.Label, speech);

    /// <summary>A number's value as it is said.</summary>
    public string ValueOf(ResolvedQuantity quantity)
    {
        double value = quantity.ValueIn(timeline.At(quantity.Iteration));
        return quantity.Stored is { } stored && Plan.ProducerOf(Plan.SymbolOf(stored)) is { } step
            ? SpokenNumber.Of(value, speech, timeline.Training.RoundingOf(step))
            : SpokenNumber.Of(value, speech);
    }

    /// <summary>All there is to say, in one line.</summary>
    /// <param name="quantity">The number.</param>
    /// <param name="isKnown">Whether its value may be said: it has been computed and is not covered.</param>
    public string Of(ResolvedQuantity quantity, bool isKnown = true) => string.Join(' ', PartsOf(quantity, isKnown));

    /// <summary>What may be said of a number while it is covered.</summary>
    public string Covered(ResolvedQuantity quantity, Cover cover)
    {
        string name = NameOf(quantity);
        string heading = words.Heading(name, PlaceOf(quantity), quantity.Iteration);
        string? formula = cover == Cover.Formula ? null : FormulaOf(quantity, numbers: false);
        return formula is null ? heading
            : heading + " " + words.Formula(name, formula) + (cover == Cover.Numbers ? words.FormulaEnd : words.WithNumbers(FormulaOf(quantity, numbers: true)!, null));
    }

    /// <summary>The formula in words, with names or with numbers; null where the number is given.</summary>
    public string? FormulaOf(ResolvedQuantity quantity, bool numbers)
    {
        if (quantity.Stored is not { } address || Plan.ProducerOf(Plan.SymbolOf(address)) is null)
        {
            return null;
        }

        Explanation explanation = Plan.Explain(address);
        return numbers
            ? Say(explanation.Decided(timeline.At(quantity.Iteration)), explanation, timeline.At(quantity.Iteration))
            : Say(explanation.Formula, explanation, null);
    }

    /// <summary>The sum of a number as far as its first terms have been added.</summary>
    public string TermsOf(ResolvedQuantity quantity, int terms)
    {
        Explanation explanation = Plan.Explain(quantity.Stored!.Value);
        var sum = (Expression.Sum)explanation.Formula;
        Expression.Sum part = sum with { Terms = [.. sum.Terms.Take(terms)] };
        IterationTrace trace = timeline.At(quantity.Iteration);
        return words.TermsOf(NameOf(quantity), terms, sum.Terms.Length, Say(part, explanation, null), Say(part, explanation, trace));
    }

    /// <summary>How the loss depends on a number, by the chain rule; null where no step computes that.</summary>
    public string? WhyOf(ResolvedQuantity quantity, Func<Address, bool> isKnown)
    {
        if (quantity.Stored is not { } stored || ChainLine.GradientOf(Plan, stored) is not { } address)
        {
            return null;
        }

        bool hasValue = isKnown(address);
        ResolvedQuantity derivative = new(Plan, quantity.Iteration, address);
        string? chain = ChainOf(address, hasValue ? timeline.At(quantity.Iteration) : null, alsoSingle: false);
        return chain is null
            ? Of(derivative, hasValue)
            : string.Join(
                ' ',
                words.Heading(NameOf(derivative), PlaceOf(derivative), quantity.Iteration),
                chain,
                hasValue ? words.ValueIs(null, ValueOf(derivative)) : words.NotYet);
    }

    private IEnumerable<string> PartsOf(ResolvedQuantity quantity, bool isKnown)
    {
        string name = NameOf(quantity);
        string? again = quantity.Label is Label.Derivative ? null : name;
        yield return words.Heading(name, PlaceOf(quantity), quantity.Iteration);
        if (quantity.Derivative is { } pair)
        {
            foreach (string sentence in OfDerivative(quantity, pair.Of, pair.WithRespectTo, isKnown))
            {
                yield return sentence;
            }
        }
        else if (Plan.ProducerOf(Plan.SymbolOf(quantity.Stored!.Value)) is null)
        {
            bool isFromUpdate = quantity.Iteration > timeline.FirstIteration && Plan.NextOf(Plan.SymbolOf(quantity.Stored.Value)) is not null;
            yield return words.ValueIs(again, isFromUpdate ? ValueOf(quantity) : SpokenNumber.Given(quantity.ValueIn(timeline.At(quantity.Iteration)), speech));
        }
        else
        {
            foreach (string sentence in OfStep(quantity, again, isKnown))
            {
                yield return sentence;
            }
        }

        if (isKnown && lesson.ExpectationOf(quantity) is { } expectation)
        {
            double value = quantity.ValueIn(timeline.At(quantity.Iteration));
            string printed = SpokenNumber.Of(expectation.Printed.Text, speech);
            bool isPrinted = expectation.Source.Oracle is null;
            string difference = SpokenNumber.Of(NumberText.Short(expectation.Printed.Difference(value), 2), speech);
            yield return expectation.Printed.Matches(value)
                ? (isPrinted ? words.PrintedAgrees : words.CheckedAgrees)(printed)
                : (isPrinted ? words.PrintedDiffers : words.CheckedDiffers)(printed, difference);
        }
    }

    private IEnumerable<string> OfStep(ResolvedQuantity quantity, string? name, bool isKnown)
    {
        Explanation explanation = Plan.Explain(quantity.Stored!.Value);
        string formula = words.Formula(name, Say(explanation.Formula, explanation, null));
        if (!isKnown)
        {
            yield return formula + words.FormulaEnd;
            yield return words.NotYet;
            yield break;
        }

        IterationTrace trace = timeline.At(quantity.Iteration);
        string value = ValueOf(quantity);
        Expression decided = explanation.Decided(trace);
        if (explanation.Formula.HasChoices && decided is not Expression.Constant)
        {
            yield return formula + words.FormulaEnd;
            yield return words.Chosen(Say(decided, explanation, null));
            formula = "";
        }

        string numbers = Say(decided, explanation, trace);
        yield return formula.Length == 0 ? words.ValueIs(null, numbers == value ? value : $"{numbers}, {value}")
            : numbers == value ? formula + words.OnlyValue(value)
            : formula + words.WithNumbers(numbers, value);
        if (explanation.Formula is Expression.Abbreviation abbreviation)
        {
            yield return words.Body(Say(abbreviation.Body, explanation, trace));
        }

        if (ChainOf(quantity.Stored.Value, trace, alsoSingle: true) is { } chain)
        {
            yield return chain;
        }
    }

    private IEnumerable<string> OfDerivative(ResolvedQuantity quantity, Address of, Address by, bool isKnown)
    {
        IterationTrace trace = timeline.At(quantity.Iteration);
        CellDerivative derivative = CellDerivative.Between(trace, of, by);
        string value = SpokenNumber.Of(derivative.Value, speech);
        if (derivative.Links.IsEmpty)
        {
            yield return of == by ? words.ValueIs(null, value) : words.Unreached(SpokenName.Of(Plan.LabelOf(of), speech), SpokenName.Of(Plan.LabelOf(by), speech));
            yield return of == by ? "" : words.ValueIs(null, value);
            yield break;
        }

        (Expression formula, Func<Expression.Operand, SpokenOperand> nameOf, Func<Expression.Operand, SpokenOperand> numberOf) = derivative.IsDirect
            ? Direct(derivative)
            : OverLinks(derivative);
        string symbols = new FormulaSpeaker(speech, nameOf).Say(formula);
        string numbers = new FormulaSpeaker(speech, numberOf).Say(formula);
        yield return !isKnown ? words.Formula(null, symbols) + words.FormulaEnd
            : numbers == value ? words.Formula(null, symbols) + words.OnlyValue(value)
            : words.Formula(null, symbols) + words.WithNumbers(numbers, value);
    }

    private (Expression Formula, Func<Expression.Operand, SpokenOperand> NameOf, Func<Expression.Operand, SpokenOperand> NumberOf) Direct(CellDerivative derivative)
    {
        Explanation step = Plan.Explain(derivative.Of);
        return (
            derivative.Links[0].InnerFormula,
            operand => SpokenOperand.Of(Plan.LabelOf(step.AddressOf(operand)), speech),
            operand => SpokenOperand.Of(derivative.Trace[step.AddressOf(operand)], speech));
    }

    /// <summary>The sum over the paths; two operands for each link, the outer and the inner derivative.</summary>
    private (Expression Formula, Func<Expression.Operand, SpokenOperand> NameOf, Func<Expression.Operand, SpokenOperand> NumberOf) OverLinks(CellDerivative derivative)
    {
        ImmutableArray<CellDerivative.Link> links = derivative.Links;
        return (
            new Expression.Sum([.. links.Select((_, index) => new Expression.Term(new Expression.Operand(0, index) * new Expression.Operand(1, index)))]),
            operand => SpokenOperand.Of(
                operand.Input == 0
                    ? new Label.Derivative(Plan.LabelOf(derivative.Of), Plan.LabelOf(links[operand.Cell].Via))
                    : new Label.Derivative(Plan.LabelOf(links[operand.Cell].Via), Plan.LabelOf(derivative.WithRespectTo)),
                speech),
            operand => SpokenOperand.Of(operand.Input == 0 ? links[operand.Cell].Outer : links[operand.Cell].Inner, speech));
    }

    /// <summary>A gradient as the whole chain rule; null where it has none of at least two factors, or it would only repeat the formula.</summary>
    private string? ChainOf(Address gradient, IterationTrace? trace, bool alsoSingle)
    {
        ImmutableArray<ChainFactor> factors = ChainRule.Of(Plan, gradient);
        if (factors.Length < 2)
        {
            return null;
        }

        Expression.Product product = new([.. factors.Select((_, index) => (Expression)new Expression.Operand(0, index))]);
        string symbols = new FormulaSpeaker(speech, operand => SpokenOperand.Of(factors[operand.Cell].Label, speech)).Say(product);
        Explanation explanation = Plan.Explain(gradient);
        if (alsoSingle && symbols == Say(explanation.Formula, explanation, null))
        {
            return null;
        }

        string? numbers = trace is null ? null : new FormulaSpeaker(speech, operand => SpokenOperand.Of(trace[factors[operand.Cell].Value], speech)).Say(product);
        return words.Chain(symbols, numbers);
    }

    private string PlaceOf(ResolvedQuantity quantity)
    {
        if (quantity.Stored is not { } address)
        {
            return words.Derived;
        }

        Symbol symbol = Plan.SymbolOf(address);
        if (Plan.ProducerOf(symbol) is { } step)
        {
            return words.Phase(step.Phase);
        }

        return quantity.Iteration > timeline.FirstIteration && Plan.NextOf(symbol) is { } next
            ? all.GivenByUpdate(SpokenName.Of(Plan.LabelOf(address with { Symbol = next.Index }), speech), quantity.Iteration - 1)
            : GivenDescription.OriginOf(symbol.Role, all);
    }

    private string Say(Expression formula, Explanation explanation, IterationTrace? trace) => new FormulaSpeaker(
        speech,
        operand => trace is null
            ? SpokenOperand.Of(Plan.LabelOf(explanation.AddressOf(operand)), speech)
            : SpokenOperand.Of(trace[explanation.AddressOf(operand)], speech)).Say(formula);
}
