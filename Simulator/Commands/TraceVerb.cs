using System.Collections.Immutable;
using System.CommandLine;
using Engine.Time;
using Lessons;

namespace Simulator.Commands;

/// <summary>Every step of a lesson.</summary>
internal sealed class TraceVerb : Verb
{
    private readonly Argument<string> name = LessonSource.Argument();

    private readonly Option<string> format = Choice.Of("--format", "How it is written", "text", "json", "csv", "markdown");

    private readonly Option<string> level = Choice.Of("--level", "What one row is: a number, all numbers of an operation, or a phase", "cell", "operation", "phase");

    private readonly Option<int?> iteration = Choice.Iteration("Only this iteration, from 1; by default all of the lesson");

    private readonly Option<bool> notes = new("--notes") { Description = "The tour's stops with what to ask a class and the teacher's notes, as text or markdown" };

    private readonly Option<string?> stops = PlayVerb.StopsOption();

    public TraceVerb()
        : base("trace", "Writes every step of a lesson: label, formula, formula with numbers, value, the document's number")
    {
        Arguments.Add(name);
        Options.Add(format);
        Options.Add(level);
        Options.Add(iteration);
        Options.Add(notes);
        Options.Add(stops);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator trace backprop-2-2-2", "every number of the lesson, to read"),
        new("simulator trace backprop-2-2-2 --level operation --iteration 1", "a row for each operation"),
        new("simulator trace backprop-2-2-2 --format csv > trace.csv", "for a spreadsheet"),
        new("simulator trace backprop-2-2-2 --format markdown", "for a document"),
        new("simulator trace backprop-2-2-2 --notes", "what a teacher prints before class"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        Lesson lesson = LessonSource.Load(arguments.GetRequiredValue(name));
        if (arguments.GetValue(notes))
        {
            string written = arguments.GetValue(format)!;
            if (written is "json" or "csv")
            {
                throw new UsageException($"--notes: found --format {written}; expected text or markdown; leave out --format, or write --format markdown");
            }

            TraceNotes.Write(session, PlayVerb.WithStops(lesson, arguments.GetValue(stops)), written == "markdown");
            return ExitCode.AllRight;
        }

        if (arguments.GetValue(stops) is not null)
        {
            throw new UsageException("--stops: found without --notes; expected both; add --notes, or leave it out");
        }

        IEnumerable<int> iterations = LessonSource.IterationsOf(lesson, arguments.GetValue(iteration));
        Level rows = arguments.GetValue(level) switch
        {
            "phase" => Level.Phase,
            "operation" => Level.Operation,
            _ => Level.Cell,
        };
        switch (arguments.GetValue(format))
        {
            case "json":
                DataWriter.WriteJson(session, TraceRecords.Of(session, lesson, rows, iterations));
                break;
            case "csv":
                DataWriter.WriteCsv(session, TraceRecords.Of(session, lesson, rows, iterations));
                break;
            case "markdown":
                TraceMarkdown.Write(session, lesson, rows, iterations);
                break;
            default:
                TraceText.Write(session, lesson, rows, iterations);
                break;
        }

        return ExitCode.AllRight;
    }
}
