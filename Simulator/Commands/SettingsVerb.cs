using System.Collections.Immutable;
using System.CommandLine;
using Simulator.Resources;
using Simulator.Settings;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Every setting with its value and where that comes from. It works with settings that are wrong, and says what is.</summary>
internal sealed class SettingsVerb : Verb
{
    private readonly Option<string> format = Choice.Of("--format", "How the settings are written", "text", "json");

    private readonly Option<bool> example = new("--example") { Description = "Write a file of settings to begin with, in which none is chosen" };

    public SettingsVerb()
        : base("settings", "Shows every setting, its value and where it comes from: a flag, the environment, the file of settings")
    {
        Options.Add(format);
        Options.Add(example);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator settings", "all settings and where they come from"),
        new("simulator settings --example > settings.yaml", "a file of settings to begin with"),
        new("simulator settings --theme dark --format json", "the same for programs, with a flag"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        if (arguments.GetValue(example))
        {
            foreach (string line in SettingsExample.LinesIn(session.Language))
            {
                session.Page.Line(line);
            }

            return ExitCode.AllRight;
        }

        if (arguments.GetValue(format) == "json")
        {
            DataWriter.WriteJson(session, session.Configuration.Values.Select(RecordOf));
        }
        else
        {
            WriteText(session);
        }

        // What could be read is shown; what could not be is told as anywhere else.
        return session.SettingProblems.IsEmpty ? ExitCode.AllRight : throw new UsageException(session.SettingProblems);
    }

    private static DataRecord RecordOf(SettingValue value) => new(
        ("setting", value.Setting.Id),
        ("value", value.Setting.Kind == SettingKind.Switch ? value.IsOn : value.Value.Length > 0 ? value.Value : null),
        ("source", value.Origin == SettingOrigin.Default ? "default" : value.Place),
        ("default", value.Setting.Kind == SettingKind.Switch ? value.Setting.Default == "true" : value.Setting.Default.Length > 0 ? value.Setting.Default : null),
        ("flag", value.Setting.Flag),
        ("variable", value.Setting.Variable));

    private static void WriteText(Session session)
    {
        Words words = session.Words;
        List<IReadOnlyList<InkedText>> rows =
            [[new(words.Desk.Settings, Ink.Title), new(words.Desk.Value, Ink.Muted), new(words.Desk.Source, Ink.Muted)]];
        foreach (SettingValue value in session.Configuration.Values)
        {
            bool isChosen = value.Origin is SettingOrigin.File or SettingOrigin.Variable or SettingOrigin.Flag;
            rows.Add(
            [
                new(value.Setting.Id, Ink.Strong),
                value.Value.Length > 0 ? new(value.Value, isChosen ? Ink.Accent : Ink.Text) : new(words.Desk.NoValue, Ink.Muted),
                new(SourceOf(session, value)),
                new(value.Setting.MeaningIn(words), Ink.Muted),
            ]);
        }

        session.Page.Table(rows);
        session.Page.Line();
        if (session.Context.ConfigurationDirectory is { } folder)
        {
            string path = Path.Combine(folder, SettingsFile.Name);
            session.Page.Line(Path.Exists(path) ? $"{words.Desk.FileOfSettings}: {path}" : $"{words.Desk.FileOfSettings}: {path} ({words.Desk.NotThere})");
        }
        else
        {
            session.Page.Line(words.Desk.NoFolder);
        }
    }

    /// <summary>A theme that is still open is decided by the terminal when a screen opens.</summary>
    private static string SourceOf(Session session, SettingValue value) =>
        value.Setting == SettingCatalog.Theme && session.Options.IsThemeOpen && value.Origin == SettingOrigin.Default
            ? session.Words.Desk.ByTerminal
            : value.SourceIn(session.Words);
}
