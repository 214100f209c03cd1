using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Simulator.Explaining;

namespace Simulator.Commands;

/// <summary>
/// A lesson's steps as rows of data. Phases have their English names and formulas are written as they are typed, whatever the
/// language; <c>step</c> is the number that <c>play --at</c> takes.
/// </summary>
internal static class TraceRecords
{
    public static IEnumerable<DataRecord> Of(Session session, Lesson lesson, Level level, IEnumerable<int> iterations)
    {
        LessonTrace trace = new(lesson);
        return iterations.SelectMany(iteration => level switch
        {
            Level.Phase => trace.Phases.Select(phase => PhaseRecord(session, trace, iteration, phase)),
            Level.Operation => lesson.Plan.Steps.Select(step => OperationRecord(trace, iteration, step)),
            _ => lesson.Plan.Steps.SelectMany(step => trace.CellsOf(step.Output, iteration)
                .Select((cell, index) => CellRecord(trace, iteration, step, cell, index))),
        });
    }

    private static DataRecord PhaseRecord(Session session, LessonTrace trace, int iteration, IGrouping<Phase, Step> phase)
    {
        Step last = phase.Last();
        (int printed, int matching) = trace.PrintedIn(phase, iteration);
        return new DataRecord(
            ("iteration", iteration),
            ("phase", NameOf(phase.Key)),
            ("step", trace.NumberOf(iteration, last, last.Output.Shape.Size - 1)),
            ("operations", phase.Count()),
            ("numbers", phase.Sum(step => step.Output.Shape.Size)),
            ("printed", printed),
            ("matching", matching),
            ("text", trace.Lesson.Stages.GetValueOrDefault(phase.Key)?.In(session.Language)));
    }

    private static DataRecord OperationRecord(LessonTrace trace, int iteration, Step step)
    {
        (int printed, int matching) = trace.PrintedIn([step], iteration);
        return new DataRecord(
            ("iteration", iteration),
            ("phase", NameOf(step.Phase)),
            ("step", trace.NumberOf(iteration, step, step.Output.Shape.Size - 1)),
            ("quantity", step.Output.Label.ToString()),
            ("inputs", LessonTrace.InputsOf(step, Notation.Plain)),
            ("shape", step.Output.Shape.ToString()),
            ("values", trace.ValuesOf(step.Output, iteration)),
            ("printed", printed),
            ("matching", matching));
    }

    private static DataRecord CellRecord(LessonTrace trace, int iteration, Step step, QuantityDescription cell, int index) => new(
        ("iteration", iteration),
        ("phase", NameOf(step.Phase)),
        ("step", trace.NumberOf(iteration, step, index)),
        ("quantity", cell.Quantity.Label.ToString()),
        ("formula", QuantityText.FormulaOf(cell, Notation.Plain, numbers: false)),
        ("substituted", QuantityText.FormulaOf(cell, Notation.Plain, numbers: true)),
        ("value", cell.Value),
        ("printed", cell.Expectation?.Printed.Text),
        ("ok", cell.IsMatch));

    private static string NameOf(Phase phase) => phase.ToString().ToLowerInvariant();
}
