using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Lessons.Variations;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Palette;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Screens.Stepping.Provenance;

namespace Simulator.Screens.Stepping.Lanes;

/// <summary>What keys and commands do with branches and with two lanes side by side.</summary>
internal static class LaneUpdate
{
    private const int UsualDecimals = 4;

    /// <summary>What an action does; null where it is no action on lanes.</summary>
    public static Outcome? Do(Model model, StepScreen screen, UserAction action) => action switch
    {
        UserAction.WhatIf => model with { Screen = screen with { Prompt = new Prompt($"set {KeyOf(screen)}") } },
        UserAction.Undo => Undo(model, screen),
        UserAction.Redo => Redo(model, screen),
        UserAction.OtherLane => Other(model, screen),
        UserAction.Beside => Beside(model, screen),
        UserAction.ByHand => ByHand(model, screen),
        _ => (Outcome?)null,
    };

    /// <summary>Changes the lesson from the moment's iteration on; the branch is the lane from then on.</summary>
    public static Outcome Set(Model model, StepScreen screen, string settings) =>
        new(model, new RunJob(Branching(screen, settings, Math.Max(screen.Moment.Iteration, screen.Timeline.FirstIteration), null, isBeside: false)));

    /// <summary>The same lesson with other settings from its beginning, beside the lane.</summary>
    public static Outcome Compare(Model model, StepScreen screen, string settings) =>
        new(model, new RunJob(Branching(screen, settings, screen.Timeline.FirstIteration, null, isBeside: true)));

    /// <summary>The lane computed by hand, beside itself.</summary>
    public static Outcome Rounded(Model model, StepScreen screen, string settings, Func<Words, string> title) =>
        new(model, new RunJob(Branching(screen, settings, screen.Timeline.FirstIteration, title, isBeside: true)));

    /// <summary>Does the same in another lane: at the same iteration and number, or the last one before it that the lane has.</summary>
    public static StepScreen InLane(StepScreen screen, Lane lane)
    {
        if (lane == screen.Lane)
        {
            return screen;
        }

        ResolvedQuantity? asked = screen.Asked is { } before ? CounterpartOf(before, lane.Timeline) : null;
        Moment moment = new Comparison(screen.Timeline, lane.Timeline).MomentInOther(screen.Moment);
        if (!screen.Timeline.Plan.HasSameSteps(lane.Timeline.Plan))
        {
            screen = screen with
            {
                Breakpoints = screen.Breakpoints.In(lane.Timeline),
                Watches = screen.Watches.In(screen.Timeline.Plan, lane.Timeline),
                Provenance = ProvenanceState.Initial,
                SurfaceWeights = null,
            };
        }

        bool keepsTour = screen.IsTour && lane.Lesson.Tour.Length == screen.Lesson.Tour.Length;
        LanePair? pair = screen.Pair?.Has(lane) == true ? screen.Pair : null;
        return (screen with { Lane = lane, Pair = pair, IsTour = keepsTour, Stop = keepsTour ? screen.Stop : -1, Subject = null }).At(moment) with { Asked = asked };
    }

    /// <summary>
    /// At the beginning of a branch, the last moment before it in the lane that it branched off; null elsewhere, and where there is
    /// none.
    /// </summary>
    public static StepScreen? BeforeBranch(StepScreen screen)
    {
        int first = screen.Timeline.FirstIteration;
        return screen.Lane.Origin is { } origin && screen.Moment == screen.Timeline.Start && first > origin.Timeline.FirstIteration
            ? InLane(screen, origin).At(origin.Timeline.Previous(new Moment(first, 0, 0), Level.Cell))
            : null;
    }

    private static Job Branching(
        StepScreen screen, string settings, int iteration, Func<Words, string>? title, bool isBeside)
    {
        Lane origin = screen.Lane;
        return new Job(
            words => words.Lanes.Branching(settings),
            (progress, cancellation) =>
            {
                if (!Variation.TryApply(
                    origin.Lesson, settings, out Variation? variation, out ImmutableArray<QuantityError> problems, origin.Timeline, iteration, progress, cancellation))
                {
                    return now => now with { Notice = new Notice(words => TextOf(problems, words)) };
                }

                Lane branch = new(variation.Lesson, title ?? (_ => variation.Title), origin);
                return now => now with
                {
                    Screen = isBeside ? ShownBeside(screen, branch) : OnBranch(screen, branch),
                    Notice = new Notice(words => isBeside ? words.Lanes.SetBeside(branch.Title(words)) : words.Lanes.Branched(branch.Title(words)), IsDone: true),
                };
            });
    }

    private static StepScreen OnBranch(StepScreen screen, Lane branch) =>
        InLane(StepUpdate.Leave(screen) with { Lanes = screen.Lanes.Add(branch), Undone = [] }, branch);

    private static StepScreen ShownBeside(StepScreen screen, Lane branch) => screen with
    {
        Lanes = screen.Lanes.Add(branch),
        Undone = [],
        Pair = new LanePair(screen.Lane, branch),
        Picture = Picture.Find(LanesPicture.Key),
    };

