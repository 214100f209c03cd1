using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>
/// A training as a line of moments, walked in both directions. Going back is arithmetic on the moment; the numbers of a
/// moment's iteration come from the nearest checkpoint before it and a replay, and are equal bit for bit to those of the
/// first run.
/// </summary>
/// <remarks>
/// The iteration last asked for is kept; another one costs a replay of as many iterations as lie between checkpoints.
/// Not thread-safe.
/// </remarks>
public sealed class Timeline
{
    private readonly Iteration machine;
    private readonly Checkpoints checkpoints;
    private readonly Clock clock;
    private IterationTrace? latest;

    /// <summary>A line of moments over the first iterations of a training.</summary>
    /// <param name="training">The training.</param>
    /// <param name="iterations">How many iterations there are, at least 1.</param>
    /// <param name="checkpointBytes">About how much memory checkpoints may take.</param>
    public Timeline(Training training, int iterations, long checkpointBytes = 32L << 20)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        Training = training;
        Iterations = iterations;
        machine = new Iteration(training);
        clock = new Clock(training.Plan, iterations);
        checkpoints = new Checkpoints(training.InitialState(), checkpointBytes);
    }

    /// <summary>The training.</summary>
    public Training Training { get; }

    /// <summary>The steps of every iteration.</summary>
    public Plan Plan => Training.Plan;

    /// <summary>How many iterations there are.</summary>
    public int Iterations { get; }

    /// <summary>The last moment.</summary>
    public Moment End => clock.MomentAt(clock.Length);

    /// <summary>How many numbers are computed from the start to the end.</summary>
    public long Length => clock.Length;

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

    /// <summary>All numbers of an iteration (from 1).</summary>
    public IterationTrace At(int iteration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iteration, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iteration, Iterations);
        if (latest?.Iteration == iteration)
        {
            return latest;
        }

        TrainingState nearest = checkpoints.AtOrBefore(iteration - 1);
        if (machine.Number >= iteration || machine.Number < nearest.CompletedIterations)
        {
            machine.Restore(nearest);
        }

        while (machine.Number < iteration)
        {
            machine.Run();
            if (checkpoints.Wants(machine.Number))
            {
                checkpoints.Add(machine.State());
            }
        }

        return latest = machine.Trace();
    }
}
