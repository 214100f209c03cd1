using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Engine.Time.Search;

/// <summary>
/// Looks for the moments of a training at which a condition is met, or any of several, forward and backward: at the moment found,
/// the last of the numbers that meet it has just been computed.
/// </summary>
/// <remarks>
/// <para>
/// Searching forward runs the iterations after the moment until one is found. Searching backward runs the iterations before it, checkpoint by
/// checkpoint: the stretch from the last checkpoint forward, then the one before, and so on until one is found. Either way
/// no iteration is run twice, but for those of a stretch that must be begun at a checkpoint or with the iteration before.
/// </para>
/// <para>
/// The numbers are read where they are computed; no traces are made. The timeline's checkpoints are used and added to; the
/// iteration last asked for is kept, also when a search is given up. Not thread-safe, nor is the timeline meanwhile.
/// </para>
/// </remarks>
public sealed class TimelineSearch
{
    private readonly Timeline timeline;
    private readonly Replay replay;
    private readonly Watch[] watches;
    private readonly Reading[] readings;

    /// <summary>A search for conditions.</summary>
    /// <param name="timeline">The training and how many iterations of it there are.</param>
    /// <param name="conditions">What to look for: whichever is met first on the way. They are looked for in one run.</param>
    /// <exception cref="ArgumentException">A condition names numbers or samples that the training does not have.</exception>
    public TimelineSearch(Timeline timeline, params IReadOnlyList<Condition> conditions)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(conditions);
        this.timeline = timeline;
        Conditions = [.. conditions];
        replay = timeline.Replay;
        watches = [.. conditions.Select(condition => Watch.Of(condition, timeline.Training))];
        readings = new Reading[watches.Select(watch => watch.MostReadings).DefaultIfEmpty().Max()];
    }

    /// <summary>What is looked for.</summary>
    public ImmutableArray<Condition> Conditions { get; }

    /// <summary>The first moment after another at which a condition is met; null where there is none up to the end.</summary>
    /// <inheritdoc cref="NextHit"/>
    public Moment? FindNext(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default) => NextHit(from, stop, progress, cancellationToken)?.Moment;

    /// <summary>
    /// The last moment before another at which a condition is met; null where there is none down to the start, which is
    /// itself a moment for what is known before the first iteration, such as a weight.
    /// </summary>
    /// <inheritdoc cref="NextHit"/>
    public Moment? FindPrevious(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default) => PreviousHit(from, stop, progress, cancellationToken)?.Moment;

    /// <summary>What is met first after a moment; null where there is nothing up to the end.</summary>
    /// <param name="from">The moment to search from; its iteration is one of the timeline's.</param>
    /// <param name="stop">Whether to stop wherever a condition is met, or where it begins to be.</param>
    /// <param name="progress">Is told how many iterations have been run, out of the most that there may be.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public SearchHit? NextHit(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        RequireInside(from);
        if (watches.Length == 0)
        {
            return null;
        }

        int first = Math.Max(timeline.FirstIteration, from.Iteration - watches.Max(watch => watch.Lookback));
        var last = new Dictionary<int, Reading>[watches.Length];
        for (int index = 0; index < watches.Length; index++)
        {
            last[index] = [];
            if (first == timeline.FirstIteration && watches[index].First is { } known)
            {
                last[index].Add(known.Stream, known);
            }
        }

        replay.KeepPlace();
        Pace pace = replay.NewPace(replay.Approach(first) + timeline.Iterations - first, progress, cancellationToken);
        replay.RunTo(first, pace);
        while (true)
        {
            SearchHit? hit = null;
            for (int index = 0; index < watches.Length; index++)
            {
                SearchHit? other = FirstHit(index, last[index], from, stop);
                hit = hit is null || other?.Moment < hit.Value.Moment ? other : hit;
            }

            if (hit is not null)
            {
                return hit;
            }

            if (replay.Machine.Number == timeline.Iterations)
            {
                pace.Finish();
                return null;
            }

            replay.Run();
            pace.Tick();
        }
    }

    /// <summary>What is met last before a moment; null where there is nothing down to the start.</summary>
    /// <inheritdoc cref="NextHit"/>
    public SearchHit? PreviousHit(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        RequireInside(from);
        if (watches.Length == 0)
        {
            return null;
        }

        replay.KeepPlace();
        int start = timeline.FirstIteration - 1;
        Pace pace = replay.NewPace(from.Iteration - start, progress, cancellationToken);
        SearchHit? found = null;

        // Of each condition the first reading of each stream after what has been searched, whose predecessor is still to be found.
        Dictionary<int, (Moment Moment, Reading Reading)>[] open = [.. watches.Select(_ => new Dictionary<int, (Moment, Reading)>())];
        int end = from.Iteration;
        while (end > start)
        {
            int begin = replay.LatestUpTo(end - 1);
            Stretch[] stretches = [.. watches.Select((watch, index) => new Stretch(watch, index, stop, from))];
            Run(stretches, begin, end, pace);
            for (int index = 0; index < watches.Length; index++)
            {
                found = Later(found, stretches[index].Found);
                foreach ((int stream, (Moment moment, Reading reading)) in open[index])
                {
                    if (!stretches[index].Last.TryGetValue(stream, out Reading previous))
                    {
                        stretches[index].Firsts.Add(stream, (moment, reading));
                    }
                    else if (watches[index].StopsAt(previous.Value, reading.Value, stop))
                    {
                        found = Later(found, new SearchHit(moment, index, previous.Number, reading.Number));
                    }
                }
            }

            for (int index = 0; index < watches.Length; index++)
            {
                open[index] = stretches[index].Firsts.Where(first => IsLater((first.Value.Moment, index), found)).ToDictionary();
            }

            if (found is not null && open.All(streams => streams.Count == 0))
            {
                return found;
            }

            end = begin;
        }

        // Nothing was before these.
        pace.Finish();
        for (int index = 0; index < watches.Length; index++)
        {
            foreach ((Moment moment, Reading reading) in open[index].Values.Where(first => watches[index].StopsAt(null, first.Reading.Value, stop)))
            {
                found = Later(found, new SearchHit(moment, index, null, reading.Number));
            }
        }

        return found;
    }

    private static SearchHit? Later(SearchHit? one, SearchHit? other) =>
        other is { } hit && IsLater((hit.Moment, hit.Condition), one) ? other : one;

    /// <summary>Whether a moment of a condition comes before all that has been found, seen from where a search backward began.</summary>
    private static bool IsLater((Moment Moment, int Condition) one, SearchHit? found) =>
        found is not { } hit || one.Moment > hit.Moment || (one.Moment == hit.Moment && one.Condition < hit.Condition);

    /// <summary>The first hit after a moment in the iteration that the machine holds, and what is read up to it.</summary>
    private SearchHit? FirstHit(int condition, Dictionary<int, Reading> last, Moment from, SearchStop stop)
    {
        Watch watch = watches[condition];
        foreach (Reading reading in Read(watch))
        {
            Moment moment = new(replay.Machine.Number, reading.Step, reading.Cell);
            Reading? previous = last.TryGetValue(reading.Stream, out Reading before) ? before : null;
            if (moment > from && watch.StopsAt(previous?.Value, reading.Value, stop))
            {
                return new SearchHit(moment, condition, previous?.Number, reading.Number);
            }

            last[reading.Stream] = reading;
        }

        return null;
    }

    /// <summary>Runs from a checkpoint to an iteration and shows the stretches what there is to read.</summary>
    private void Run(Stretch[] stretches, int begin, int end, Pace pace)
    {
        foreach (Stretch stretch in stretches)
        {
            if (begin == timeline.FirstIteration - 1 && stretch.Watch.First is { } known)
            {
                stretch.Add(timeline.Start, known);
            }
        }

        replay.Restore(begin);
        while (replay.Machine.Number < end)
        {
            replay.Run();
            foreach (Stretch stretch in stretches)
            {
                foreach (Reading reading in Read(stretch.Watch))
                {
                    stretch.Add(new Moment(replay.Machine.Number, reading.Step, reading.Cell), reading);
                }
            }

            pace.Tick();
        }
    }

    private ReadOnlySpan<Reading> Read(Watch watch) => readings.AsSpan(0, watch.Read(replay.Machine, readings));

    private void RequireInside(Moment from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Iteration, timeline.FirstIteration, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from.Iteration, timeline.Iterations, nameof(from));
    }

    /// <summary>What a run from one checkpoint to the next shows of a condition.</summary>
    private sealed class Stretch(Watch watch, int condition, SearchStop stop, Moment from)
    {
        public Watch Watch => watch;

        public SearchHit? Found { get; private set; }

        public Dictionary<int, Reading> Last { get; } = [];

        public Dictionary<int, (Moment Moment, Reading Reading)> Firsts { get; } = [];

        public void Add(Moment moment, Reading reading)
        {
            if (moment >= from)
            {
                return;
            }

            ref Reading last = ref CollectionsMarshal.GetValueRefOrAddDefault(Last, reading.Stream, out bool isKnown);
            if (!isKnown && watch.DependsOnPrevious(reading.Value, stop))
            {
                Firsts.Add(reading.Stream, (moment, reading));
            }
            else if (watch.StopsAt(isKnown ? last.Value : null, reading.Value, stop))
            {
                Found = new SearchHit(moment, condition, isKnown ? last.Number : null, reading.Number);
            }

            last = reading;
        }
    }
}
