using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>
/// A training as a line of moments, walked in both directions. Going back is arithmetic on the moment; the numbers of a
/// moment's iteration come from the nearest checkpoint before it and a replay, and are equal bit for bit to those of the
/// first run.
/// </summary>
/// <remarks>
/// The iteration last asked for is kept; another one costs a replay from the checkpoint before it. Checkpoints lie at equal
/// distances over the training, as small as the memory for them allows, and closer together near the iterations last asked
/// for, so that going back one by one is quick too. Not thread-safe.
/// </remarks>
public sealed class Timeline
{
    /// <summary>The default of <c>checkpointBytes</c>: 64 MiB.</summary>
    public const long DefaultCheckpointBytes = 64L << 20;

    private readonly Clock clock;
    private IterationTrace? latest;

    /// <summary>A line of moments over the first iterations of a training.</summary>
    /// <param name="training">The training.</param>
    /// <param name="iterations">How many iterations there are, at least 1.</param>
    /// <param name="checkpointBytes">
    /// How much memory checkpoints may take, which they do as they are made; there is room for two in any case.
    /// </param>
    public Timeline(Training training, int iterations, long checkpointBytes = DefaultCheckpointBytes)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        Training = training;
        Iterations = iterations;
        clock = new Clock(training.Plan, iterations, training.IterationsPerEpoch);
        Replay = new Replay(training, clock.NumbersPerIteration, checkpointBytes);
    }

    /// <summary>The training.</summary>
    public Training Training { get; }

    /// <summary>The steps of every iteration.</summary>
    public Plan Plan => Training.Plan;

    /// <summary>How many iterations there are.</summary>
    public int Iterations { get; }

    /// <summary>How much memory checkpoints take at present, in bytes.</summary>
    public long CheckpointBytes => Replay.Checkpoints.Bytes;

    /// <summary>The last moment.</summary>
    public Moment End => clock.MomentAt(clock.Length);

    /// <summary>How many numbers are computed from the start to the end.</summary>
    public long Length => clock.Length;

    /// <summary>What computes iterations; the iteration that it is at is no one's business outside.</summary>
    internal Replay Replay { get; }

    /// <summary>How many numbers have been computed at a moment: 0 at the start, <see cref="Length"/> at the end.</summary>
    public long OrdinalOf(Moment moment) => clock.OrdinalOf(moment);

    /// <summary>The moment at which as many numbers have been computed; the nearest one where there is none.</summary>
    public Moment MomentAt(long ordinal) => clock.MomentAt(ordinal);

    /// <summary>The next moment at a level; the end where there is none.</summary>
    public Moment Next(Moment moment, Level level) => clock.Next(moment, level);

    /// <summary>The previous moment at a level; the start where there is none.</summary>
    public Moment Previous(Moment moment, Level level) => clock.Previous(moment, level);

    /// <summary>The moment at which a number has just been computed; null for inputs, targets and parameters.</summary>
    public Moment? MomentOf(int iteration, Address address)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iteration, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iteration, Iterations);
        return Plan.ProducerOf(Plan.SymbolOf(address)) is { } step ? new Moment(iteration, step.Index, address.Cell) : null;
    }

    /// <summary>The number that was computed last at a moment; null at the start.</summary>
    public Address? AddressAt(Moment moment) =>
        moment.IsStart ? null : new Address(Plan.Steps[moment.Step].Output.Index, moment.Cell);

    /// <summary>Whether a number of the moment's iteration is known at the moment: given, or computed by then.</summary>
    public bool IsKnown(Moment moment, Address address) =>
        Plan.ProducerOf(Plan.SymbolOf(address)) is not { } step
        || new Moment(moment.Iteration, step.Index, address.Cell) <= moment;

    /// <summary>How many iterations must be run to see one (from 1): 0 where it was the last one asked for.</summary>
    public int RunsTo(int iteration) => latest?.Iteration == iteration ? 0 : Replay.RunsTo(iteration);

    /// <summary>All numbers of an iteration (from 1).</summary>
    public IterationTrace At(int iteration) => At(iteration, progress: null, CancellationToken.None);

    /// <summary>All numbers of an iteration, for a seek that may take long.</summary>
    /// <param name="iteration">The iteration, from 1 to <see cref="Iterations"/>.</param>
    /// <param name="progress">
    /// Is told how many iterations have been run, out of how many, after about each quarter of a million numbers and at the
    /// end. Nothing is told where nothing is run. Null for nobody.
    /// </param>
    /// <param name="cancellationToken">Is asked as often whether to go on.</param>
    /// <exception cref="OperationCanceledException">
    /// Going on was not wanted. The iteration last asked for is still kept, and everything can be asked for as before.
    /// </exception>
    public IterationTrace At(int iteration, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iteration, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iteration, Iterations);
        if (latest?.Iteration == iteration)
        {
            return latest;
        }

        if (iteration != Replay.Machine.Number + 1)
        {
            Replay.KeepPlace();
        }

        Pace pace = Replay.NewPace(Replay.Approach(iteration), progress, cancellationToken);
        Replay.RunTo(iteration, pace);
        pace.Finish();
        return latest = Replay.Machine.Trace();
    }
}
