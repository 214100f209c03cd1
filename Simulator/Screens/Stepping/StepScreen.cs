using System.Collections.Immutable;
using System.Text;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Exercises;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Screens.Stepping.Class;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Lanes;
using Simulator.Screens.Stepping.Palette;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Screens.Stepping.Provenance;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping;

/// <summary>A place in a lesson to come back to.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Asked">The quantity looked at there; null for the one computed there.</param>
/// <param name="Stop">The tour's stop, −1 before the first.</param>
/// <param name="Lane">The lane that all this is in.</param>
internal sealed record Visit(Moment Moment, ResolvedQuantity? Asked, int Stop, Lane Lane);

/// <summary>A lesson being stepped through: where in time we are and what we look at.</summary>
internal sealed record StepScreen : Screen
{
    /// <summary>The lane we are in: the lesson itself or a branch.</summary>
    public required Lane Lane { get; init; }

    /// <summary>All lanes, the lesson itself first.</summary>
    public required ImmutableArray<Lane> Lanes { get; init; }

    /// <summary>The branches that were taken back, the latest on top.</summary>
    public ImmutableStack<Lane> Undone { get; init; } = [];

    /// <summary>The two lanes that are shown side by side; null where one is shown alone.</summary>
    public LanePair? Pair { get; init; }

    public Lesson Lesson => Lane.Lesson;

    public Timeline Timeline => Lane.Timeline;

    public Moment Moment { get; init; } = Moment.Start;

    /// <summary>How many terms of the next number's sum have been added: a step smaller than a number. 0 for none.</summary>
    public int Terms { get; init; }

    public StepSize Level { get; init; } = StepSize.Cell;

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

    /// <summary>Where the trail was walked back from, the latest on top.</summary>
    public ImmutableStack<Visit> Ahead { get; init; } = [];

    /// <summary>The places that have a letter.</summary>
    public ImmutableDictionary<Rune, Visit> Marks { get; init; } = ImmutableDictionary<Rune, Visit>.Empty;

    /// <summary>How much of the number looked at is kept covered; null where nothing is.</summary>
    public Cover? Cover { get; init; }

    /// <summary>How the lesson is shown to a class; null where it is not.</summary>
    public ClassMode? Class { get; init; }

    /// <summary>The exercise that is on the screen; null for none.</summary>
    public OpenExercise? Exercise { get; init; }

    /// <summary>Which row of the list of exercises is chosen, from 0; null for none.</summary>
    public int? ExerciseRow { get; init; }

    /// <summary>What is being typed; null while nothing is.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>What was typed last; empty for nothing.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What the large panel shows.</summary>
    public Picture Picture { get; init; } = Picture.All[0];

    /// <summary>Which of the picture's subjects is shown, from 0; null for the one that the number looked at belongs to.</summary>
    public int? Subject { get; init; }

    /// <summary>The two weights over which the loss surface lies; null for the one looked at and the next.</summary>
    public SurfaceWeights? SurfaceWeights { get; init; }

    /// <summary>Whether the large panel has the whole screen.</summary>
    public bool IsZoomed { get; init; }

    /// <summary>What the panel at the side shows.</summary>
    public SidePanel Panel { get; init; } = SidePanel.All[0];

    /// <summary>What was given up and is not to be computed unless asked for.</summary>
    public ImmutableHashSet<object> Gaps { get; init; } = [];

    /// <summary>What continuing stops at.</summary>
    public BreakpointList Breakpoints { get; init; } = BreakpointList.Empty;

    /// <summary>The numbers that are watched.</summary>
    public WatchList Watches { get; init; } = WatchList.Empty;

    /// <summary>What is unfolded of where a number comes from and where it goes.</summary>
    public ProvenanceState Provenance { get; init; } = ProvenanceState.Initial;

    public override KeyMap KeysIn(KeyMaps all) => Class is null ? all.Stepping : all.Class;

    /// <summary>The number that is computed at the moment, or of which terms are being added; null at the start.</summary>
    public Address? Here => Timeline.AddressAt(Terms > 0 ? Timeline.Next(Moment, Engine.Time.Level.Cell) : Moment);

    /// <summary>The number looked at; null at the start.</summary>
    public ResolvedQuantity? Looked => Asked ?? (Here is { } address ? new ResolvedQuantity(Timeline.Plan, MomentOfHere.Iteration, address) : null);

