using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.App;

namespace Simulator.Screens.Stepping;

/// <summary>A place in a lesson to come back to.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Asked">The quantity looked at there; null for the one computed there.</param>
/// <param name="Stop">The tour's stop, −1 before the first.</param>
internal sealed record Visit(Moment Moment, ResolvedQuantity? Asked, int Stop);

/// <summary>A lesson being stepped through: where in time we are and what we look at.</summary>
internal sealed record StepScreen : Screen
{
    public required Lesson Lesson { get; init; }

    /// <summary>The walk through the lesson's time. Its only state is a cache of what can be computed again.</summary>
    public required Timeline Timeline { get; init; }

    public Moment Moment { get; init; } = Moment.Start;

    public Level Level { get; init; } = Level.Cell;

    /// <summary>Whether going on means the tour's next stop.</summary>
    public bool IsTour { get; init; }

    /// <summary>The tour's stop that was visited last; −1 before the first.</summary>
    public int Stop { get; init; } = -1;

    /// <summary>A quantity to look at other than the one computed at the moment; null for that one.</summary>
    public ResolvedQuantity? Asked { get; init; }

    /// <summary>Which number of the explanation is chosen, from 0; null for none.</summary>
    public int? Focus { get; init; }

    /// <summary>Where numbers were followed from, the latest on top.</summary>
    public ImmutableStack<Visit> Trail { get; init; } = [];

    /// <summary>What has been typed after the colon; null while nothing is being typed.</summary>
    public string? Prompt { get; init; }

    /// <summary>Which of the picture's subjects is shown, from 0; null for the one that the number looked at belongs to.</summary>
    public int? Subject { get; init; }

    public override KeyMap Keys => KeyMap.Stepping;

    /// <summary>The number that is computed at the moment; null at the start.</summary>
    public Address? Here => Timeline.AddressAt(Moment);

    /// <summary>The number looked at; null at the start.</summary>
    public ResolvedQuantity? Looked => Asked ?? (Here is { } address ? new ResolvedQuantity(Timeline.Plan, Moment.Iteration, address) : null);

    /// <summary>Whether one number is looked at, and not all that a longer step computes.</summary>
    public bool IsByNumber => IsTour || Level == Level.Cell;

    /// <summary>Whether the moment is that of the tour's stop.</summary>
    public bool IsOnTour => IsTour && (Stop < 0
        ? Moment == Moment.Start
        : Moment == Timeline.MomentOf(Lesson.Tour[Stop].At.Iteration, Lesson.Tour[Stop].At.Stored!.Value));

    /// <summary>A lesson at its start, on its tour where it has one.</summary>
    public static StepScreen Open(Lesson lesson) =>
        new() { Lesson = lesson, Timeline = lesson.NewTimeline(), IsTour = !lesson.Tour.IsEmpty };

    /// <summary>The screen at another moment, looking at what is computed there.</summary>
    public StepScreen At(Moment moment) => this with { Moment = moment, Asked = null, Focus = null };

    /// <summary>The screen at a stop of the tour; −1 is the start.</summary>
    public StepScreen AtStop(int stop)
    {
        if (stop < 0)
        {
            return At(Moment.Start) with { Stop = -1 };
        }

        TourStop there = Lesson.Tour[stop];
        Moment moment = Timeline.MomentOf(there.At.Iteration, there.At.Stored!.Value)!.Value;
        return At(moment) with { Stop = stop, Asked = there.Show };
    }
}
