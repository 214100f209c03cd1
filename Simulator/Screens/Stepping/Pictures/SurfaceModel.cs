using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The values of two weights over which a surface is drawn.</summary>
internal readonly record struct SurfaceRange(double Left, double Right, double Bottom, double Top)
{
    /// <summary>How far it goes at least, to both sides of the middle.</summary>
    private const double LeastReach = 1;

    /// <summary>How much of the path's extent is added on each side.</summary>
    private const double MarginShare = 0.35;

    /// <summary>Room for a path.</summary>
    public static SurfaceRange Around(IReadOnlyCollection<(double X, double Y)> path)
    {
        (double left, double right) = Of(path.Select(point => point.X));
        (double bottom, double top) = Of(path.Select(point => point.Y));
        return new SurfaceRange(left, right, bottom, top);
    }

    private static (double From, double To) Of(IEnumerable<double> values)
    {
        List<double> finite = [.. values.Where(double.IsFinite)];
        (double least, double greatest) = finite.Count == 0 ? (0, 0) : (finite.Min(), finite.Max());
        double middle = (least / 2) + (greatest / 2);
        double reach = Math.Max(LeastReach, ((greatest / 2) - (least / 2)) * (1 + (2 * MarginShare)));
        return (Math.Max(middle - reach, -double.MaxValue / 4), Math.Min(middle + reach, double.MaxValue / 4));
    }
}

/// <summary>
/// The loss over two weights with all others as at the moment, and the way that the two have gone so far. The loss is that of all
/// samples where these are few, otherwise of the current iteration's.
/// </summary>
internal sealed record SurfaceModel : IPictureModel
{
    private const int MostPathPoints = 2000;

    public required string FirstName { get; init; }

    public required string SecondName { get; init; }

    public required SurfaceGrid Grid { get; init; }

    /// <summary>The two weights at the beginning of each iteration so far, and now; empty while that is not recorded.</summary>
    public required ImmutableArray<(double X, double Y)> Path { get; init; }

    /// <summary>The two weights at the moment.</summary>
    public required (double X, double Y) Now { get; init; }

    /// <summary>Whether the loss is that of all samples, not only the current iteration's.</summary>
    public required bool IsOverAll { get; init; }

    /// <summary>How many samples the loss is of.</summary>
    public required int Samples { get; init; }

    /// <summary>The loss surface over two weights.</summary>
    /// <param name="screen">The lesson at a moment.</param>
    /// <param name="weights">The weights; those of <see cref="SurfaceWeights.In"/> where null.</param>
    public static PictureOrReason<SurfaceModel> Of(StepScreen screen, SurfaceWeights? weights = null)
    {
        if (weights is null)
        {
            PictureOrReason<SurfaceWeights> found = SurfaceWeights.In(screen);
            if (found.Model is null)
            {
                return new(null, found.WhyNot);
            }

            weights = found.Model;
        }

        LossSurface surface = LossSurface.Of(screen);
        if (surface.Find(weights, screen.Moment, RangeOf(screen, weights)) is not { } grid)
        {
            return new(null, words => words.Plots.SurfaceNotReady);
        }

        (double, double) now = NowOf(screen, weights);
        return new SurfaceModel
        {
            FirstName = NameOf(weights.First),
            SecondName = NameOf(weights.Second),
            Grid = grid,
            Path = Recordings.Of(screen).PathOf(weights.First, weights.Second) is { } recorded ? PathIn(recorded, screen.Moment.Iteration, now) : [],
            Now = now,
            IsOverAll = surface.IsOverAll,
            Samples = surface.Samples,
        };

        string NameOf(Address address) => screen.Timeline.Plan.LabelOf(address).ToText(Notation.Mathematical);
    }

    /// <summary>Whether the surface is there, or so quickly computed that drawing may do it.</summary>
    public static bool IsReady(StepScreen screen, SurfaceWeights weights) =>
        Recordings.Of(screen).HasPath(weights.First, weights.Second)
        && (LossSurface.Of(screen).IsQuick || LossSurface.Of(screen).Find(weights, screen.Moment, RangeOf(screen, weights)) is not null);

    /// <summary>Records the path and computes the surface.</summary>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public static void Prepare(StepScreen screen, SurfaceWeights weights, IProgress<ReplayProgress>? progress, CancellationToken cancellation)
    {
        Recordings.Of(screen).PreparePath(weights.First, weights.Second, progress, cancellation);
        LossSurface surface = LossSurface.Of(screen);
        SurfaceRange range = RangeOf(screen, weights);
        if (surface.Find(weights, screen.Moment, range) is null)
        {
            surface.Prepare(weights, screen.Moment, range, progress, cancellation);
        }
    }

    /// <summary>Room for the whole path, so that the surface stays where it is while one steps; without a path, for the weights as they are.</summary>
    private static SurfaceRange RangeOf(StepScreen screen, SurfaceWeights weights) =>
        Recordings.Of(screen).PathOf(weights.First, weights.Second) is { } recorded
            ? SurfaceRange.Around([.. recorded.Numbers[0].Values.Zip(recorded.Numbers[1].Values)])
            : SurfaceRange.Around([NowOf(screen, weights)]);

    private static ImmutableArray<(double X, double Y)> PathIn(Recording recorded, int iteration, (double X, double Y) now)
    {
        int points = recorded.IndexOf(iteration) + 1;
        int stretch = ((points - 1) / MostPathPoints) + 1;
        return
        [
            .. Enumerable.Range(0, ((points - 1) / stretch) + 1)
                .Select(point => (recorded.Numbers[0].Values[point * stretch], recorded.Numbers[1].Values[point * stretch])),
            now,
        ];
    }

    private static (double X, double Y) NowOf(StepScreen screen, SurfaceWeights weights)
    {
        return (ValueOf(weights.First), ValueOf(weights.Second));

        double ValueOf(Address weight)
        {
            IterationTrace trace = screen.Timeline.At(screen.Moment.Iteration);
            Address next = weight with { Symbol = screen.Timeline.Plan.NextOf(screen.Timeline.Plan.SymbolOf(weight))!.Index };
            return trace[screen.Knows(next) ? next : weight];
        }
    }
}
