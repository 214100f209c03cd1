using Engine.Planning;

namespace Engine.Time;

/// <summary>
/// Moments as numbers: how many cells have been computed so far. A level's stops are the ends of its units; going on is the
/// next stop after the moment, going back the last one before it, so that forward then back returns to the same stop.
/// </summary>
internal sealed class Clock
{
    /// <summary>For each step, how many cells of the iteration have been computed when it begins; the last is all.</summary>
    private readonly int[] starts;
    private readonly int[] phaseEnds;
    private readonly int first;
    private readonly int iterations;
    private readonly int iterationsPerEpoch;

    /// <param name="plan">The steps of an iteration.</param>
    /// <param name="first">The number of the first iteration.</param>
    /// <param name="last">The number of the last.</param>
    /// <param name="iterationsPerEpoch">How many iterations an epoch has; epochs are counted from iteration 1.</param>
    public Clock(Plan plan, int first, int last, int iterationsPerEpoch)
    {
        this.first = first;
        this.iterationsPerEpoch = iterationsPerEpoch;
        iterations = last - first + 1;
        starts = new int[plan.Steps.Length + 1];
        for (int index = 0; index < plan.Steps.Length; index++)
        {
            starts[index + 1] = checked(starts[index] + plan.Steps[index].Output.Shape.Size);
        }

        phaseEnds =
        [
            .. plan.Steps
                .Where(step => step.Index == plan.Steps.Length - 1 || plan.Steps[step.Index + 1].Phase != step.Phase)
                .Select(step => starts[step.Index + 1]),
        ];
    }

    public long Length => (long)NumbersPerIteration * iterations;

    /// <summary>How many numbers an iteration computes.</summary>
    public int NumbersPerIteration => starts[^1];

    private long NumbersPerEpoch => (long)NumbersPerIteration * iterationsPerEpoch;

    /// <summary>How many numbers iterations before the first would have computed.</summary>
    private long Before => (long)(first - 1) * NumbersPerIteration;

    public long OrdinalOf(Moment moment) =>
        ((long)(moment.Iteration - first) * NumbersPerIteration) + (moment.IsStart ? 0 : starts[moment.Step] + moment.Cell + 1);

    public Moment MomentAt(long ordinal)
    {
        if (ordinal <= 0 || NumbersPerIteration == 0)
        {
            return Moment.Before(first);
        }

        ordinal = Math.Min(ordinal, Length);
        int iteration = (int)((ordinal - 1) / NumbersPerIteration);
        int cell = (int)((ordinal - 1) % NumbersPerIteration);
        int step = StepAt(cell);
        return new Moment(first + iteration, step, cell - starts[step]);
    }

    public Moment Next(Moment moment, Level level)
    {
        (long begin, int within) = Split(OrdinalOf(moment));
        if (level == Level.Epoch)
        {
            return MomentAt(((((OrdinalOf(moment) + Before) / NumbersPerEpoch) + 1) * NumbersPerEpoch) - Before);
        }

        if (within == NumbersPerIteration)
        {
            (begin, within) = (begin + NumbersPerIteration, 0);
        }

        int next = level switch
        {
            Level.Cell => within + 1,
            Level.Operation => starts.First(start => start > within),
            Level.Phase => phaseEnds.First(end => end > within),
            _ => NumbersPerIteration,
        };
        return MomentAt(begin + next);
    }

    public Moment Previous(Moment moment, Level level)
    {
        if (level == Level.Epoch)
        {
            return MomentAt(((OrdinalOf(moment) + Before - 1) / NumbersPerEpoch * NumbersPerEpoch) - Before);
        }

        (long begin, int within) = Split(OrdinalOf(moment));
        int previous = level switch
        {
            Level.Cell => within - 1,
            Level.Operation => starts.Last(start => start < within || start == 0),
            Level.Phase => phaseEnds.LastOrDefault(end => end < within),
            _ => 0,
        };
        return MomentAt(begin + previous);
    }

    /// <summary>How much was computed before the moment's iteration and, from 1 to all, within it; 0 only at the start.</summary>
    private (long Begin, int Within) Split(long ordinal)
    {
        if (ordinal <= 0)
        {
            return (0, 0);
        }

        long begin = (ordinal - 1) / NumbersPerIteration * NumbersPerIteration;
        return (begin, (int)(ordinal - begin));
    }

    private int StepAt(int cell)
    {
        int found = Array.BinarySearch(starts, cell);
        if (found < 0)
        {
            return ~found - 1;
        }

        // An empty step begins where the next one does.
        while (starts[found + 1] == cell)
        {
            found++;
        }

        return found;
    }
}
