using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Planning;
using Engine.Time;

namespace Simulator.Screens.Stepping.Watches;

/// <summary>
/// How numbers went over all iterations of a timeline, recorded in one run for those that are watched together. A cache of what can
/// be computed again.
/// </summary>
internal sealed class WatchHistory
{
    private static readonly ConditionalWeakTable<Timeline, WatchHistory> Histories = [];

    private ImmutableDictionary<Address, RecordedCurve> curves = ImmutableDictionary<Address, RecordedCurve>.Empty;

    /// <summary>The places of the points of all curves; null before the first run.</summary>
    public Recording? Places { get; private set; }

    public static WatchHistory Of(Timeline timeline) => Histories.GetOrCreateValue(timeline);

    /// <summary>Whether all of some numbers have been recorded.</summary>
    public bool Has(ImmutableArray<Address> numbers) => numbers.All(curves.ContainsKey);

    /// <summary>How a number went; null where it has not been recorded.</summary>
    public RecordedCurve? CurveOf(Address number) => curves.GetValueOrDefault(number);

    /// <summary>What a number was in an iteration; null where that has not been recorded.</summary>
    public double? ValueIn(int iteration, Address number) => Places is { IterationsPerPoint: 1 } places && curves.TryGetValue(number, out RecordedCurve? curve)
        ? curve.Values[places.IndexOf(iteration)]
        : null;

    /// <summary>Records the numbers that have not been, in one run.</summary>
    /// <exception cref="OperationCanceledException">Going on was not wanted; what was recorded before stays.</exception>
    public void Record(Timeline timeline, ImmutableArray<Address> numbers, IProgress<ReplayProgress> progress, CancellationToken cancellation)
    {
        ImmutableArray<Address> missing = [.. numbers.Where(number => !curves.ContainsKey(number)).Distinct()];
        if (missing.IsEmpty)
        {
            return;
        }

        Recording recording = Recorder.Record(timeline, missing, progress: progress, cancellationToken: cancellation);
        curves = curves.AddRange(missing.Select((number, index) => KeyValuePair.Create(number, recording.Numbers[index])));
        Places = recording;
    }
}