    /// <summary>The number that is chosen in the explanation or at the side, or else the one looked at; null where there is none.</summary>
    public ResolvedQuantity? Chosen
    {
        get
        {
            if (Focus is not { } focus)
            {
                return Panel.NumberOf(this) ?? Looked;
            }

            var choices = ExplanationModel.Of(this, Words.In(Language.English)).Choices;
            return focus < choices.Length ? choices[focus] : Looked;
        }
    }

    /// <summary>
    /// The moment up to which numbers are shown: the moment itself or, where what it computes is covered, the one before it, in the
    /// same iteration; where a line of a solution is wrong, the one before the first line.
    /// </summary>
    public Moment KnownMoment
    {
        get
        {
            if (Cover is null || Moment.IsStart)
            {
                return Moment;
            }

            Moment covered = Exercise is { IsOpen: true, Exercise: WrongLineExercise lines }
                ? lines.Lines.Select(MomentOfLine).Where(line => line.Iteration == Moment.Iteration).Append(Moment).Min()
                : Moment;
            Moment before = Timeline.Previous(covered, IsTour ? Engine.Time.Level.Cell : Level.ToLevel());
            return before.Iteration == Moment.Iteration ? before : Moment.Before(Moment.Iteration);
        }
    }

    /// <summary>Whether one number is looked at, and not all that a longer step computes.</summary>
    public bool IsByNumber => IsTour || Level >= StepSize.Cell;

    /// <summary>What goes with what is on the screen, for the line of keys.</summary>
    public ImmutableArray<UserAction> Hints =>
    [
        .. Exercise is { IsOpen: true } ? new[] { UserAction.Answer, UserAction.Hint } : [],
        .. Panel.Hints,
        .. Pair is null ? [] : new[] { UserAction.OtherLane, UserAction.Beside },
        .. Lane.IsOriginal ? [] : new[] { UserAction.Undo },
        .. Picture.Hints,
    ];

    /// <summary>Whether the moment is that of the tour's stop.</summary>
    public bool IsOnTour => IsTour && Terms == 0 && (Stop < 0
        ? Moment == Timeline.Start
        : Moment == Timeline.MomentOf(Lesson.Tour[Stop].At.Iteration, Lesson.Tour[Stop].At.Stored!.Value));

    /// <summary>What must be computed, and may take long, before the screen can be drawn; null for nothing.</summary>
    public Preparation? Unprepared => Preparations.FirstOrDefault(preparation => !Gaps.Contains(preparation.Key) && !preparation.IsReady());

    private Moment MomentOfLine(ResolvedQuantity line) => Timeline.MomentOf(line.Iteration, line.Stored!.Value)!.Value;

    private Moment MomentOfHere => Terms > 0 ? Timeline.Next(Moment, Engine.Time.Level.Cell) : Moment;

    private IEnumerable<Preparation> Preparations =>
    [
        Preparation.Seek(Timeline, Moment.Iteration),
        .. Picture.PreparationsOf(this),
        .. Panel.PreparationsOf(this),
    ];

    /// <summary>A lesson at its start, on its tour where it has one.</summary>
    public static StepScreen Open(Lesson lesson)
    {
        Lane lane = Lane.Of(lesson);
        return new() { Lane = lane, Lanes = [lane], Moment = lane.Timeline.Start, IsTour = !lesson.Tour.IsEmpty };
    }

    /// <summary>Whether a number of the moment's iteration is shown: it has been computed and is not covered.</summary>
    public bool Knows(Address address) => Timeline.IsKnown(KnownMoment, address);

    /// <summary>The screen at another moment, looking at what is computed there.</summary>
    public StepScreen At(Moment moment) => this with { Moment = moment, Terms = 0, Asked = null, Focus = null, Cover = null, Exercise = null };

    /// <summary>The screen at a stop of the tour; −1 is the start.</summary>
    public StepScreen AtStop(int stop)
    {
        if (stop < 0)
        {
            return At(Timeline.Start) with { Stop = -1 };
        }

        TourStop there = Lesson.Tour[stop];
        Moment moment = Timeline.MomentOf(there.At.Iteration, there.At.Stored!.Value)!.Value;
        return At(moment) with { Stop = stop, Asked = there.Show };
    }

    /// <summary>The screen without something that was given up.</summary>
    public StepScreen WithGap(Preparation preparation) => this with { Gaps = Gaps.Add(preparation.Key) };
}
