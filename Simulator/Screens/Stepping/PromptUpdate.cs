using System.Globalization;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;

namespace Simulator.Screens.Stepping;

/// <summary>What keys do after the colon: a quantity, a step's number, a share of the way or a command is typed.</summary>
internal static class PromptUpdate
{
    public static Outcome Type(Model model, StepScreen screen, Key key)
    {
        string text = screen.Prompt!.Text;
        bool isAnswer = screen.Prompt.Kind == PromptKind.Answer;
        switch (key.Code)
        {
            case KeyCode.Enter when isAnswer:
                string answer = text.Length == 0 && screen.Exercise?.Chosen is { } chosen ? $"{chosen + 1}" : text;
                return ExerciseUpdate.Check(model, screen with { Prompt = null }, answer);
            case KeyCode.Up or KeyCode.Down when isAnswer && screen.Exercise is { Choices: > 0 }:
                return model with { Screen = ExerciseUpdate.Choose(screen, key.Code == KeyCode.Down ? 1 : -1) };
            case KeyCode.Up when isAnswer && text.Length == 0:
                return model with { Screen = screen with { Prompt = screen.Prompt with { Text = screen.Exercise?.Answer ?? "" } } };
            case KeyCode.Up or KeyCode.Down or KeyCode.Tab when isAnswer:
                return model;
            case KeyCode.Escape:
                return model with { Screen = screen with { Prompt = null } };
            case KeyCode.Enter:
                return Enter(model, screen with { Prompt = null, Typed = text.Length > 0 ? text : screen.Typed }, screen.Prompt);
            case KeyCode.Up when text.Length == 0 && screen.Prompt.Selected is null && screen.Typed.Length > 0:
                // What was typed last, such as settings with a mistake.
                return model with { Screen = screen with { Prompt = new Prompt(screen.Typed) } };
            case KeyCode.Up or KeyCode.Down:
                return model with { Screen = Select(model, screen, key.Code == KeyCode.Down ? 1 : -1) };
            case KeyCode.Tab:
                return model with { Screen = Complete(model, screen) };
            case KeyCode.Backspace when text.Length == 0:
                return model with { Screen = screen with { Prompt = null } };
            case KeyCode.Character when key is { Control: true } && key.Character.Value is 'p' or 'n' && !isAnswer:
                return model with { Screen = Select(model, screen, key.Character.Value == 'n' ? 1 : -1) };
            default:
                return TextLine.After(text, key) is { } edited
                    ? model with { Screen = screen with { Prompt = screen.Prompt with { Text = edited, Selected = null } } }
                    : model;
        }
    }

    private static StepScreen Select(Model model, StepScreen screen, int step)
    {
        int count = Suggestion.For(screen.Prompt!.Text, model, screen).Length;
        int current = screen.Prompt.Selected ?? (step > 0 ? -1 : count);
        return count == 0 ? screen : screen with { Prompt = screen.Prompt with { Selected = (current + step + count) % count } };
    }

    /// <summary>Puts the chosen suggestion, or the first, in place of what is typed.</summary>
    private static StepScreen Complete(Model model, StepScreen screen)
    {
        var suggestions = Suggestion.For(screen.Prompt!.Text, model, screen);
        return suggestions.ElementAtOrDefault(screen.Prompt.Selected ?? 0) is { Completed: { Length: > 0 } completed }
            ? screen with { Prompt = new Prompt(completed) }
            : screen;
    }

    /// <summary>Does what one of the suggestions stands for; nothing where there is no such suggestion.</summary>
    public static Outcome Accept(Model model, StepScreen screen, int suggestion)
    {
        string text = screen.Prompt!.Text;
        return suggestion < Suggestion.For(text, model, screen).Length
            ? Enter(model, screen with { Prompt = null, Typed = text.Length > 0 ? text : screen.Typed }, screen.Prompt with { Selected = suggestion })
            : model;
    }

    private static Outcome Enter(Model model, StepScreen screen, Prompt prompt)
    {
        model = model with { Screen = screen };
        string text = prompt.Text.Trim();
        var suggestions = Suggestion.For(prompt.Text, model, screen);
        if (prompt.Selected is { } selected && selected < suggestions.Length)
        {
            return suggestions[selected].Accept(model, screen);
        }

        if (text.Length == 0)
        {
            return model;
        }

        if (Suggestion.CommandOf(text) is (var command, { Length: > 0 } argument))
        {
            return command.Run(model, screen, argument);
        }

        if (text == "predict")
        {
            return ExerciseUpdate.Predict(model, screen, "");
        }

        // A quantity goes before a command that speaks of something like it.
        Model gone = Go(model, screen, text);
        return gone.Notice is null || suggestions.FirstOrDefault(suggestion => suggestion.IsCommand) is not { } meant
            ? gone
            : meant.Accept(model, screen);
    }

    /// <summary>Goes to a quantity, a step or a share of the way; where there is none the model has a notice.</summary>
    public static Model Go(Model model, StepScreen screen, string text)
    {
        if (text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
        {
            if (share is not (>= 0 and <= 100))
            {
                return model with { Notice = new Notice(words => words.NoSuchShare) };
            }

            long ordinal = (long)Math.Round(share / 100 * screen.Timeline.Length);
            return model with { Screen = StepUpdate.Leave(screen).At(screen.Timeline.MomentAt(ordinal)) };
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long step))
        {
            return step < 0 || step > screen.Timeline.Length
                ? model with { Notice = new Notice(words => words.NoSuchStep(screen.Timeline.Length)) }
                : model with { Screen = StepUpdate.Leave(screen).At(screen.Timeline.MomentAt(step)) };
        }

        QuantityResolver resolver = new(screen.Timeline);
        return resolver.TryResolve(text, screen.Moment.Iteration, out ResolvedQuantity? quantity, out QuantityError? error)
            || resolver.TryResolve(InLatin(text), screen.Moment.Iteration, out quantity, out _)
            ? model with { Screen = StepUpdate.Visit(screen, quantity) }
            : model with { Notice = new Notice(words => $"{words.NoSuchQuantity(text)} {RemedyFor(error)(words)}") };

        Func<Words, string> RemedyFor(QuantityError problem) =>
            Quantity.TryParse(text, out Quantity? parsed, out _) && parsed.Iteration is { } iteration
                && !screen.Timeline.HasIteration(iteration)
                    ? words => words.NoSuchIteration(screen.Timeline.FirstIteration, screen.Timeline.Iterations)
                    : words => problem.Suggestion is { } meant ? words.DidYouMean($"{meant}") : words.NoQuantityLike;
    }

    /// <summary>What the keys would have typed with a Latin layout.</summary>
    public static string InLatin(string text) =>
        string.Concat(text.EnumerateRunes().SelectMany(rune => Hangul.ToLatinKeys(Key.Of(rune))).Select(key => key.Character.ToString()));
}
