using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Checking;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>A lesson's steps to read: iteration by iteration, phase by phase, with what the lesson says about each.</summary>
internal static class TraceText
{
    /// <summary>Longer sums are shortened: a line is to be read, data formats hold all of it.</summary>
    private const int MostTerms = 6;
    private const int MostValues = 8;

    /// <summary>A whole lesson as text, from its title to how many numbers agree.</summary>
    public static void WriteLesson(Session session, Lesson lesson)
    {
        session.Page.Line(lesson.Title.In(session.Language), Ink.Title);
        session.Page.Paragraph(lesson.Summary.In(session.Language));
        session.Page.Line();
        Write(session, lesson, Level.Cell, Enumerable.Range(1, lesson.Iterations));
        session.Page.Line();
        session.Page.Line(CheckVerb.SummaryOf(session, LessonChecker.Check(lesson)));
    }

    public static void Write(Session session, Lesson lesson, Level level, IEnumerable<int> iterations)
    {
        Words words = session.Words;
        LessonTrace trace = new(lesson);
        bool isFirst = true;
        foreach (int iteration in iterations)
        {
            if (!isFirst)
            {
                session.Page.Line();
            }

            isFirst = false;
            session.Page.Line(words.IterationOf(iteration, lesson.Iterations), Ink.Strong);
            if (level == Level.Cell)
            {
                session.Page.Line();
                session.Page.Line($"  {words.Given}", Ink.Title);
                session.Page.Table([.. trace.GivenIn(iteration).Select(cell => RowOf(session, cell))], indent: 4);
            }

            foreach (IGrouping<Phase, Step> phase in trace.Phases)
            {
                session.Page.Line();
                session.Page.Line($"  {words.Phase(phase.Key)}", InkOf(phase.Key));
                if (lesson.Stages.GetValueOrDefault(phase.Key) is { } text)
                {
                    session.Page.Paragraph(text.In(session.Language), indent: 2, Ink.Muted);
                }

                WritePhase(session, trace, level, iteration, phase);
            }
        }
    }

    private static void WritePhase(Session session, LessonTrace trace, Level level, int iteration, IGrouping<Phase, Step> phase)
    {
        switch (level)
        {
            case Level.Phase:
                session.Page.Line("    " + SummaryOf(session, trace, iteration, phase));
                break;
            case Level.Operation:
                session.Page.Table([.. phase.Select(step => RowOf(session, trace, iteration, step))], indent: 4);
                break;
            default:
                session.Page.Table(
                    [.. phase.SelectMany(step => trace.CellsOf(step.Output, iteration)).Select(cell => RowOf(session, cell))], indent: 4);
                break;
        }
    }

    /// <summary>What a phase consists of, in words.</summary>
    public static string SummaryOf(Session session, LessonTrace trace, int iteration, IGrouping<Phase, Step> phase)
    {
        (int printed, int matching) = trace.PrintedIn(phase, iteration);
        string what = session.Words.PhaseSummary(phase.Count(), phase.Sum(step => step.Output.Shape.Size));
        return printed == 0 ? what : $"{what}; {session.Words.CheckSummary(printed, matching, printed - matching)}";
    }

    /// <summary>The first values of an operation, and how many more there are.</summary>
    public static string ValuesOf(Session session, double[] values)
    {
        string shown = string.Join("  ", values.Take(MostValues).Select(value => session.Number(NumberText.Fixed(value))));
        return values.Length > MostValues ? $"{shown}  {session.Words.More(values.Length - MostValues)}" : shown;
    }

    /// <summary>Whether all numbers of an operation that the document prints agree; empty where it prints none.</summary>
    public static InkedText MarkOf(Session session, LessonTrace trace, int iteration, Step step)
    {
        (int printed, int matching) = trace.PrintedIn([step], iteration);
        return printed == 0 ? default : session.Mark(printed == matching);
    }

    private static InkedText[] RowOf(Session session, LessonTrace trace, int iteration, Step step) =>
    [
        new(step.Output.Label.ToText(session.Notation), Ink.Strong),
        new($"{session.Words.MadeFrom} {string.Join(", ", LessonTrace.InputsOf(step, session.Notation))}", Ink.Muted),
        new(ValuesOf(session, trace.ValuesOf(step.Output, iteration))),
        MarkOf(session, trace, iteration, step) is { Text: not null } mark ? mark : new InkedText(""),
    ];

    private static InkedText[] RowOf(Session session, QuantityDescription cell)
    {
        InkedText name = new(cell.Quantity.Label.ToText(session.Notation), Ink.Strong);
        InkedText value = new($"= {QuantityText.ValueOf(session, cell)}", Ink.Strong);
        InkedText printed = cell.Expectation is { } expectation
            ? new InkedText($"{session.Words.OriginOf(expectation.Source)} {session.Number(expectation.Printed.Text)}", Ink.Muted)
            : new InkedText("");
        InkedText mark = cell.IsMatch is { } isMatch ? session.Mark(isMatch) : new InkedText("");
        if (cell is GivenDescription given)
        {
            return [name, value, new InkedText(given.Origin(session.Words, session.Notation), Ink.Muted), printed, mark];
        }

        string formula = QuantityText.FormulaOf(cell, session.Notation, numbers: false, MostTerms);
        string numbers = QuantityText.FormulaOf(cell, session.Notation, numbers: true, MostTerms);
        return [name, new InkedText($"= {formula}"), new InkedText($"= {numbers}"), value, printed, mark];
    }

    private static Ink InkOf(Phase phase) => phase switch
    {
        Phase.Forward => Ink.Forward,
        Phase.Loss => Ink.Loss,
        Phase.Backward => Ink.Backward,
        _ => Ink.Update,
    };
}
