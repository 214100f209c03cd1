using System.Collections.Immutable;
using System.Text;
using Lessons;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>The next model and what is to be done, given the model and what happened. Pure.</summary>
internal static class Update
{
    private const int LargestCount = 1_000_000_000;

    public static (Model Model, ImmutableArray<Effect> Effects) Apply(Model model, Message message) => message switch
    {
        SizeChanged changed => (model with { Size = changed.Size }, []),
        KeyTyped typed => Type(model, typed.Key),
        _ => (model, []),
    };

    private static (Model Model, ImmutableArray<Effect> Effects) Type(Model model, Key key)
    {
        if (key == Key.WithControl('c'))
        {
            return (model, [new Exit(130)]);
        }

        if (model.Screen is StepScreen { Prompt: not null } prompting)
        {
            return (PromptUpdate.Type(model with { Notice = null }, prompting, key), []);
        }

        // With a Korean layout one key may arrive as a syllable of several.
        ImmutableArray<Effect> effects = [];
        foreach (Key latin in Hangul.ToLatinKeys(key))
        {
            (model, ImmutableArray<Effect> more) = Press(model, latin);
            effects = effects.AddRange(more);
        }

        return (model, effects);
    }

    private static (Model Model, ImmutableArray<Effect> Effects) Press(Model model, Key key)
    {
        model = model with { Notice = null };
        if (model.HelpScroll is { } scroll)
        {
            int? scrolled = key.Code switch
            {
                KeyCode.Down => scroll + 1,
                KeyCode.Up => Math.Max(0, scroll - 1),
                _ => null,
            };
            return (model with { HelpScroll = scrolled }, []);
        }

        if (model.Pending.IsEmpty && DigitOf(key) is { } digit && (digit > 0 || model.Count > 0))
        {
            return (model with { Count = (int)Math.Min(((long)model.Count * 10) + digit, LargestCount) }, []);
        }

        ImmutableArray<Key> keys = model.Pending.Add(key);
        switch (model.Screen.Keys.Find(keys, out UserAction action))
        {
            case KeyMatch.Prefix:
                return (model with { Pending = keys }, []);
            case KeyMatch.Complete when model.IsTooSmall && action is not (UserAction.Leave or UserAction.Quit):
                // What cannot be seen is not done.
                return (model with { Pending = [], Count = 0 }, []);
            case KeyMatch.Complete:
                int count = Math.Max(1, model.Count);
                return Do(model with { Pending = [], Count = 0 }, action, count);
            default:
                string typed = string.Concat(keys.Select(KeyMap.DisplayOf));
                bool isEscape = key.Code == KeyCode.Escape;
                Notice? notice = isEscape ? null : new Notice(words => words.UnknownKey(typed));
                Screen screen = isEscape && model.Screen is StepScreen step ? StepUpdate.Dismiss(step) : model.Screen;
                return (model with { Pending = [], Count = 0, Notice = notice, Screen = screen }, []);
        }
    }

    private static (Model Model, ImmutableArray<Effect> Effects) Do(Model model, UserAction action, int count)
    {
        switch (action)
        {
            case UserAction.Language:
                Language other = model.Language == Language.English ? Language.Korean : Language.English;
                return (model with { Language = other }, []);
            case UserAction.Help:
                return (model with { HelpScroll = 0 }, []);
            case UserAction.Quit:
                return (model, [new Exit(130)]);
            case UserAction.Redraw:
                return (model, [new DrawAgain()]);
            case UserAction.Leave:
                return model.Screen is StepScreen && model.Picker is { } picker
                    ? (model with { Screen = picker }, [])
                    : (model, [new Exit(0)]);
        }

        return (model.Screen switch
        {
            PickerScreen picker => PickerUpdate.Do(model, picker, action, count),
            StepScreen step => StepUpdate.Do(model, step, action, count),
            _ => model,
        }, []);
    }

    private static int? DigitOf(Key key) =>
        key is { Code: KeyCode.Character, Control: false, Alt: false } && Rune.IsDigit(key.Character) && key.Character.IsAscii
            ? key.Character.Value - '0'
            : null;
}
