using System.Collections.Immutable;
using System.CommandLine;
using Lessons.Schema;

namespace Simulator.Commands;

/// <summary>The form of lesson files, for editors.</summary>
internal sealed class SchemaVerb() : Verb("schema", "Prints the JSON Schema of lesson files, by which editors complete and check what an author types")
{
    public override ImmutableArray<Example> Examples =>
    [
        new("simulator schema > lesson.schema.json", "beside your lessons"),
        new("simulator schema | less", "what a lesson may hold"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        session.Context.Out.Write(LessonSchema.TextOf(session.Ascii));
        return ExitCode.AllRight;
    }
}
