using Engine.Planning;
using Engine.Time;
using Simulator.App;

namespace Simulator.Screens.Stepping.Lanes;

/// <summary>Two lanes side by side. Its only state is a cache of what can be computed again.</summary>
internal sealed class LanePair(Lane left, Lane right)
{
    private readonly Comparison onward = new(left.Timeline, right.Timeline);
    private readonly Comparison backward = new(right.Timeline, left.Timeline);
    private Parting? parting;

    public Lane Left => left;

    public Lane Right => right;

    /// <summary>Where the lanes part; null while that has not been looked for.</summary>
    public Parting? Parting => parting;

    public bool Has(Lane lane) => lane == left || lane == right;

    /// <summary>The one of the two that is not the given one.</summary>
    public Lane OtherThan(Lane lane) => lane == left ? right : left;

    /// <summary>The number of the same name in the other lane; null where there is none.</summary>
    public Address? CounterpartOf(Lane lane, Address address) => From(lane).InOther(address);

    /// <summary>The other lane's moment at a lane's moment.</summary>
    public Moment MomentInOther(Lane lane, Moment moment) => From(lane).MomentInOther(moment);

    /// <summary>How the iteration of a lane's moment differs up to it; null where the other lane does not have the iteration.</summary>
    public IterationDifference? DifferenceAt(Lane lane, Moment moment) => From(lane).In(moment.Iteration, moment);

    /// <summary>The way to the other lane's iteration.</summary>
    public Preparation Seek(Lane lane, Moment moment) => Preparation.Seek(OtherThan(lane).Timeline, moment.Iteration);

    /// <summary>The search for the place at which the lanes part.</summary>
    public Preparation Search() => new(
        this,
        words => words.Lanes.Comparing,
        () => parting is not null,
        (progress, cancellation) => parting = new Parting(onward.FirstParting(progress, cancellation)));

    private Comparison From(Lane lane) => lane == left ? onward : backward;
}

/// <summary>Where two lanes part, as the left one computes it.</summary>
/// <param name="First">The first number that they compute differently; null where there is none.</param>
internal sealed record Parting(Difference? First);
