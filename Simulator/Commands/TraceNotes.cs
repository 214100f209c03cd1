using Engine.Time;
using Lessons;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Commands;

/// <summary>A lesson's stops as a teacher prints them beforehand: what to ask at each, the number, and the notes that are never on the screen.</summary>
internal static class TraceNotes
{
    public static void Write(Session session, Lesson lesson, bool isMarkdown)
    {
        Words words = session.Words;
        if (lesson.Tour.IsEmpty)
        {
            session.Page.Line(words.Class.NoStops);
            return;
        }

        string title = words.Class.Stops(lesson.Tour.Length, lesson.Title.In(session.Language));
        session.Page.Line(new InkedText(isMarkdown ? $"# {title}" : title, Ink.Title));
        Timeline timeline = lesson.NewTimeline();
        StepScreen start = StepScreen.Open(lesson);
        for (int index = 0; index < lesson.Tour.Length; index++)
        {
            TourStop stop = lesson.Tour[index];
            QuantityDescription number = QuantityDescription.Of(lesson, timeline, stop.Show ?? stop.At);
            string name = number.Quantity.Label.ToText(session.Notation);
            string at = number.Quantity.Iteration == 1 ? "" : $"@{number.Quantity.Iteration}";
            session.Page.Line();
            session.Page.Line(new InkedText(isMarkdown ? $"## {index + 1}. {name}{at}" : $"{index + 1}. {name}{at}", Ink.Strong));
            if (isMarkdown)
            {
                session.Page.Line();
            }

            string formula = QuantityText.FormulaOf(number, session.Notation, numbers: false);
            string value = QuantityText.ValueOf(session, number);
            session.Page.Line(isMarkdown ? $"`{name} = {formula} = {value}`" : $"   {name} = {formula} = {value}");
            WriteText(session, isMarkdown, words.Class.Ask, ClassView.QuestionOf(start.AtStop(index)).In(session.Language));
            WriteText(session, isMarkdown, words.Text, stop.Text.In(session.Language));
            if (stop.Notes is { } notes)
            {
                WriteText(session, isMarkdown, words.Class.Notes, notes.In(session.Language));
            }
        }
    }

    private static void WriteText(Session session, bool isMarkdown, string heading, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (isMarkdown)
        {
            session.Page.Line();
            session.Page.Line($"**{heading}**: {text}");
        }
        else
        {
            session.Page.Paragraph($"{heading}: {text}", indent: 3);
        }
    }
}
