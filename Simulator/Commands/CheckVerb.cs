using System.Collections.Immutable;
using System.CommandLine;
using System.Xml;
using Engine.Formulas;
using Lessons;
using Lessons.Checking;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Every printed number against the engine.</summary>
internal sealed class CheckVerb : Verb
{
    private const int ComputedDigits = 12;

    private readonly Argument<string[]> names = new("LESSON")
    {
        Description = "Ids of lessons or paths of lesson files; none means every lesson that comes with the program",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> format = Choice.Of("--format", "How the result is written", "text", "json", "junit");

    public CheckVerb()
        : base("check", "Holds every printed number of lessons against the engine; exit code 1 if one differs")
    {
        Arguments.Add(names);
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator check", "every printed number of every lesson"),
        new("simulator check backprop-2-2-2 my-lesson.yaml", "a lesson by its id and a file of your own"),
        new("simulator check --format json", "for programs; numbers with 17 digits, NaN as text"),
        new("simulator check --format junit > report.xml", "for build servers"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        string[] wanted = arguments.GetValue(names) ?? [];
        ImmutableArray<Lesson> lessons = wanted.Length == 0 ? LessonLibrary.All : LessonSource.Load(wanted);
        ImmutableArray<Checked> rows =
            [.. EachOf(lessons, lesson => LessonChecker.Check(lesson).Select(row => new Checked(lesson, row)))];
        ImmutableArray<(Lesson Lesson, ExerciseRow Row)> proofs = [.. EachOf(lessons, lesson => ExerciseChecker.Check(lesson).Select(row => (lesson, row)))];
        ImmutableArray<ExerciseRow> exercises = [.. proofs.Select(proof => proof.Row)];
        switch (arguments.GetValue(format))
        {
            case "json":
                DataWriter.WriteJson(session, rows.Select(RecordOf).Concat(exercises.Where(exercise => !exercise.IsProved).Select(RecordOf)));
                break;
            case "junit":
                WriteJunit(session.Context.Out, lessons, rows, proofs);
                break;
            default:
                WriteText(session, rows, exercises);
                break;
        }

        return rows.All(row => row.Row.IsMatch) && exercises.All(exercise => exercise.IsProved) ? ExitCode.AllRight : ExitCode.Mismatch;
    }

    /// <summary>What is found of each lesson, in their order, several lessons at a time.</summary>
    private static IEnumerable<T> EachOf<T>(ImmutableArray<Lesson> lessons, Func<Lesson, IEnumerable<T>> found) =>
        lessons.AsParallel().AsOrdered().Select(lesson => found(lesson).ToArray()).AsEnumerable().SelectMany(rows => rows);

    /// <summary>How many numbers agree, in words.</summary>
    public static InkedText SummaryOf(Session session, IReadOnlyCollection<CheckRow> rows)
    {
        int matching = rows.Count(row => row.IsMatch);
        string text = session.Words.CheckSummary(rows.Count, matching, rows.Count - matching);
        return new InkedText(text, matching == rows.Count ? Ink.Good : Ink.Bad);
    }

    private static DataRecord RecordOf(Checked item) => new(
        ("lesson", item.Row.Lesson),
        ("quantity", item.Row.Quantity),
        ("iteration", item.Row.Iteration),
        ("printed", item.Row.Printed.Text),
        ("computed", item.Row.Computed),
        ("difference", item.Row.Difference),
        ("tolerance", item.Row.Tolerance),
        ("ok", item.Row.IsMatch),
        ("source", item.Row.Source));

    private static DataRecord RecordOf(ExerciseRow exercise) => new(
        ("lesson", exercise.Lesson),
        ("exercise", exercise.Exercise),
        ("ok", exercise.IsProved),
        ("problem", exercise.Problem));

    private static void WriteText(Session session, ImmutableArray<Checked> rows, ImmutableArray<ExerciseRow> exercises)
    {
        var words = session.Words;
        List<IReadOnlyList<InkedText>> table = [];
        foreach ((_, CheckRow row) in rows)
        {
            table.Add(
            [
                session.Mark(row.IsMatch),
                new(row.Lesson),
                new(row.Quantity, Ink.Strong),
                new(row.Iteration is { } iteration ? $"{iteration}" : "–", row.Iteration is null ? Ink.Muted : Ink.Text),
                new(row.Printed.Text),
                new(NumberText.Short(row.Computed, ComputedDigits)),
                new(NumberText.Short(row.Difference, 2), row.IsMatch ? Ink.Muted : Ink.Bad),
                new(row.Source, Ink.Muted),
            ]);
        }

        if (table.Count > 0)
        {
            string[] heads = [" ", words.LessonWord, words.Quantity, words.Iteration, words.Printed, words.Computed, words.Difference, words.Source];
            session.Page.Table([[.. heads.Select(head => new InkedText(head, Ink.Muted))], .. table]);
            session.Page.Line();
        }

        foreach (Checked item in rows.Where(item => !item.Row.IsMatch))
        {
            session.Page.Line(FailureOf(session, item), Ink.Bad);
        }

        session.Page.Line(SummaryOf(session, [.. rows.Select(item => item.Row)]));
        foreach (ExerciseRow exercise in exercises.Where(exercise => !exercise.IsProved))
        {
            session.Page.Line($"{exercise.Lesson}, {exercise.Exercise}: {exercise.Problem}", Ink.Bad);
        }

        if (exercises.Length > 0)
        {
            int proved = exercises.Count(exercise => exercise.IsProved);
            session.Page.Line(words.Learning.Proved(proved, exercises.Length), proved == exercises.Length ? Ink.Good : Ink.Bad);
        }
    }

    private static string FailureOf(Session session, Checked item)
    {
        var words = session.Words;
        CheckRow row = item.Row;
        string place = row.Iteration is { } iteration ? $" ({words.Iteration} {iteration})" : "";
        return $"{item.Place}: {row.Quantity}{place}: {words.Printed} {row.Printed.Text}, "
            + $"{words.Computed} {NumberText.Exact(row.Computed)}, {words.Difference} {NumberText.Short(row.Difference, 4)}, "
            + $"{words.Tolerance} {NumberText.Short(row.Tolerance, 4)}";
    }

    private static void WriteJunit(
        TextWriter output, ImmutableArray<Lesson> lessons, ImmutableArray<Checked> rows, ImmutableArray<(Lesson Lesson, ExerciseRow Row)> proofs)
    {
        // Written by hand, because the writer would name the encoding of the text it is given, not that of the output.
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using XmlWriter xml = XmlWriter.Create(
            output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, rows, [.. proofs.Select(proof => proof.Row)]);
        foreach (Lesson lesson in lessons.Distinct())
        {
            ImmutableArray<Checked> own = [.. rows.Where(row => ReferenceEquals(row.Lesson, lesson))];
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", lesson.Id);
            ImmutableArray<ExerciseRow> asked = [.. proofs.Where(proof => ReferenceEquals(proof.Lesson, lesson)).Select(proof => proof.Row)];
            WriteCounts(xml, own, asked);
            foreach (Checked item in own)
            {
                WriteCase(xml, item);
            }

            foreach (ExerciseRow exercise in asked)
            {
                WriteCase(xml, lesson, exercise);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void WriteCounts(XmlWriter xml, ImmutableArray<Checked> rows, ImmutableArray<ExerciseRow> exercises)
    {
        xml.WriteAttributeString("tests", $"{rows.Length + exercises.Length}");
        xml.WriteAttributeString("failures", $"{rows.Count(row => !row.Row.IsMatch) + exercises.Count(exercise => !exercise.IsProved)}");
        xml.WriteAttributeString("errors", "0");
    }

    private static void WriteCase(XmlWriter xml, Checked item)
    {
        CheckRow row = item.Row;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", row.Lesson);
        xml.WriteAttributeString("name", Clean(row.Iteration is { } iteration ? $"{row.Quantity}@{iteration}" : row.Quantity));
        xml.WriteAttributeString("file", Clean(item.Lesson.File));
        xml.WriteAttributeString("line", $"{row.Line}");
        if (!row.IsMatch)
        {
            string message = $"printed {row.Printed.Text}, computed {NumberText.Exact(row.Computed)}, "
                + $"difference {NumberText.Exact(row.Difference)}, tolerance {NumberText.Exact(row.Tolerance)}";
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", message);
            xml.WriteString(Clean($"{item.Place}: {row.Quantity}: {message} ({row.Source})"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, Lesson lesson, ExerciseRow exercise)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", exercise.Lesson);
        xml.WriteAttributeString("name", Clean($"exercise {exercise.Exercise}"));
        xml.WriteAttributeString("file", Clean(lesson.File));
        if (exercise.Problem is { } problem)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(problem));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Leaves out what no XML document may hold.</summary>
    private static string Clean(string text) => string.Concat(
        text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    private sealed record Checked(Lesson Lesson, CheckRow Row)
    {
        /// <summary>Where the lesson says so, in the form that editors turn into a link.</summary>
        public string Place => $"{Lesson.File}:{Row.Line}";
    }
}
