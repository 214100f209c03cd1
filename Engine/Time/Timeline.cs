using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>
/// A training as a line of moments, walked in both directions. Going back is arithmetic on the moment; the numbers of a
/// moment's iteration come from the nearest checkpoint before it and a replay, and are equal bit for bit to those of the
/// first run.
/// </summary>
/// <remarks>
/// The iterations last asked for are kept, at least two of them; another one costs a replay from the checkpoint before it. Checkpoints lie at equal
/// distances over the training, as small as the memory for them allows, and closer together near the iterations last asked
/// for, so that going back one by one is quick too. Not thread-safe.
/// </remarks>
public sealed class Timeline
{
    /// <summary>The default of <c>checkpointBytes</c>: 64 MiB.</summary>
    public const long DefaultCheckpointBytes = 64L << 20;

    private const int MostRecent = 8;
    private const long MostRecentNumbers = 1 << 22;

    private readonly Clock clock;

    /// <summary>The iterations last asked for, the latest first: what changes from one to the next is looked at together.</summary>
    private readonly List<IterationTrace> recent = [];

    /// <summary>A line of moments over the first iterations of a training.</summary>
    /// <param name="training">The training.</param>
    /// <param name="iterations">The number of the last iteration, at least that of the training's first.</param>
    /// <param name="checkpointBytes">
    /// How much memory checkpoints may take, which they do as they are made; there is room for two in any case.
    /// </param>
    public Timeline(Training training, int iterations, long checkpointBytes = DefaultCheckpointBytes)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, training.FirstIteration);
        Training = training;
        Iterations = iterations;
        clock = new Clock(training.Plan, FirstIteration, iterations, training.IterationsPerEpoch);
        Replay = new Replay(training, clock.NumbersPerIteration, checkpointBytes);
    }

    /// <summary>The training.</summary>
    public Training Training { get; }

    /// <summary>The steps of every iteration.</summary>
    public Plan Plan => Training.Plan;

    /// <summary>The number of the first iteration: 1, or where the training begins.</summary>
    public int FirstIteration => Training.FirstIteration;

    /// <summary>The number of the last iteration; how many there are, where the first is 1.</summary>
    public int Iterations { get; }

    /// <summary>How many numbers an iteration computes.</summary>
    public int NumbersPerIteration => clock.NumbersPerIteration;

    /// <summary>How much memory checkpoints take at present, in bytes.</summary>
    public long CheckpointBytes => Replay.Checkpoints.Bytes;

    /// <summary>The first moment: nothing of the first iteration has been computed.</summary>
    public Moment Start => Moment.Before(FirstIteration);

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
        RequireInside(iteration);
        return Plan.ProducerOf(Plan.SymbolOf(address)) is { } step ? new Moment(iteration, step.Index, address.Cell) : null;
    }

    /// <summary>The number that was computed last at a moment; null at the start.</summary>
    public Address? AddressAt(Moment moment) =>
        moment.IsStart ? null : new Address(Plan.Steps[moment.Step].Output.Index, moment.Cell);

    /// <summary>Whether a number of the moment's iteration is known at the moment: given, or computed by then.</summary>
    public bool IsKnown(Moment moment, Address address) =>
        Plan.ProducerOf(Plan.SymbolOf(address)) is not { } step
        || new Moment(moment.Iteration, step.Index, address.Cell) <= moment;

    /// <summary>Whether there is an iteration of this number.</summary>
    public bool HasIteration(int iteration) => iteration >= FirstIteration && iteration <= Iterations;

    /// <summary>How many iterations must be run to see one (from 1): 0 where it was asked for lately.</summary>
    public int RunsTo(int iteration) => recent.Exists(trace => trace.Iteration == iteration) ? 0 : Replay.RunsTo(iteration);

    /// <summary>All numbers of an iteration (from 1).</summary>
    public IterationTrace At(int iteration) => At(iteration, progress: null, CancellationToken.None);

    /// <summary>All numbers of an iteration, for a seek that may take long.</summary>
    /// <param name="iteration">The iteration, from <see cref="FirstIteration"/> to <see cref="Iterations"/>.</param>
    /// <param name="progress">
    /// Is told how many iterations have been run, out of how many, after about each quarter of a million numbers and at the
    /// end. Nothing is told where nothing is run. Null for nobody.
    /// </param>
    /// <param name="cancellationToken">Is asked as often whether to go on.</param>
    /// <exception cref="OperationCanceledException">
    /// Going on was not wanted. The iterations last asked for are still kept, and everything can be asked for as before.
    /// </exception>
    public IterationTrace At(int iteration, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        RequireInside(iteration);
        if (recent.FindIndex(trace => trace.Iteration == iteration) is >= 0 and var index)
        {
            IterationTrace known = recent[index];
            recent.RemoveAt(index);
            return Keep(known);
        }

        if (iteration != Replay.Machine.Number + 1)
        {
            Replay.KeepPlace();
        }

        Pace pace = Replay.NewPace(Replay.Approach(iteration), progress, cancellationToken);
        Replay.RunTo(iteration, pace);
        pace.Finish();
        return Keep(Replay.Machine.Trace());
    }

    /// <summary>The state that an iteration begins with, from which a branch may be trained; see <see cref="Training.From"/>.</summary>
    /// <inheritdoc cref="At(int, IProgress{ReplayProgress}, CancellationToken)"/>
    public TrainingState StateBefore(int iteration, IProgress<ReplayProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        IterationTrace trace = At(iteration, progress, cancellationToken);
        return new TrainingState(iteration - 1, [.. Plan.Carries.SelectMany(carry => trace[carry.Current].ToArray())]);
    }

    private IterationTrace Keep(IterationTrace trace)
    {
        recent.Insert(0, trace);
        if (recent.Count > MostRecent || (recent.Count > 2 && (long)recent.Count * Plan.BufferLength > MostRecentNumbers))
        {
            recent.RemoveAt(recent.Count - 1);
        }

        return trace;
    }

    private void RequireInside(int iteration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iteration, FirstIteration);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iteration, Iterations);
    }
}
