using Engine.Running;

namespace Engine.Time.Search;

/// <summary>What a watch reads at a moment of an iteration.</summary>
/// <param name="Stream">What it is compared with: the one before in the same stream. A number of the watch's own choice.</param>
/// <param name="Step">The moment's step.</param>
/// <param name="Cell">The moment's cell.</param>
/// <param name="Value">What was read; for what is so or not, 1 or 0.</param>
/// <param name="Number">The number that it was read from, of two that are compared the left one; for an answer, which it is.</param>
internal readonly record struct Reading(int Stream, int Step, int Cell, double Value, double Number);

/// <summary>A condition made ready for one training: reads numbers in place, allocates nothing.</summary>
internal abstract class Watch
{
    /// <summary>Over how many iterations the one before a reading in its stream may lie back.</summary>
    public virtual int Lookback => 1;

    /// <summary>The most readings of an iteration.</summary>
    public virtual int MostReadings => 1;

    /// <summary>Whether a reading is a value whose change counts; otherwise it is whether something is so.</summary>
    public virtual bool IsChange => true;

    /// <summary>Whether a search stops at every reading.</summary>
    public virtual bool IsAlways => false;

    /// <summary>What is known before the first iteration, read at its start; null for nothing.</summary>
    public virtual Reading? First => null;

    /// <summary>Reads what there is in the iteration that a machine has computed, in the order of moments.</summary>
    /// <returns>How many readings there are.</returns>
    public abstract int Read(Iteration machine, Span<Reading> readings);

    /// <summary>For a change, whether there is one from a reading to the next in its stream.</summary>
    public virtual bool Changes(double previous, double current) => throw new InvalidOperationException("What is so or not does not change.");

    /// <summary>Whether a search stops at a reading.</summary>
    public bool StopsAt(double? previous, double current, SearchStop stop) => IsAlways || (IsChange
        ? previous is { } before && Changes(before, current)
        : current == 1 && (stop == SearchStop.Every || previous is not 1));

    /// <summary>Whether a search must know the reading before one to know whether it stops there, or what has changed there.</summary>
    public bool DependsOnPrevious(double current, SearchStop stop) => IsChange || (current == 1 && stop == SearchStop.Beginning);

    /// <summary>Within how many iterations each sample is seen again: in the worst of orders, first in an epoch and last in the next.</summary>
    protected static int BetweenVisits(Training training) => training.IterationsPerEpoch * (training.ShuffleSeed is null ? 1 : 2);

    public static Watch Of(Condition condition, Training training)
    {
        if (condition.Sample is { } sample && (sample < 0 || sample >= training.Samples))
        {
            throw new ArgumentException($"The data have samples 0 to {training.Samples - 1}, not {sample}.", nameof(condition));
        }

        return condition switch
        {
            Condition.PredictionFlip flip => new PredictionWatch(flip, training),
            Condition.NonFinite { Quantity: null, Sample: not null } =>
                throw new ArgumentException("Any number that is not finite is looked for in all samples.", nameof(condition)),
            Condition.NonFinite { Quantity: null } any => new NonFiniteWatch(any.Kind, training.Plan),
            _ => new QuantityWatch(condition, training),
        };
    }
}
