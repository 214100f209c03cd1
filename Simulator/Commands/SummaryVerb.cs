using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Engine.Planning;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The layers of a lesson's network with their shapes and sizes.</summary>
internal sealed class SummaryVerb : Verb
{
    private readonly Argument<string> name = LessonSource.Argument();

    private readonly Option<string> format = Choice.Of("--format", "How it is written", "text", "json", "csv");

    public SummaryVerb()
        : base("summary", "Sums a network up: each layer, the shape of what it hands on, its parameters, totals")
    {
        Arguments.Add(name);
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator summary backprop-2-2-2", "the layers of the worked example"),
        new("simulator summary backprop-2-2-2 --format json", "the same for programs"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        NetworkSummary summary = NetworkSummary.Of(LessonSource.Load(arguments.GetRequiredValue(name)).Fitting.Network);
        switch (arguments.GetValue(format))
        {
            case "json":
                DataWriter.WriteJson(session, summary.Lines.Select(RecordOf));
                break;
            case "csv":
                DataWriter.WriteCsv(session, summary.Lines.Select(RecordOf));
                break;
            default:
                Write(session, summary);
                break;
        }

        return ExitCode.AllRight;
    }

    private static DataRecord RecordOf(SummaryLine line) => new(
        ("name", line.Name),
        ("kind", line.Kind),
        ("inputs", line.Inputs),
        ("outputShape", string.Join('x', line.Output.Lengths.ToArray())),
        ("trainable", line.Trainable),
        ("other", line.Other));

    private static void Write(Session session, NetworkSummary summary)
    {
        List<IReadOnlyList<InkedText>> rows =
        [
            [
                new(session.Words.SummaryLayer, Ink.Muted),
                new(session.Words.SummaryOutput, Ink.Muted),
                new(session.Words.SummaryParameters, Ink.Muted),
                new(session.Words.SummaryInputs, Ink.Muted),
            ],
        ];
        int width = summary.Lines.Max(line => Count(line.Trainable + line.Other).Length);
        foreach (SummaryLine line in summary.Lines)
        {
            rows.Add(
            [
                new($"{line.Name} ({line.Kind})", Ink.Strong),
                new($"{session.Words.SummaryBatch} × {line.Output}"),
                new(Count(line.Trainable + line.Other).PadLeft(width)),
                new(string.Join(", ", line.Inputs), Ink.Muted),
            ]);
        }

        session.Page.Table(rows);
        session.Page.Line();
        session.Page.Line(session.Words.SummaryTotal(Count(summary.Trainable + summary.Other)), Ink.Strong);
        session.Page.Line(session.Words.SummaryParts(Count(summary.Trainable), Count(summary.Other)), Ink.Muted);
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
