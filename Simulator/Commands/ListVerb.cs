using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The lessons that come with the program.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Option<string> format = Choice.Of("--format", "How the list is written", "text", "json");

    public ListVerb()
        : base("list", "Lists the lessons: id, title, what each teaches, how many printed numbers it is checked against")
    {
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator list", "all lessons"),
        new("simulator list --format json", "the same for programs"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        if (arguments.GetValue(format) == "json")
        {
            DataWriter.WriteJson(session, LessonLibrary.All.Select(lesson => new DataRecord(
                ("chapter", lesson.Chapter?.Id),
                ("id", lesson.Id),
                ("title", lesson.Title.In(session.Language)),
                ("summary", lesson.Summary.In(session.Language)),
                ("printedNumbers", lesson.Expectations.Length),
                ("exercises", lesson.Exercises.Length))));
            return ExitCode.AllRight;
        }

        foreach (Lesson lesson in LessonLibrary.All)
        {
            session.Page.Line(
                new InkedText(lesson.Id, Ink.Strong),
                new InkedText("  "),
                new InkedText(lesson.Title.In(session.Language), Ink.Title),
                new InkedText("  "),
                new InkedText(session.Words.NumbersChecked(lesson.Expectations.Length), Ink.Muted));
            session.Page.Paragraph(lesson.Summary.In(session.Language), indent: 4);
        }

        return ExitCode.AllRight;
    }
}
