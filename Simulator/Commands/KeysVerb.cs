using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Palette;
using Simulator.Settings;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Every key and every command of the palette, as the program itself knows them.</summary>
internal sealed class KeysVerb : Verb
{
    private readonly Option<string> format = Choice.Of("--format", "How the keys are written", "text", "markdown", "yaml");

    public KeysVerb()
        : base("keys", "Lists all keys of the screens and the commands that can be typed after the colon")
    {
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator keys", "all keys, and which of them were changed"),
        new("simulator keys --format yaml > keys.yaml", "a key map file to begin with"),
        new("simulator keys --format markdown", "the page docs/keys.md"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        switch (arguments.GetValue(format))
        {
            case "markdown":
                WriteMarkdown(session);
                break;
            case "yaml":
                foreach (string line in KeyMapFile.LinesOf(session.KeyMaps, session.Words.Action, session.Words.Desk.KeysTitle(KeyMapFile.Name)))
                {
                    session.Page.Line(line);
                }

                break;
            default:
                WriteText(session);
                break;
        }

        return ExitCode.AllRight;
    }

    private static void WriteText(Session session)
    {
        DeskWords words = session.Words.Desk;
        WriteText(session, words.LessonKeys, session.KeyMaps.Stepping.Bindings, KeyMap.Stepping);
        session.Page.Line(session.Words.Commands, Ink.Strong);
        session.Page.Table([.. PaletteCommand.All.Select(command => Row(UsageOf(command, session.Words), command.Does(session.Words)))], indent: 2);
        session.Page.Line();
        WriteText(session, words.ClassKeys, session.KeyMaps.Class.Bindings.Where(binding => binding.Section == KeySection.Class), KeyMap.Class);
        WriteText(session, words.PickerKeys, session.KeyMaps.Picking.Bindings, KeyMap.Picking);
    }

    private static void WriteText(Session session, string title, IEnumerable<Binding> bindings, KeyMap original)
    {
        session.Page.Line(title, Ink.Strong);
        session.Page.Line();
        foreach (var section in bindings.GroupBy(binding => binding.Section))
        {
            session.Page.Line(session.Words.Section(section.Key), Ink.Title);
            session.Page.Table([.. section.Select(binding => Row(session, binding, original))], indent: 2);
            session.Page.Line();
        }
    }

    private static InkedText[] Row(string keys, string text) => [new InkedText(keys, Ink.Key), new InkedText(text)];

    private static InkedText[] Row(Session session, Binding binding, KeyMap original)
    {
        DeskWords words = session.Words.Desk;
        string keys = KeyMap.TextFor(binding);
        string before = original.BindingOf(binding.Action) is { } other ? KeyMap.TextFor(other) : "";
        InkedText[] row = Row(keys.Length > 0 ? keys : words.NoKey, session.Words.Action(binding.Action));
        return keys == before ? row : [.. row, new InkedText(words.Changed(before), Ink.Warning)];
    }

    private static string UsageOf(PaletteCommand command, Words words) => $"{command.Verb} {command.Argument(words)}";

    private static void WriteMarkdown(Session session)
    {
        Words english = Words.In(Language.English);
        Words korean = Words.In(Language.Korean);
        session.Page.Line("# Keys");
        session.Page.Line();
        session.Page.Line("Made by `simulator keys --format markdown` from the key map that the program itself uses; a test holds this page to it.");
        session.Page.Line("A number before a key repeats it: `10l` goes ten steps on. Keys work while a Korean layout is on; what is on a capital letter has a second key.");
        WriteKeys(session, "Stepping through a lesson", KeyMap.Stepping, english, korean);
        session.Page.Line();
        session.Page.Line("## Commands");
        session.Page.Line();
        session.Page.Line("After `:` or Ctrl+P. A quantity, a step's number or a percentage goes there; what every key does is found there by its words as well.");
        session.Page.Line();
        session.Page.Line("| command | does | 하는 일 |");
        session.Page.Line("|---|---|---|");
        foreach (PaletteCommand command in PaletteCommand.All)
        {
            session.Page.Line($"| {Code(UsageOf(command, english))} | {command.Does(english)} | {command.Does(korean)} |");
        }

        WriteKeys(session, "In front of a class", KeyMap.Class, english, korean, KeySection.Class);
        WriteKeys(session, "The list of lessons", KeyMap.Picking, english, korean);
    }

    private static void WriteKeys(Session session, string title, KeyMap keys, Words english, Words korean, KeySection? only = null)
    {
        session.Page.Line();
        session.Page.Line($"## {title}");
        foreach (var section in keys.Bindings.Where(binding => only is null || binding.Section == only).GroupBy(binding => binding.Section))
        {
            session.Page.Line();
            session.Page.Line($"### {english.Section(section.Key)} · {korean.Section(section.Key)}");
            session.Page.Line();
            session.Page.Line("| keys | does | 하는 일 |");
            session.Page.Line("|---|---|---|");
            foreach (Binding binding in section)
            {
                string names = string.Join(' ', binding.Keys.Select(sequence => Code(string.Concat(sequence.Select(KeyMap.DisplayOf)))));
                session.Page.Line($"| {names} | {english.Action(binding.Action)} | {korean.Action(binding.Action)} |");
            }
        }
    }

    private static string Code(string text) => text.Contains('|') ? $"<code>{text.Replace("|", "&#124;")}</code>" : $"`{text}`";
}
