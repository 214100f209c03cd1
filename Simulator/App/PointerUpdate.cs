using System.Collections.Immutable;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>
/// What the mouse does, which is never more than keys do: a number that is clicked is gone to, a row is chosen and, when it is clicked
/// again, entered; the wheel moves what is chosen, or time.
/// </summary>
internal static class PointerUpdate
{
    public static Outcome Do(Model model, Target? target, PointerAction action)
    {
        if (model.IsTooSmall)
        {
            return model;
        }

        model = model with { Notice = null, Pending = [], Count = 0 };
        return action switch
        {
            PointerAction.Click => Click(model, target),
            PointerAction.WheelUp => Turn(model, target, -1),
            _ => Turn(model, target, 1),
        };
    }

    private static Outcome Click(Model model, Target? target)
    {
        if (model.HelpScroll is not null)
        {
            return model with { HelpScroll = null };
        }

        return (model.Screen, target) switch
        {
            (StepScreen { Class.IsBlank: true }, _) => Update.Do(model, UserAction.Reveal, 1),
            (_, KeysTarget keys) => Press(model, keys.Keys),
            (PickerScreen picker, LessonTarget lesson) => Click(model, picker, lesson.Index),
            (StepScreen { Prompt: not null } screen, SuggestionTarget suggestion) => PromptUpdate.Accept(model, screen, suggestion.Index),
            (StepScreen screen, OptionTarget option) => Click(model, screen, option.Index),
            (StepScreen screen, not null) => Go(model, screen with { Prompt = null }, target),
            _ => model,
        };
    }

    private static Outcome Go(Model model, StepScreen screen, Target target)
    {
        switch (target)
        {
            // What was seen may be of a lane that has been left since.
            case NumberTarget number when number.Quantity.Plan == screen.Timeline.Plan && screen.Timeline.HasIteration(number.Quantity.Iteration):
                return model with { Screen = StepUpdate.Visit(screen, number.Quantity) };
            case TimelineTarget time when time.Ordinal <= screen.Timeline.Length:
                return model with { Screen = StepUpdate.Leave(screen).At(screen.Timeline.MomentAt(time.Ordinal)) };
            case RowTarget { Index: { } row } when screen.Panel.HasRows(screen):
                // Choosing what is chosen changes nothing but what stands beside it.
                StepScreen chosen = screen.Panel.ChooseAt(screen, row) with { Focus = null };
                return chosen == screen ? screen.Panel.Enter(model, screen) : model with { Screen = chosen };
            default:
                return model;
        }
    }

    private static Outcome Click(Model model, PickerScreen picker, int lesson)
    {
        if (picker.IsAsking || lesson >= picker.Lessons.Length)
        {
            return model;
        }

        PickerScreen chosen = picker with { Selected = lesson, IsTyping = false };
        return picker.Selected == lesson ? PickerUpdate.Do(model, chosen, UserAction.Open, 1) : model with { Screen = chosen };
    }

    private static Outcome Click(Model model, StepScreen screen, int option)
    {
        if (screen.Exercise is not { IsOpen: true } open || option >= open.Choices)
        {
            return model;
        }

        return open.Chosen == option
            ? ExerciseUpdate.Check(model, screen with { Prompt = null }, $"{option + 1}")
            : model with { Screen = screen with { Exercise = open with { Chosen = option } } };
    }

    private static Outcome Press(Model model, ImmutableArray<Key> keys)
    {
        ImmutableArray<Effect> effects = [];
        foreach (Key key in keys)
        {
            (model, ImmutableArray<Effect> more) = Update.Type(model, key);
            effects = effects.AddRange(more);
        }

        return new Outcome(model, effects);
    }

    private static Outcome Turn(Model model, Target? target, int step)
    {
        Key arrow = Key.Named(step > 0 ? KeyCode.Down : KeyCode.Up);
        if (model.HelpScroll is { } scroll)
        {
            return model with { HelpScroll = HelpLines.Scrolled(scroll, arrow, model) };
        }

        return (model.Screen, target) switch
        {
            (PickerScreen { IsAsking: false } picker, _) => PickerUpdate.Do(model, picker, step > 0 ? UserAction.Down : UserAction.Up, 1),
            (StepScreen { Prompt.Kind: PromptKind.Command } screen, SuggestionTarget) => PromptUpdate.Type(model, screen, arrow),
            (StepScreen { Exercise.IsOpen: true } screen, OptionTarget) => model with { Screen = ExerciseUpdate.Choose(screen, step) },
            (StepScreen { Prompt: null } screen, RowTarget) when screen.Panel.HasRows(screen) => model with { Screen = screen.Panel.Choose(screen, step) },
            (StepScreen { Prompt: null, Class: null }, _) => Update.Do(model, step > 0 ? UserAction.Next : UserAction.Back, 1),
            (StepScreen { Prompt: null }, _) => Update.Do(model, step > 0 ? UserAction.Reveal : UserAction.Unreveal, 1),
            _ => model,
        };
    }
}
