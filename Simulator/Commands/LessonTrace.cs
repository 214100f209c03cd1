using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.Explaining;

namespace Simulator.Commands;

/// <summary>A lesson's steps in order, put together the way traces need them.</summary>
internal sealed class LessonTrace(Lesson lesson)
{
    private readonly Timeline timeline = lesson.NewTimeline();

    public Lesson Lesson => lesson;

    /// <summary>The steps of an iteration, phase after phase.</summary>
    public ImmutableArray<IGrouping<Phase, Step>> Phases { get; } = [.. lesson.Plan.Steps.GroupBy(step => step.Phase)];

    /// <summary>What is known before the first step of an iteration: data, settings and weights.</summary>
    public IEnumerable<QuantityDescription> GivenIn(int iteration) => lesson.Plan.Symbols
        .Where(symbol => lesson.Plan.ProducerOf(symbol) is null)
        .SelectMany(symbol => CellsOf(symbol, iteration));

    /// <summary>Every number of a symbol.</summary>
    public IEnumerable<QuantityDescription> CellsOf(Symbol symbol, int iteration) =>
        Enumerable.Range(0, symbol.Shape.Size).Select(cell => QuantityDescription.Of(
            lesson, timeline, new ResolvedQuantity(lesson.Plan, iteration, new Address(symbol.Index, cell))));

    /// <summary>The values of a symbol.</summary>
    public double[] ValuesOf(Symbol symbol, int iteration)
    {
        IterationTrace trace = timeline.At(iteration);
        return trace[symbol].ToArray();
    }

    /// <summary>How many numbers have been computed once a step's cell is: what <c>play --at</c> takes.</summary>
    public long NumberOf(int iteration, Step step, int cell) => timeline.OrdinalOf(new Moment(iteration, step.Index, cell));

    /// <summary>How many numbers of some steps the document prints, and how many of these agree.</summary>
    public (int Printed, int Matching) PrintedIn(IEnumerable<Step> steps, int iteration)
    {
        HashSet<int> symbols = [.. steps.Select(step => step.Output.Index)];
        IterationTrace trace = timeline.At(iteration);
        Expectation[] printed =
        [
            .. lesson.Expectations.Where(expectation =>
                expectation.Quantity.Iteration == iteration
                && expectation.Quantity.Stored is { } stored
                && symbols.Contains(stored.Symbol)),
        ];
        return (printed.Length, printed.Count(expectation => expectation.Printed.Matches(trace[expectation.Quantity.Stored!.Value])));
    }

    /// <summary>The names of the symbols that a step reads.</summary>
    public static string[] InputsOf(Step step, Notation notation) =>
        [.. step.Inputs.Select(input => input.Label.ToText(notation)).Distinct()];
}
