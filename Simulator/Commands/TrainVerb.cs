using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Engine.Formulas;
using Engine.Running;
using Lessons;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>A lesson's training, epoch by epoch.</summary>
internal sealed class TrainVerb : Verb
{
    private const int Digits = 6;

    private readonly Argument<string> name = LessonSource.Argument();

    private readonly Option<int?> epochs = new("--epochs")
    {
        Description = "How many epochs at most, in place of the lesson's number",
        HelpName = "N",
    };

    private readonly Option<string> format = Choice.Of("--format", "How it is written", "text", "json", "csv");

    public TrainVerb()
        : base("train", "Runs a lesson's training and writes each epoch's loss and metrics, on training and validation data")
    {
        Arguments.Add(name);
        Options.Add(epochs);
        Options.Add(format);
        epochs.Validators.Add(result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (!int.TryParse(text, out int number) || number < 1 || number > 1_000_000_000)
            {
                result.AddError($"--epochs: found '{text}'; expected a number of epochs from 1; write --epochs 10");
            }
        });
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator train backprop-2-2-2 --epochs 5", "five epochs of the worked example"),
        new("simulator train my-lesson.yaml --format csv > history.csv", "the history for a spreadsheet"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        Lesson lesson = LessonSource.Load(arguments.GetRequiredValue(name));
        ImmutableArray<string> names = [.. lesson.Fitting.Metrics.Select(Catalog.NameOf)];
        int most = arguments.GetValue(epochs) ?? lesson.Fitting.Epochs ?? Math.Max(1, lesson.Iterations / lesson.Training.IterationsPerEpoch);
        History history = lesson.Fitting.Run(lesson.Training, most);
        switch (arguments.GetValue(format))
        {
            case "json":
                DataWriter.WriteJson(session, history.Epochs.Select(epoch => RecordOf(epoch, names)));
                break;
            case "csv":
                DataWriter.WriteCsv(session, history.Epochs.Select(epoch => RecordOf(epoch, names)));
                break;
            default:
                Write(session, history, names);
                break;
        }

        return ExitCode.AllRight;
    }

    private static DataRecord RecordOf(EpochResult epoch, ImmutableArray<string> names) => new(
    [
        ("epoch", epoch.Epoch),
        ("loss", epoch.Training.Loss),
        .. names.Select((name, index) => (name, (object?)epoch.Training.Metrics[index])),
        .. epoch.Validation is { } validation
            ? (IEnumerable<(string, object?)>)
            [
                ("validation-loss", validation.Loss),
                .. names.Select((name, index) => ($"validation-{name}", (object?)validation.Metrics[index])),
            ]
            : [],
    ]);

    private static void Write(Session session, History history, ImmutableArray<string> names)
    {
        bool hasValidation = history.Epochs[0].Validation is not null;
        string[] titles = [session.Words.Loss, .. names];
        List<IReadOnlyList<InkedText>> rows =
        [
            [
                new(session.Words.Epoch, Ink.Muted),
                .. titles.Select(title => new InkedText(title, Ink.Muted)),
                .. hasValidation ? titles.Select(title => new InkedText(session.Words.Validation(title), Ink.Muted)) : [],
            ],
        ];
        foreach (EpochResult epoch in history.Epochs)
        {
            rows.Add(
            [
                new($"{epoch.Epoch}", epoch.Epoch == history.BestEpoch ? Ink.Strong : Ink.Text),
                .. Numbers(epoch.Training),
                .. epoch.Validation is { } validation ? Numbers(validation) : [],
            ]);
        }

        session.Page.Table(rows);
        if (history.Stopped)
        {
            session.Page.Line(session.Words.StoppedEarly(history.Epochs.Length, history.BestEpoch ?? 0), Ink.Muted);
        }

        IEnumerable<InkedText> Numbers(Score score) =>
            score.Metrics.Prepend(score.Loss).Select(value => new InkedText(session.Number(NumberText.Short(value, Digits))));
    }
}
