using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Engine.Time.Search;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping;

/// <summary>When a number changed last, and when it changes next.</summary>
internal static class ChangeSearch
{
    /// <summary>Goes to where the number that is chosen or looked at became what it is; from there to the change before.</summary>
    public static Outcome Previous(Model model, StepScreen screen) => Go(model, screen, isForward: false);

    /// <summary>Goes to where the number that is chosen or looked at becomes another.</summary>
    public static Outcome Next(Model model, StepScreen screen) => Go(model, screen, isForward: true);

    private static Outcome Go(Model model, StepScreen screen, bool isForward)
    {
        Watched? watched = screen.Panel is WatchesPanel ? screen.Watches.Chosen : null;
        if ((watched?.At(screen.Timeline.Plan, screen.Moment.Iteration) ?? screen.Chosen) is not { } quantity)
        {
            return model with { Notice = new Notice(words => words.Tracing.NothingLookedAt) };
        }

        string name = quantity.Label.ToText(Notation.Mathematical);
        if (quantity.Stored is not { } address)
        {
            return model with { Notice = new Notice(words => words.Tracing.NotStored(name)) };
        }

        Timeline timeline = screen.Timeline;
        Moment from = isForward ? screen.Moment : Earlier(screen.Moment, AfterValue(timeline, quantity.Iteration, address));
        Condition change = new Condition.Change(Condition.NumberAt(BeforeUpdate(timeline.Plan, address))) { Sample = SampleOf(timeline, quantity.Iteration, address) };
        return new Outcome(model, new RunJob(new Job(
            words => isForward ? words.Tracing.SearchingNextChange(name) : words.Tracing.SearchingChange(name),
            (progress, cancellation) =>
            {
                TimelineSearch search = new(timeline, change);
                SearchHit? hit = isForward
                    ? search.NextHit(from, SearchStop.Every, progress, cancellation)
                    : search.PreviousHit(from, SearchStop.Every, progress, cancellation);
                bool isMadeHere = !isForward && hit is null && IsMadeAt(from, quantity.Iteration, address, timeline, search, progress, cancellation);
                return now => Arrive(now, address, name, hit, isForward, isMadeHere);
            })));
    }

    /// <summary>The weight or state that an updated one was before: its first value is something that the first update may change.</summary>
    private static Address BeforeUpdate(Plan plan, Address address) =>
        plan.Carries.FirstOrDefault(carry => carry.Next == plan.SymbolOf(address)) is { } carry ? address with { Symbol = carry.Current.Index } : address;

    /// <summary>Whether a number that did not change before a moment became what it is there: it changed, or was computed for the first time.</summary>
    private static bool IsMadeAt(
        Moment moment,
        int iteration,
        Address address,
        Timeline timeline,
        TimelineSearch search,
        IProgress<ReplayProgress> progress,
        CancellationToken cancellation)
    {
        // What an update makes has been something before the first iteration.
        Symbol symbol = timeline.Plan.SymbolOf(address);
        bool isNew = iteration == timeline.FirstIteration && timeline.Plan.Carries.All(carry => carry.Next != symbol);
        return (isNew && timeline.MomentOf(iteration, address) == moment)
            || search.PreviousHit(moment with { Cell = moment.Cell + 1 }, SearchStop.Every, progress, cancellation) is not null;
    }

    /// <summary>The moment before which the value of a number of an iteration came to be: a weight's in the iteration before.</summary>
    private static Moment AfterValue(Timeline timeline, int iteration, Address address)
    {
        if (timeline.MomentOf(iteration, address) is { } computed)
        {
            return computed with { Cell = computed.Cell + 1 };
        }

        bool isState = timeline.Plan.InitialValuesOf(timeline.Plan.SymbolOf(address)) is not null;
        return isState ? Moment.Before(iteration) : new Moment(iteration, 0, 1);
    }

    private static Moment Earlier(Moment one, Moment other) => one < other ? one : other;

    /// <summary>The sample in whose row a number is: it is compared with itself, wherever later batches have it.</summary>
    private static int? SampleOf(Timeline timeline, int iteration, Address address)
    {
        Symbol symbol = timeline.Plan.SymbolOf(address);
        return symbol.HasBatchAxis
            ? timeline.Training.RowsOf(iteration)[address.Cell / (symbol.Shape.Size / timeline.Plan.BatchSize)]
            : null;
    }

    private static Model Arrive(Model model, Address address, string name, SearchHit? found, bool isForward, bool isMadeHere)
    {
        if (model.Screen is not StepScreen screen)
        {
            return model;
        }

        if (found is not { } hit)
        {
            return model with
            {
                Notice = new Notice(words => isForward ? words.Tracing.NeverChanges(name, screen.Timeline.Iterations)
                    : isMadeHere ? words.Tracing.NoEarlierChange(name)
                    : words.Tracing.NeverChanged(name)),
            };
        }

        // Data are given at a moment at which something else is computed.
        bool isData = screen.Timeline.Plan.ProducerOf(screen.Timeline.Plan.SymbolOf(address)) is null
            && screen.Timeline.Plan.NextOf(screen.Timeline.Plan.SymbolOf(address)) is null;
        ResolvedQuantity? asked = isData ? new ResolvedQuantity(screen.Timeline.Plan, hit.Moment.Iteration, address) : null;
        return model with
        {
            Screen = StepUpdate.Leave(screen).At(hit.Moment) with { Asked = asked },
            Notice = new Notice(words => words.Tracing.Changed(name, ChangeText.Of(hit.Before, hit.Value), hit.Moment.Iteration), IsDone: true),
        };
    }
}
