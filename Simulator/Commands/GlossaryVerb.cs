using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Lessons.Reading;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>What the terms of the lessons mean, in both languages.</summary>
internal sealed class GlossaryVerb : Verb
{
    private readonly Argument<string[]> names = new("TERM")
    {
        Description = "Ids or names of terms, in English or Korean; all of them where none is given",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> format = Choice.Of("--format", "How the terms are written", "text", "json");

    public GlossaryVerb()
        : base("glossary", "Says what the lessons' terms mean, in English and Korean, and which lessons teach them")
    {
        Arguments.Add(names);
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator glossary", "all terms"),
        new("simulator glossary chain-rule", "one term"),
        new("simulator glossary 역전파 --lang ko", "the same by its Korean name"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        string[] wanted = arguments.GetValue(names) ?? [];
        ImmutableArray<string> problems = [.. wanted.Where(name => Glossary.Named(name) is null).Select(ProblemOf)];
        if (!problems.IsEmpty)
        {
            throw new UsageException(problems);
        }

        ImmutableArray<GlossaryTerm> terms = wanted.Length == 0 ? Glossary.All : [.. wanted.Select(name => Glossary.Named(name)!).Distinct()];
        if (arguments.GetValue(format) == "json")
        {
            DataWriter.WriteJson(session, terms.Select(RecordOf));
            return ExitCode.AllRight;
        }

        foreach (GlossaryTerm term in terms)
        {
            session.Page.Line(new InkedText(term.PairedIn(session.Language), Ink.Title), new InkedText($"  {string.Join(", ", LessonsOf(term))}", Ink.Muted));
            session.Page.Paragraph(term.Meaning.In(session.Language), indent: 2);
        }

        return ExitCode.AllRight;
    }

    private static string ProblemOf(string name)
    {
        string? nearest = Nearest.To(name, Glossary.All.SelectMany(term => Glossary.NamesOf(term)));
        return $"the glossary has no term '{name}'; {(nearest is null ? "simulator glossary lists all of them" : $"did you mean '{nearest}'?")}";
    }

    private static IEnumerable<string> LessonsOf(GlossaryTerm term) =>
        LessonLibrary.All.Where(lesson => lesson.Concepts.Contains(term.Id)).Select(lesson => lesson.Id);

    private static DataRecord RecordOf(GlossaryTerm term) => new(
        ("id", term.Id),
        ("english", term.Name.English),
        ("korean", term.Name.Korean),
        ("meaningEnglish", term.Meaning.English),
        ("meaningKorean", term.Meaning.Korean),
        ("lessons", LessonsOf(term).ToArray()));
}
