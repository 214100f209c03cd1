using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping;

/// <summary>What keys do while a lesson is stepped through.</summary>
internal static class StepUpdate
{
    public static Model Do(Model model, StepScreen screen, UserAction action, int count) => action switch
    {
        UserAction.Next => Move(model, screen, count),
        UserAction.Back => Move(model, screen, -count),
        UserAction.NextPhase => Jump(model, screen, Level.Phase, count),
        UserAction.PreviousPhase => Jump(model, screen, Level.Phase, -count),
        UserAction.NextIteration => Jump(model, screen, Level.Iteration, count),
        UserAction.PreviousIteration => Jump(model, screen, Level.Iteration, -count),
        UserAction.First => model with { Screen = screen.At(screen.Timeline.Start) with { Stop = -1 } },
        UserAction.Last => model with { Screen = ToEnd(screen) },
        UserAction.FinerLevel => model with { Screen = WithLevel(screen, 1) },
        UserAction.CoarserLevel => model with { Screen = WithLevel(screen, -1) },
        UserAction.ToggleTour => ToggleTour(model, screen),
        UserAction.FocusNext => model with { Screen = WithFocus(screen, count) },
        UserAction.FocusPrevious => model with { Screen = WithFocus(screen, -count) },
        UserAction.Follow => Follow(model, screen),
        UserAction.Return => Return(model, screen),
        UserAction.GoTo => model with { Screen = screen with { Prompt = "" } },
        _ => model,
    };

    /// <summary>Takes back what is chosen and asked for, so that the screen shows the moment itself.</summary>
    public static StepScreen Dismiss(StepScreen screen) => screen with { Focus = null, Asked = null };

    /// <summary>The screen, remembering where it is, so that Backspace comes back from wherever it goes now.</summary>
    public static StepScreen Leave(StepScreen screen) =>
        screen with { Trail = screen.Trail.Push(new Visit(screen.Moment, screen.Asked, screen.Stop)) };

    /// <summary>The screen after going to a quantity, so that Backspace comes back.</summary>
    public static StepScreen Visit(StepScreen screen, ResolvedQuantity quantity)
    {
        StepScreen from = Leave(screen);
        if (quantity.Stored is { } stored)
        {
            // What no step computes is known from the beginning of its iteration.
            return screen.Timeline.MomentOf(quantity.Iteration, stored) is { } moment
                ? from.At(moment)
                : from.At(BeginningOf(from, quantity.Iteration)) with { Asked = quantity };
        }

        // A derivative that no step computes is looked at from where its upper number has just been computed.
        Address of = quantity.Derivative!.Value.Of;
        Moment there = screen.Timeline.MomentOf(quantity.Iteration, of) ?? BeginningOf(from, quantity.Iteration);
        bool isKnownHere = screen.Moment.Iteration == quantity.Iteration && screen.Moment >= there;
        return from.At(isKnownHere ? screen.Moment : there) with { Asked = quantity };
    }

    /// <summary>The moment before anything of an iteration has been computed, or the last one before it.</summary>
    private static Moment BeginningOf(StepScreen screen, int iteration) =>
        iteration == screen.Moment.Iteration ? screen.Moment : new Moment(iteration, 0, 0);

    private static Model Move(Model model, StepScreen screen, int count)
    {
        if (screen.IsTour)
        {
            bool endsEarly = screen.Moment < screen.Timeline.End;
            Notice notice = new(count < 0 ? words => words.AtStart : endsEarly ? words => words.AtEndOfTour : words => words.AtEnd);

            // Off the path, going back returns to the stop it was left at, going on to the one after it.
            int stops = screen.Lesson.Tour.Length;
            int from = screen.IsOnTour || count > 0 ? screen.Stop : screen.Stop + 1;
            int stop = (int)Math.Clamp((long)from + count, -1, stops - 1);
            return stop == screen.Stop && screen.IsOnTour
                ? model with { Notice = notice }
                : model with { Screen = screen.AtStop(stop) };
        }

        return Jump(model, screen, screen.Level, count);
    }

