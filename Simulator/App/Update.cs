using System.Collections.Immutable;
using System.Text;
using Lessons;
using Simulator.Learning;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Class;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>The next model and what is to be done, given the model and what happened. Pure.</summary>
internal static class Update
{
    private const int LargestCount = 1_000_000_000;

    public static Outcome Apply(Model model, Message message)
    {
        Outcome handled = Handle(model, message);
        Model settled = ClassUpdate.Settled(handled.Model);

        // Where a learner is taken by the welcome is no place to come back to.
        Outcome outcome = handled with { Model = settled.Welcome is null ? Recording.Of(settled) : settled };
        return outcome.Model.Progress == model.Progress
            ? outcome
            : outcome with { Effects = outcome.Effects.Add(new KeepProgress(outcome.Model.Progress)) };
    }

    private static Outcome Handle(Model model, Message message)
    {
        Outcome outcome = message switch
        {
            SizeChanged changed => model with { Size = changed.Size },
            Changed changed => changed.Change(model),
            Pointed pointed => WelcomeUpdate.After(model, PointerUpdate.Do(model, pointed.Target, pointed.Action), default),
            BackgroundKnown known => model with { Theme = Theme.For(known.Background) },
            KeyTyped typed => WelcomeUpdate.After(model, Type(model, typed.Key), typed.Key),
            _ => model,
        };
        return outcome.Model.Screen is StepScreen screen && screen.Unprepared is { } preparation
            ? new Outcome(
                Closed(model) with { Pending = [], Count = 0, Notice = null },
                outcome.Effects.Add(new RunJob(JobFor(preparation, outcome.Model, screen))))
            : outcome;
    }

    /// <summary>The model with nothing being typed.</summary>
    private static Model Closed(Model model) =>
        model.Screen is StepScreen { Prompt: not null } typing ? model with { Screen = typing with { Prompt = null } } : model;

    /// <summary>The work that must be done before a model can be shown.</summary>
    private static Job JobFor(Preparation preparation, Model next, StepScreen screen) => new(
        preparation.Title,
        (progress, cancellation) =>
        {
            preparation.Run(progress, cancellation);
            return now => next with { Size = now.Size };
        })
    {
        GivenUp = now => (preparation.IsEssential ? now : next with { Size = now.Size, Screen = screen.WithGap(preparation) }) with
        {
            Notice = new Notice(words => preparation.IsEssential ? words.GivenUp : words.GivenUpForNow),
        },
    };

    /// <summary>What a key does.</summary>
    public static Outcome Type(Model model, Key key)
    {
        if (key == Key.WithControl('c'))
        {
            return new Outcome(model, new Exit(130));
        }

        if (model.Screen is StepScreen { Prompt: not null } prompting)
        {
            return PromptUpdate.Type(model with { Notice = null }, prompting, key);
        }

        if (model.Screen is PickerScreen list && PickerUpdate.TakesKeys(list))
        {
            return PickerUpdate.Type(model with { Notice = null }, list, key);
        }

        // With a Korean layout one key may arrive as a syllable of several.
        ImmutableArray<Effect> effects = [];
        foreach (Key latin in Hangul.ToLatinKeys(key))
        {
            (model, ImmutableArray<Effect> more) = Press(model, latin);
            effects = effects.AddRange(more);
        }

        return new Outcome(model, effects);
    }

    private static Outcome Press(Model model, Key key)
    {
        model = model with { Notice = null };
        if (model.HelpScroll is { } scroll)
        {
            return model with { HelpScroll = HelpLines.Scrolled(scroll, key, model) };
        }

        if (model.Pending.IsEmpty && DigitOf(key) is { } digit && (digit > 0 || model.Count > 0))
        {
            return model with { Count = (int)Math.Min(((long)model.Count * 10) + digit, LargestCount) };
        }

        ImmutableArray<Key> keys = model.Pending.Add(key);
        switch (model.Keys.Find(keys, out UserAction action))
        {
            case KeyMatch.Prefix:
                return model with { Pending = keys };
            case KeyMatch.Complete when model.IsTooSmall && action is not (UserAction.Leave or UserAction.Quit):
                // What cannot be seen is not done.
                return model with { Pending = [], Count = 0 };
            case KeyMatch.Complete:
                int count = Math.Max(1, model.Count);
                return Settled(Do(model with { Pending = [] }, action, count, key));
            default:
                string typed = string.Concat(keys.Select(KeyMap.DisplayOf));
                bool isEscape = key.Code == KeyCode.Escape;
                Notice? notice = isEscape ? null : new Notice(words => words.UnknownKey(typed));
                Screen screen = isEscape && model.Screen is StepScreen step ? StepUpdate.Dismiss(step) : model.Screen;
                return model with { Pending = [], Count = 0, Notice = notice, Screen = screen };
        }
    }

    /// <summary>What is typed before an action is used up by it.</summary>
    private static Outcome Settled(Outcome outcome) => outcome with { Model = outcome.Model with { Count = 0 } };

    /// <summary>Does what a person asks for.</summary>
    /// <param name="model">The model.</param>
    /// <param name="action">What is asked for.</param>
    /// <param name="count">How many times; 1 where nothing was said.</param>
    /// <param name="last">The last key, which names a mark.</param>
    public static Outcome Do(Model model, UserAction action, int count, Key last = default)
    {
        switch (action)
        {
            case UserAction.Language:
                Language other = model.Language == Language.English ? Language.Korean : Language.English;
                return model with { Language = other };
            case UserAction.Help:
                return model with { HelpScroll = 0 };
            case UserAction.Quit:
                return new Outcome(model, new Exit(130));
            case UserAction.Redraw:
                return new Outcome(model, new DrawAgain());
            case UserAction.Welcome:
                return WelcomeUpdate.Begin(model, model.Welcome?.ReturnsTo ?? model.Screen);
            case UserAction.NextLesson or UserAction.PreviousLesson when model.Screen is StepScreen screen:
                return LessonOrder.Go(model, screen, action == UserAction.NextLesson ? count : -count);
            case UserAction.Save:
                return new Outcome(model, new SaveScreen(null));
            case UserAction.Leave:
                return model.Screen is StepScreen && model.Picker is { } list
                    ? model with { Screen = list.Settled(model.Progress) }
                    : new Outcome(model, new Exit(0));
        }

        return model.Screen switch
        {
            PickerScreen picker => PickerUpdate.Do(model, picker, action, count),
            StepScreen step => StepUpdate.Do(model, step, action, count, last),
            _ => model,
        };
    }

    private static int? DigitOf(Key key) =>
        key is { Code: KeyCode.Character, Control: false, Alt: false } && Rune.IsDigit(key.Character) && key.Character.IsAscii
            ? key.Character.Value - '0'
            : null;
}
