using Engine.Formulas;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Screens.Stepping.Palette;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Provenance;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping;

/// <summary>What keys and commands do to breakpoints, watches and the tree of where numbers come from.</summary>
internal static class TracingUpdate
{
    /// <summary>Sets a breakpoint on the number that is chosen or looked at, or takes it away.</summary>
    public static Outcome ToggleBreakpoint(Model model, StepScreen screen)
    {
        if (NumberOf(screen, out Func<Words, string>? problem) is not { Stored: { } address })
        {
            return model with { Notice = new Notice(problem!) };
        }

        Breakpoint breakpoint = Breakpoint.On(screen.Timeline.Plan, address);
        string name = breakpoint.NameIn(screen.Timeline.Plan);
        return screen.Breakpoints.Has(breakpoint)
            ? model with
            {
                Screen = screen with { Breakpoints = screen.Breakpoints.Remove(breakpoint) },
                Notice = new Notice(words => words.Tracing.BreakpointRemoved(name), IsDone: true),
            }
            : With(model, ShowingInstead<BreakpointsPanel>(screen), breakpoint);
    }

    /// <summary>Sets a breakpoint as it was typed.</summary>
    public static Outcome Break(Model model, StepScreen screen, string text)
    {
        return BreakpointText.TryParse(text, screen.Timeline, out Breakpoint? breakpoint, out Func<Words, string>? problem)
            || BreakpointText.TryParse(PromptUpdate.InLatin(text), screen.Timeline, out breakpoint, out _)
            ? With(model, screen with { Panel = PanelOf<BreakpointsPanel>() }, breakpoint)
            : model with { Notice = new Notice(problem) };
    }

    /// <summary>Begins to type a breakpoint; what is offered is the number that is chosen or looked at.</summary>
    public static StepScreen TypeBreakpoint(StepScreen screen) => screen with { Prompt = new Prompt($"{TracingCommands.Break} {screen.Chosen?.Label}") };

    /// <summary>Switches the chosen breakpoint off, or on again.</summary>
    public static Outcome SwitchChosen(Model model, StepScreen screen) => screen.Breakpoints.Chosen is null
        ? model with { Notice = new Notice(words => words.NothingToFollow) }
        : model with { Screen = screen with { Breakpoints = screen.Breakpoints.SwitchChosen() } };

    /// <summary>Watches the number that is chosen or looked at, or watches it no more.</summary>
    public static Outcome ToggleWatch(Model model, StepScreen screen)
    {
        if (screen.Chosen is not { } quantity)
        {
            return model with { Notice = new Notice(words => words.Tracing.NothingLookedAt) };
        }

        Watched watched = Watched.Of(quantity);
        return screen.Watches.Items.Contains(watched)
            ? model with
            {
                Screen = screen with { Watches = screen.Watches.Remove(watched) },
                Notice = new Notice(words => words.Tracing.NotWatched(NameOf(quantity)), IsDone: true),
            }
            : With(model, ShowingInstead<WatchesPanel>(screen), quantity);
    }

    /// <summary>Watches a number as it was typed.</summary>
    public static Outcome Watch(Model model, StepScreen screen, string text)
    {
        QuantityResolver resolver = new(screen.Timeline);
        return resolver.TryResolve(text, screen.Moment.Iteration, out ResolvedQuantity? quantity, out QuantityError? error)
            || resolver.TryResolve(PromptUpdate.InLatin(text), screen.Moment.Iteration, out quantity, out _)
            ? With(model, screen with { Panel = PanelOf<WatchesPanel>() }, quantity)
            : model with
            {
                Notice = new Notice(words =>
                    $"{(error.Suggestion is { } meant ? words.DidYouMean($"{meant}") : words.NoQuantityLike)} {words.NoSuchQuantity(text)}"),
            };
    }

    /// <summary>Begins to type a number to watch; what is offered is the number that is chosen or looked at.</summary>
    public static StepScreen TypeWatch(StepScreen screen) => screen with { Prompt = new Prompt($"{TracingCommands.Watch} {screen.Chosen?.Label}") };

    /// <summary>Shows where the number looked at comes from, or the panel that was there before.</summary>
    public static StepScreen ToggleProvenance(StepScreen screen) =>
        screen with { Panel = screen.Panel is ProvenancePanel ? SidePanel.All[0] : PanelOf<ProvenancePanel>() };

    /// <summary>Unfolds the chosen row of the tree, or folds it again.</summary>
    public static Outcome Unfold(Model model, StepScreen screen) => screen.Panel is ProvenancePanel
        ? ProvenanceModel.Unfold(model, screen)
        : model with { Notice = new Notice(words => words.Tracing.NothingUnfolds) };

    /// <summary>Takes the chosen breakpoint or watch away.</summary>
    public static Outcome Remove(Model model, StepScreen screen)
    {
        switch (screen.Panel)
        {
            case BreakpointsPanel when screen.Breakpoints.Chosen is { } breakpoint:
                string name = breakpoint.NameIn(screen.Timeline.Plan);
                return model with
                {
                    Screen = screen with { Breakpoints = screen.Breakpoints.Remove(breakpoint) },
                    Notice = new Notice(words => words.Tracing.BreakpointRemoved(name), IsDone: true),
                };
            case WatchesPanel when screen.Watches.Chosen is { } watched:
                string number = NameOf(watched.At(screen.Timeline.Plan, screen.Moment.Iteration));
                return model with
                {
                    Screen = screen with { Watches = screen.Watches.Remove(watched) },
                    Notice = new Notice(words => words.Tracing.NotWatched(number), IsDone: true),
                };
            default:
                return model with { Notice = new Notice(words => words.Tracing.RemoveChosen) };
        }
    }

    private static Model With(Model model, StepScreen screen, Breakpoint breakpoint) => model with
    {
        Screen = screen with { Breakpoints = screen.Breakpoints.Add(breakpoint) },
        Notice = new Notice(words => words.Tracing.BreakpointSet(breakpoint.NameIn(screen.Timeline.Plan)), IsDone: true),
    };

    private static Model With(Model model, StepScreen screen, ResolvedQuantity quantity) => model with
    {
        Screen = screen with { Watches = screen.Watches.Add(Watched.Of(quantity)) },
        Notice = new Notice(words => words.Tracing.Watched(NameOf(quantity)), IsDone: true),
    };

    private static ResolvedQuantity? NumberOf(StepScreen screen, out Func<Words, string>? problem)
    {
        problem = screen.Chosen switch
        {
            null => words => words.Tracing.NothingLookedAt,
            { Stored: null } derivative => words => words.Tracing.NotStored(NameOf(derivative)),
            _ => null,
        };
        return problem is null ? screen.Chosen : null;
    }

    private static string NameOf(ResolvedQuantity quantity) => quantity.Label.ToText(Notation.Mathematical);

    /// <summary>The screen with a panel in place of the table of numbers; another one stays, as it was asked for.</summary>
    private static StepScreen ShowingInstead<T>(StepScreen screen)
        where T : SidePanel => screen.Panel == SidePanel.All[0] ? screen with { Panel = PanelOf<T>() } : screen;

    private static SidePanel PanelOf<T>()
        where T : SidePanel => SidePanel.All.First(panel => panel is T);
}
