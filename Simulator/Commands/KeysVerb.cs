using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Every key and every command of the palette, as the program itself knows them.</summary>
internal sealed class KeysVerb : Verb
{
    private readonly Option<string> format = Choice.Of("--format", "How the keys are written", "text", "markdown");

    public KeysVerb()
        : base("keys", "Lists all keys of the screens and the commands that can be typed after the colon")
    {
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator keys", "all keys"),
        new("simulator keys --format markdown", "the page docs/keys.md"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        if (arguments.GetValue(format) == "markdown")
        {
            WriteMarkdown(session);
            return ExitCode.AllRight;
        }

        foreach (var section in KeyMap.Stepping.Bindings.GroupBy(binding => binding.Section))
        {
            session.Page.Line(session.Words.Section(section.Key), Ink.Title);
            session.Page.Table([.. section.Select(binding => Row(KeyMap.TextFor(binding), session.Words.Action(binding.Action)))], indent: 2);
            session.Page.Line();
        }

        session.Page.Line(session.Words.Commands, Ink.Title);
        session.Page.Table([.. PaletteCommand.All.Select(command => Row(UsageOf(command, session.Words), command.Does(session.Words)))], indent: 2);
        return ExitCode.AllRight;
    }

    private static InkedText[] Row(string keys, string text) => [new InkedText(keys, Ink.Key), new InkedText(text)];

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
