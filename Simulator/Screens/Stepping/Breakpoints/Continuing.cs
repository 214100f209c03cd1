using Engine.Time;
using Engine.Time.Search;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Breakpoints;

/// <summary>Going on, or back, to where a breakpoint is met.</summary>
internal static class Continuing
{
    /// <summary>The work of going to the so-manieth stop from here.</summary>
    /// <param name="model">The model.</param>
    /// <param name="screen">The lesson and its breakpoints.</param>
    /// <param name="count">How many stops on; negative for back.</param>
    public static Outcome Go(Model model, StepScreen screen, int count)
    {
        Breakpoint[] on = [.. screen.Breakpoints.Items.Where(breakpoint => breakpoint.IsOn)];
        if (on.Length == 0)
        {
            return model with { Notice = new Notice(words => words.Tracing.NothingToStopAt) };
        }

        bool isForward = count > 0;
        Moment from = screen.Moment;
        Timeline timeline = screen.Timeline;
        return new Outcome(model, new RunJob(new Job(
            words => isForward ? words.Tracing.Continuing : words.Tracing.ContinuingBack,
            (progress, cancellation) =>
            {
                TimelineSearch search = new(timeline, [.. on.Select(breakpoint => breakpoint.Condition)]);
                (SearchHit? hit, int found) = Search(search, from, count, progress, cancellation);
                bool holds = isForward && hit is null && Holds(timeline, on, from, progress, cancellation);
                return now => Arrive(now, on, hit, found, count, holds);
            })));
    }

    /// <summary>Whether one of the conditions that are so for a while, and begin no more after a moment, is so there.</summary>
    private static bool Holds(
        Timeline timeline, Breakpoint[] on, Moment from, IProgress<ReplayProgress> progress, CancellationToken cancellation)
    {
        // What is met in this iteration, or later without having begun later, is met now.
        Condition[] states = [.. on.Select(breakpoint => breakpoint.Condition).Where(condition => !condition.IsChange)];
        return new TimelineSearch(timeline, states).FindNext(Moment.Before(from.Iteration), SearchStop.Every, progress, cancellation) is not null;
    }

    /// <summary>The last of the stops that there are, up to so many, and how many those are.</summary>
    private static (SearchHit? Hit, int Found) Search(
        TimelineSearch search, Moment from, int count, IProgress<ReplayProgress> progress, CancellationToken cancellation)
    {
        SearchHit? last = null;
        int found = 0;
        while (found < Math.Abs(count))
        {
            Moment at = last?.Moment ?? from;
            SearchHit? next = count > 0
                ? search.NextHit(at, SearchStop.Beginning, progress, cancellation)
                : search.PreviousHit(at, SearchStop.Beginning, progress, cancellation);
            if (next is null)
            {
                break;
            }

            last = next;
            found++;
        }

        return (last, found);
    }

    private static Model Arrive(Model model, Breakpoint[] on, SearchHit? found, int stops, int count, bool holds)
    {
        if (model.Screen is not StepScreen screen)
        {
            return model;
        }

        if (found is not { } hit)
        {
            return model with
            {
                Notice = new Notice(words => holds ? words.Tracing.HoldsAlready
                    : count > 0 ? words.Tracing.NoneAhead(screen.Timeline.Iterations)
                    : words.Tracing.NoneBehind),
            };
        }

        Breakpoint breakpoint = on[hit.Condition];
        StepScreen there = StepUpdate.Leave(screen).At(hit.Moment);
        BreakpointList list = there.Breakpoints with { Last = (breakpoint, hit), Selected = there.Breakpoints.Items.IndexOf(breakpoint) };
        return model with
        {
            Screen = there with { Breakpoints = list },
            Notice = new Notice(words => TextOf(breakpoint, hit, there, words) + (stops < Math.Abs(count) ? " " + words.Tracing.HitsFewer(stops, Math.Abs(count)) : ""), IsDone: true),
        };
    }

    private static string TextOf(Breakpoint breakpoint, SearchHit hit, StepScreen screen, Words words) => words.Tracing.Hit(
        breakpoint.NameIn(screen.Timeline.Plan),
        breakpoint.Describe(screen.Timeline.Plan, hit, screen.Timeline.AddressAt(hit.Moment), words));
}
