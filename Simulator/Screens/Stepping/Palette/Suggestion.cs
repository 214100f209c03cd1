using System.Collections.Immutable;
using System.Text;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>Something that what is typed may mean.</summary>
/// <param name="Text">What it is called: a command's verb, a quantity, an action.</param>
/// <param name="Does">What it does; empty for a quantity.</param>
/// <param name="Keys">The keys that do the same; empty for none.</param>
/// <param name="Accept">What comes of choosing it.</param>
internal sealed record Suggestion(string Text, string Does, string Keys, Func<Model, StepScreen, Outcome> Accept)
{
    /// <summary>What completing puts in the line; empty where it completes nothing.</summary>
    public string Completed { get; init; } = "";

    /// <summary>Whether it does something, rather than being a text to go on with.</summary>
    public bool IsCommand => Completed is "" or [.., ' '];

    private const int MostQuantities = 4;

    /// <summary>Everything that a text may mean: quantities that begin with it, then commands and actions that speak of it.</summary>
    public static ImmutableArray<Suggestion> For(string text, Model model, StepScreen screen)
    {
        Words words = model.Words;
        string wanted = text.TrimStart();
        if (CommandOf(wanted) is (var command, var argument))
        {
            return
            [
                .. command.Completions(screen)
                    .Where(completion => completion.StartsWith(argument, StringComparison.OrdinalIgnoreCase))
                    .Select(completion => new Suggestion(
                        $"{command.Verb} {completion}",
                        command.Explain(completion, words),
                        "",
                        (current, now) => command.AreCompletionsEdited
                            ? current with { Screen = now with { Prompt = new Prompt($"{command.Verb} {completion}") } }
                            : command.Run(current, now, completion))
                    {
                        Completed = $"{command.Verb} {completion}",
                    }),
                Of(command, words),
                .. Actions(wanted, model.Keys, words),
            ];
        }

        return
        [
            .. Quantities(wanted, screen),
            .. PaletteCommand.All
                .Where(known => Speaks(wanted, known.Verb, known.Does, words))
                .OrderBy(known => known.Verb.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .Select(known => Of(known, words)),
            .. Actions(wanted, model.Keys, words),
        ];
    }

    /// <summary>The command that a text begins with and what follows it; null where it begins with none.</summary>
    public static (PaletteCommand Command, string Argument)? CommandOf(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && PaletteCommand.All.FirstOrDefault(command => command.Verb == text[..space]) is { } command
            ? (command, text[space..].Trim())
            : null;
    }

    /// <summary>Whether an action needs no key of its own: a mark needs a letter, and control-C is not something to be found by chance.</summary>
    private static bool IsOffered(UserAction action) => action is not (UserAction.GoTo or UserAction.Mark or UserAction.GoToMark or UserAction.Quit);

    private static IEnumerable<Suggestion> Actions(string text, KeyMap keys, Words words) =>
        keys.Bindings.Where(binding => IsOffered(binding.Action))
            .Where(binding => Speaks(text, "", known => known.Action(binding.Action), words))
            .Select(binding => Of(binding, words));

    private static IEnumerable<Suggestion> Quantities(string text, StepScreen screen) =>
        text.Length == 0 ? [] : screen.Timeline.Plan.Names
            .Where(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase) && name != text)
            .Take(MostQuantities)
            .Select(name => new Suggestion(name, "", "", (model, now) => PromptUpdate.Go(model, now, name)) { Completed = name });

    private static Suggestion Of(PaletteCommand command, Words words) => new(
        $"{command.Verb} {command.Argument(words)}",
        command.Does(words),
        "",
        (model, screen) => model with { Screen = screen with { Prompt = new Prompt(command.Verb + " ") } })
    {
        Completed = command.Verb + " ",
    };

    private static Suggestion Of(Binding binding, Words words) => new(
        words.Action(binding.Action), "", KeyMap.TextFor(binding, 2), (model, _) => Update.Do(model, binding.Action, 1));

    /// <summary>Whether every word of a text occurs in what a command is called or does, in the screen's language or in English.</summary>
    private static bool Speaks(string text, string verb, Func<Words, string> does, Words words)
    {
        string all = $" {verb} {does(words)} {does(EnglishWords.All)}";

        // Korean words begin with what is meant or have it inside; English ones begin with it.
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => all.Contains(Ascii.IsValid(word) ? $" {word}" : word, StringComparison.OrdinalIgnoreCase));
    }
}
