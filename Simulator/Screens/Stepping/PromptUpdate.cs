using System.Globalization;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Screens.Stepping;

/// <summary>What keys do after the colon: a quantity, a step's number or a share of the way is typed.</summary>
internal static class PromptUpdate
{
    private const int LongestText = 200;

    public static Model Type(Model model, StepScreen screen, Key key)
    {
        string text = screen.Prompt!;
        switch (key.Code)
        {
            case KeyCode.Escape:
                return model with { Screen = screen with { Prompt = null } };
            case KeyCode.Enter:
                return Go(model, screen with { Prompt = null }, text.Trim());
            case KeyCode.Backspace when text.Length == 0:
                return model with { Screen = screen with { Prompt = null } };
            case KeyCode.Backspace:
                return model with { Screen = screen with { Prompt = WithoutLast(text) } };
            case KeyCode.Character when key is { Control: true } && key.Character.Value is 'u' or 'w':
                return model with { Screen = screen with { Prompt = "" } };
            case KeyCode.Character when !key.Control && !key.Alt && text.Length < LongestText:
                return model with { Screen = screen with { Prompt = text + key.Character } };
            default:
                return model;
        }
    }

    private static string WithoutLast(string text) => text[..^new StringInfo(text).SubstringByTextElements(new StringInfo(text).LengthInTextElements - 1).Length];

    private static Model Go(Model model, StepScreen screen, string text)
    {
        model = model with { Screen = screen };
        if (text.Length == 0)
        {
            return model;
        }

        if (text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
        {
            long ordinal = (long)Math.Round(Math.Clamp(share, 0, 100) / 100 * screen.Timeline.Length);
            return model with { Screen = StepUpdate.Leave(screen).At(screen.Timeline.MomentAt(ordinal)) };
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long step))
        {
            return step < 0 || step > screen.Timeline.Length
                ? model with { Notice = new Notice(words => words.NoSuchStep(screen.Timeline.Length)) }
                : model with { Screen = StepUpdate.Leave(screen).At(screen.Timeline.MomentAt(step)) };
        }

        QuantityResolver resolver = new(screen.Timeline.Plan, screen.Timeline.Iterations, screen.Timeline.FirstIteration);
        return resolver.TryResolve(text, screen.Moment.Iteration, out ResolvedQuantity? quantity, out QuantityError? error)
            || resolver.TryResolve(InLatin(text), screen.Moment.Iteration, out quantity, out _)
            ? model with { Screen = StepUpdate.Visit(screen, quantity) }
            : model with { Notice = new Notice(words => $"{words.NoSuchQuantity(text)} {RemedyFor(error)(words)}") };

        Func<Words, string> RemedyFor(QuantityError problem) =>
            Quantity.TryParse(text, out Quantity? parsed, out _) && parsed.Iteration is { } iteration
                && !screen.Timeline.HasIteration(iteration)
                    ? words => words.NoSuchIteration(screen.Timeline.Iterations)
                    : words => problem.Suggestion is { } meant ? words.DidYouMean($"{meant}") : words.NoQuantityLike;
    }

    /// <summary>What the keys would have typed with a Latin layout.</summary>
    private static string InLatin(string text) =>
        string.Concat(text.EnumerateRunes().SelectMany(rune => Hangul.ToLatinKeys(Key.Of(rune))).Select(key => key.Character.ToString()));
}