    private static string TextOf(ImmutableArray<QuantityError> problems, Words words)
    {
        QuantityError first = problems[0];
        string text = first.Kind switch
        {
            QuantityErrorKind.UnknownName => words.Lanes.UnknownSetting(first.Subject, first.Instead),
            QuantityErrorKind.Unfinished => words.Lanes.UnfinishedSetting(first.Subject),
            QuantityErrorKind.NotANumber => words.Lanes.NotANumber(first.Subject),
            QuantityErrorKind.Computed => words.Lanes.ComputedNumber(first.Subject, first.Instead),
            QuantityErrorKind.UnknownChoice => words.Lanes.UnknownChoice(first.Subject, first.Instead),
            _ => words.Lanes.Problem(first.Found, first.Expected, first.Remedy),
        };
        return problems.Length > 1 ? $"{text} {words.Lanes.MoreProblems(problems.Length - 1)}" : text;
    }

    /// <summary>What is to be set, where the number looked at is one that can be: a weight, a datum, a setting.</summary>
    private static string KeyOf(StepScreen screen)
    {
        if (screen.Chosen?.Stored is not { } stored)
        {
            return "";
        }

        Plan plan = screen.Timeline.Plan;
        Address subject = plan.SubjectOf(stored);
        Symbol symbol = plan.SymbolOf(subject);
        return symbol.Role is SymbolRole.Parameter or SymbolRole.Input or SymbolRole.Target or SymbolRole.Hyperparameter
            ? $"{plan.LabelOf(subject)} = "
            : "";
    }

    private static Outcome Undo(Model model, StepScreen screen)
    {
        if (screen.Lane.Origin is not { } origin)
        {
            return model with { Notice = new Notice(words => words.Lanes.NothingToUndo) };
        }

        Lane branch = screen.Lane;
        StepScreen back = InLane(screen, origin) with
        {
            Lanes = screen.Lanes.RemoveAll(lane => lane == branch || lane.DescendsFrom(branch)),
            Undone = screen.Undone.Push(branch),
            Pair = screen.Pair is { } pair && pair.Has(branch) ? null : screen.Pair,
        };
        return model with { Screen = WithoutEmptyPicture(back), Notice = new Notice(words => words.Lanes.Undone(branch.Title(words)), IsDone: true) };
    }

    private static Outcome Redo(Model model, StepScreen screen)
    {
        if (screen.Undone.IsEmpty)
        {
            return model with { Notice = new Notice(words => words.Lanes.NothingToRedo) };
        }

        var rest = screen.Undone.Pop(out Lane branch);
        StepScreen again = InLane(screen with { Lanes = screen.Lanes.Add(branch) }, branch) with { Undone = rest };
        return model with { Screen = again, Notice = new Notice(words => words.Lanes.NowIn(branch.Title(words)), IsDone: true) };
    }

    private static Outcome Other(Model model, StepScreen screen)
    {
        if (screen.Lanes.Length == 1)
        {
            return model with { Notice = new Notice(words => words.Lanes.OnlyOne) };
        }

        // Of two lanes side by side the other one, otherwise the next of all.
        Lane next = screen.Pair is { } pair && pair.Has(screen.Lane)
            ? pair.OtherThan(screen.Lane)
            : screen.Lanes[(screen.Lanes.IndexOf(screen.Lane) + 1) % screen.Lanes.Length];
        return model with { Screen = InLane(screen, next), Notice = new Notice(words => words.Lanes.NowIn(next.Title(words)), IsDone: true) };
    }

    private static Outcome Beside(Model model, StepScreen screen)
    {
        if (screen.Pair is not null)
        {
            return model with { Screen = WithoutEmptyPicture(screen with { Pair = null }) };
        }

        Lane? other = screen.Lane.Origin ?? screen.Lanes.LastOrDefault(lane => lane != screen.Lane);
        return other is null
            ? model with { Notice = new Notice(words => words.Lanes.OnlyOne) }
            : model with { Screen = screen with { Pair = new LanePair(screen.Lane, other), Picture = Picture.Find(LanesPicture.Key) } };
    }

    private static Outcome ByHand(Model model, StepScreen screen) => screen.Pair is not null
        ? Beside(model, screen)
        : Rounded(model, screen, $"decimals = {UsualDecimals}", words => words.Lanes.Decimals(UsualDecimals));

    private static StepScreen WithoutEmptyPicture(StepScreen screen) =>
        screen.Pair is null && screen.Picture is LanesPicture ? screen with { Picture = Picture.All[0] } : screen;

    /// <summary>The same quantity in another lane; null where it has none.</summary>
    private static ResolvedQuantity? CounterpartOf(ResolvedQuantity quantity, Timeline timeline) =>
        new QuantityResolver(timeline)
            .TryResolve(quantity.Label.ToString(), quantity.Iteration, out ResolvedQuantity? found, out _) ? found : null;
}
