using System.Collections.Immutable;
using System.Text;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Simulator.Explaining;
using Simulator.Resources;

namespace Simulator.Commands;

/// <summary>A lesson's steps as a Markdown document, with a table for each phase.</summary>
internal static class TraceMarkdown
{
    private const string Special = "\\`*[]<>|~$&";
    private const string SpecialAtStart = "#+->";

    public static void Write(Session session, Lesson lesson, Level level, IEnumerable<int> iterations)
    {
        LessonTrace trace = new(lesson);
        session.Page.Line($"# {Escape(lesson.Title.In(session.Language))}");
        session.Page.Line();
        session.Page.Line(Escape(lesson.Summary.In(session.Language)));
        foreach (int iteration in iterations)
        {
            session.Page.Line();
            session.Page.Line($"## {session.Words.IterationOf(iteration, lesson.Iterations)}");
            foreach (IGrouping<Phase, Step> phase in trace.Phases)
            {
                session.Page.Line();
                session.Page.Line($"### {session.Words.Phase(phase.Key)}");
                session.Page.Line();
                if (lesson.Stages.GetValueOrDefault(phase.Key) is { } text)
                {
                    session.Page.Line(Escape(text.In(session.Language)));
                    session.Page.Line();
                }

                WritePhase(session, trace, level, iteration, phase);
            }
        }
    }

    private static void WritePhase(Session session, LessonTrace trace, Level level, int iteration, IGrouping<Phase, Step> phase)
    {
        Words words = session.Words;
        switch (level)
        {
            case Level.Phase:
                session.Page.Line(Escape(TraceText.SummaryOf(session, trace, iteration, phase)));
                break;
            case Level.Operation:
                WriteRow(session, words.Quantity, words.MadeFrom, words.Value, words.Document);
                WriteRule(session, 4);
                foreach (Step step in phase)
                {
                    WriteRow(
                        session,
                        step.Output.Label.ToText(session.Notation),
                        string.Join(", ", LessonTrace.InputsOf(step, session.Notation)),
                        TraceText.ValuesOf(session, trace.ValuesOf(step.Output, iteration)),
                        TraceText.MarkOf(session, trace, iteration, step).Text ?? "");
                }

                break;
            default:
                WriteRow(session, words.Quantity, words.Formula, words.WithNumbers, words.Value, words.Document);
                WriteRule(session, 5);
                foreach (QuantityDescription cell in phase.SelectMany(step => trace.CellsOf(step.Output, iteration)))
                {
                    WriteRow(
                        session,
                        cell.Quantity.Label.ToText(session.Notation),
                        QuantityText.FormulaOf(cell, session.Notation, numbers: false),
                        QuantityText.FormulaOf(cell, session.Notation, numbers: true),
                        QuantityText.ValueOf(session, cell),
                        cell.Expectation is { } expectation
                            ? $"{session.Number(expectation.Printed.Text)} {session.Mark(cell.IsMatch == true).Text}"
                            : "");
                }

                break;
        }
    }

    private static void WriteRow(Session session, params IEnumerable<string> cells) =>
        session.Page.Line($"| {string.Join(" | ", cells.Select(Escape))} |");

    private static void WriteRule(Session session, int columns) =>
        session.Page.Line($"|{string.Concat(Enumerable.Repeat(" --- |", columns))}");

    /// <summary>The text so that Markdown shows it as it is, on one line.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            bool isSpecial = Special.Contains(character)
                || (index == 0 && SpecialAtStart.Contains(character))
                || (character == '_' && !IsInsideWord(text, index));
            bool isLineEnd = character is '\n' or '\r';
            escaped.Append(isSpecial ? "\\" : "").Append(isLineEnd ? ' ' : character);
        }

        return escaped.ToString();
    }

    /// <summary>An underscore between letters or digits is no emphasis: <c>E_total</c>.</summary>
    private static bool IsInsideWord(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]);
}