    private static Model Jump(Model model, StepScreen screen, Level level, int count)
    {
        Timeline timeline = screen.Timeline;
        Moment moment = screen.Moment;
        if (level == Level.Cell)
        {
            moment = timeline.MomentAt(Math.Clamp(timeline.OrdinalOf(moment) + count, 0, timeline.Length));
        }
        else
        {
            for (int step = Math.Abs(count); step > 0; step--)
            {
                Moment next = count > 0 ? timeline.Next(moment, level) : timeline.Previous(moment, level);
                if (next == moment)
                {
                    break;
                }

                moment = next;
            }
        }

        return moment == screen.Moment && screen.Asked is null
            ? model with { Notice = new Notice(count > 0 ? words => words.AtEnd : words => words.AtStart) }
            : model with { Screen = screen.IsTour ? OnTourAt(screen, moment) : screen.At(moment) };
    }

    /// <summary>The tour at a moment: at the stop there, otherwise between the stops before and after it.</summary>
    private static StepScreen OnTourAt(StepScreen screen, Moment moment)
    {
        int stop = StopAt(screen, moment);
        StepScreen there = screen with { Stop = stop };
        return stop >= 0 && MomentOf(screen, stop) == moment ? there.AtStop(stop) : there.At(moment);
    }

    /// <summary>
    /// The tour's stop at a moment; where there is none the last one that is not ahead, −1 for none. The tour may look ahead,
    /// so that its stops are not always in the order of time.
    /// </summary>
    private static int StopAt(StepScreen screen, Moment moment)
    {
        if (screen.Stop >= 0 && MomentOf(screen, screen.Stop) == moment)
        {
            return screen.Stop;
        }

        int stop = -1;
        for (int index = 0; index < screen.Lesson.Tour.Length; index++)
        {
            Moment there = MomentOf(screen, index);
            if (there == moment)
            {
                return index;
            }

            stop = there < moment ? index : stop;
        }

        return stop;
    }

    private static Moment MomentOf(StepScreen screen, int stop)
    {
        ResolvedQuantity at = screen.Lesson.Tour[stop].At;
        return screen.Timeline.MomentOf(at.Iteration, at.Stored!.Value)!.Value;
    }

    private static StepScreen ToEnd(StepScreen screen) =>
        screen.IsTour ? screen.AtStop(screen.Lesson.Tour.Length - 1) : screen.At(screen.Timeline.End);

    private static StepScreen WithLevel(StepScreen screen, int finer)
    {
        ImmutableArray<Level> levels = [Level.Phase, Level.Operation, Level.Cell];
        int index = (levels.IndexOf(screen.Level) + finer + levels.Length) % levels.Length;
        return screen with { Level = levels[index], Focus = null, IsTour = false };
    }

    private static Model ToggleTour(Model model, StepScreen screen)
    {
        if (screen.Lesson.Tour.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.NoTour) };
        }

        if (screen.IsTour)
        {
            return model with { Screen = screen with { IsTour = false } };
        }

        return model with { Screen = (screen with { IsTour = true, Level = Level.Cell }).AtStop(StopAt(screen, screen.Moment)) };
    }

    private static StepScreen WithFocus(StepScreen screen, int step)
    {
        int choices = ExplanationModel.Of(screen, Words.In(Lessons.Language.English)).Choices.Length;
        if (choices == 0)
        {
            return screen;
        }

        int current = screen.Focus ?? (step > 0 ? -1 : choices);
        return screen with { Focus = (int)((((long)current + step) % choices + choices) % choices) };
    }

    private static Model Follow(Model model, StepScreen screen)
    {
        var choices = ExplanationModel.Of(screen, model.Words).Choices;
        if (screen.Focus is not { } focus || focus >= choices.Length)
        {
            return model with { Notice = new Notice(words => words.NothingToFollow) };
        }

        return model with { Screen = Visit(screen, choices[focus]) };
    }

    private static Model Return(Model model, StepScreen screen)
    {
        if (screen.Trail.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.NowhereToReturn) };
        }

        StepScreen back = screen with { Trail = screen.Trail.Pop(out Visit from) };
        return model with { Screen = back.At(from.Moment) with { Asked = from.Asked, Stop = from.Stop } };
    }
}
