using Simulator.App;

namespace Simulator.Screens.Stepping.Class;

/// <summary>What the keys of a presenter do: reveal, go on, cover again, go back, blank the screen.</summary>
internal static class ClassUpdate
{
    /// <summary>What an action does in class; null where it does the same as elsewhere.</summary>
    public static Outcome? Do(Model model, StepScreen screen, UserAction action, int count, bool isCounted)
    {
        if (action == UserAction.ToggleClass)
        {
            return model with { Screen = screen.Class is null ? Begin(screen) : screen with { Class = null, Cover = null } };
        }

        if (screen.Class is not { } mode)
        {
            return null;
        }

        if (mode.IsBlank && action is UserAction.Reveal or UserAction.Unreveal or UserAction.Blank)
        {
            // Whatever is pressed on a blank screen only brings it back.
            return model with { Screen = screen with { Class = mode with { IsBlank = false } } };
        }

        return action switch
        {
            UserAction.Blank => model with { Screen = screen with { Class = mode with { IsBlank = true } } },
            UserAction.Reveal when isCounted && screen.IsTour => model with { Screen = screen.AtStop(Math.Min(count, screen.Lesson.Tour.Length) - 1) },
            UserAction.Reveal when screen.Cover is not null => model with { Screen = screen with { Class = mode with { Revealed = (screen.Moment, screen.Asked) } } },
            UserAction.Reveal => Covered(StepUpdate.Step(model, screen, UserAction.Next)),
            UserAction.Unreveal when screen.Cover is null && !screen.Moment.IsStart => model with { Screen = screen with { Class = mode with { Revealed = null } } },
            UserAction.Unreveal => Open(StepUpdate.Step(model, screen, UserAction.Back)),
            _ => (Outcome?)null,
        };
    }

    /// <summary>A lesson as it is opened for a class: on its tour where it has one, what is on the screen covered.</summary>
    public static StepScreen Begin(StepScreen screen) => screen with
    {
        Class = new ClassMode(),
        Exercise = null,
        Asked = screen.IsTour ? screen.Asked : null,
    };

    /// <summary>The model with what is looked at covered or open, as the class has it.</summary>
    public static Model Settled(Model model)
    {
        if (model.Screen is not StepScreen { Class: { } mode } screen)
        {
            return model;
        }

        Cover? cover = screen.Moment.IsStart || screen.Terms > 0 || mode.Revealed == (screen.Moment, screen.Asked) ? null : Cover.Numbers;
        return cover == screen.Cover ? model : model with { Screen = screen with { Cover = cover } };
    }

    /// <summary>What is come to by going on is covered, also where it was revealed before.</summary>
    private static Model Covered(Model model) => model.Screen is StepScreen { Class: { } mode } screen && model.Notice is null
        ? model with { Screen = screen with { Class = mode with { Revealed = null } } }
        : model;

    /// <summary>What is come to by going back is open: the room has seen it.</summary>
    private static Model Open(Model model) => model.Screen is StepScreen { Class: { } mode } screen && model.Notice is null
        ? model with { Screen = screen with { Class = mode with { Revealed = (screen.Moment, screen.Asked) } } }
        : model;
}
