using System.Runtime.InteropServices;

namespace Engine.Time.Search;

/// <summary>
/// Looks for the moments of a training at which a condition is met, forward and backward: at the moment found, the last of the
/// numbers that meet it has just been computed.
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
    private readonly Watch watch;
    private readonly Reading[] readings;

    /// <summary>A search for a condition.</summary>
    /// <param name="timeline">The training and how many iterations of it there are.</param>
    /// <param name="condition">What to look for.</param>
    /// <exception cref="ArgumentException">The condition names numbers or samples that the training does not have.</exception>
    public TimelineSearch(Timeline timeline, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(condition);
        this.timeline = timeline;
        Condition = condition;
        replay = timeline.Replay;
        watch = Watch.Of(condition, timeline.Training);
        readings = new Reading[watch.MostReadings];
    }

    /// <summary>What is looked for.</summary>
    public Condition Condition { get; }

    /// <summary>The first moment after another at which the condition is met; null where there is none up to the end.</summary>
    /// <param name="from">The moment to search from; its iteration is one of the timeline's.</param>
    /// <param name="stop">Whether to stop wherever the condition is met, or where it begins to be.</param>
    /// <param name="progress">Is told how many iterations have been run, out of the most that there may be.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public Moment? FindNext(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        RequireInside(from);
        int first = Math.Max(timeline.FirstIteration, from.Iteration - watch.Lookback);
        Dictionary<int, double> last = [];
        if (first == timeline.FirstIteration && watch.First is { } known)
        {
            last.Add(0, known);
        }

        replay.KeepPlace();
        Pace pace = replay.NewPace(replay.Approach(first) + timeline.Iterations - first, progress, cancellationToken);
        replay.RunTo(first, pace);
        while (true)
        {
            int iteration = replay.Machine.Number;
            foreach (Reading reading in Read())
            {
                Moment moment = new(iteration, reading.Step, reading.Cell);
                double? previous = last.TryGetValue(reading.Stream, out double before) ? before : null;
                if (moment > from && watch.StopsAt(previous, reading.Value, stop))
                {
                    return moment;
                }

                last[reading.Stream] = reading.Value;
            }

            if (iteration == timeline.Iterations)
            {
                pace.Finish();
                return null;
            }

            replay.Run();
            pace.Tick();
        }
    }

    /// <summary>
    /// The last moment before another at which the condition is met; null where there is none down to the start, which is
    /// itself a moment for what is known before the first iteration, such as a weight.
    /// </summary>
    /// <inheritdoc cref="FindNext"/>
    public Moment? FindPrevious(
        Moment from,
        SearchStop stop = SearchStop.Beginning,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        RequireInside(from);
        replay.KeepPlace();
        int start = timeline.FirstIteration - 1;
        Pace pace = replay.NewPace(from.Iteration - start, progress, cancellationToken);
        Moment? found = null;

        // The first reading of each stream after what has been searched, whose predecessor is still to be found.
        Dictionary<int, (Moment Moment, double Value)> open = [];
        int end = from.Iteration;
        while (end > start)
        {
            int begin = replay.LatestUpTo(end - 1);
            Stretch stretch = new(watch, stop, from);
            if (begin == start && watch.First is { } known)
            {
                stretch.Add(0, timeline.Start, known);
            }

            replay.Restore(begin);
            while (replay.Machine.Number < end)
            {
                replay.Run();
                foreach (Reading reading in Read())
                {
                    stretch.Add(reading.Stream, new Moment(replay.Machine.Number, reading.Step, reading.Cell), reading.Value);
                }

                pace.Tick();
            }

            found ??= stretch.Found;
            foreach ((int stream, (Moment moment, double value)) in open)
            {
                if (stretch.Last.TryGetValue(stream, out double previous))
                {
                    found = watch.StopsAt(previous, value, stop) && !(found > moment) ? moment : found;
                }
                else
                {
                    stretch.Firsts.Add(stream, (moment, value));
                }
            }

            open = stretch.Firsts.Where(first => !(first.Value.Moment <= found)).ToDictionary();
            if (found is not null && open.Count == 0)
            {
                return found;
            }

            end = begin;
        }

        // Nothing was before these.
        pace.Finish();
        return open.Values.Where(first => watch.StopsAt(null, first.Value, stop)).Select(first => (Moment?)first.Moment).Append(found).Max();
    }

    private ReadOnlySpan<Reading> Read() => readings.AsSpan(0, watch.Read(replay.Machine, readings));

    private void RequireInside(Moment from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Iteration, timeline.FirstIteration, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from.Iteration, timeline.Iterations, nameof(from));
    }

    /// <summary>What a run from one checkpoint to the next shows.</summary>
    private sealed class Stretch(Watch watch, SearchStop stop, Moment from)
    {
        public Moment? Found { get; private set; }

        public Dictionary<int, double> Last { get; } = [];

        public Dictionary<int, (Moment Moment, double Value)> Firsts { get; } = [];

        public void Add(int stream, Moment moment, double value)
        {
            if (moment >= from)
            {
                return;
            }

            ref double last = ref CollectionsMarshal.GetValueRefOrAddDefault(Last, stream, out bool isKnown);
            if (!isKnown && watch.DependsOnPrevious(value, stop))
            {
                Firsts.Add(stream, (moment, value));
            }
            else if (watch.StopsAt(isKnown ? last : null, value, stop))
            {
                Found = moment;
            }

            last = value;
        }
    }
}
