using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// Runs a training, one iteration after the other, in one buffer that is laid out once: nothing is allocated while it runs.
/// Not thread-safe.
/// </summary>
/// <remarks>
/// A large plan is computed on two threads unless told otherwise. The numbers are the same, bit for bit, with any number of
/// threads.
/// </remarks>
public sealed class Iteration
{
    /// <summary>After so many iterations a small plan is worth compiling as a whole.</summary>
    private const int RunsBeforeCompiling = 200;

    /// <summary>An iteration of fewer numbers is over sooner than a second thread has got to work.</summary>
    private const int FewestCellsToShare = 1 << 15;

    private readonly Training training;
    private readonly double[] buffer;
    private readonly Schedule schedule;
    private readonly (int Current, int Next, Shape Shape)[] carries;
    private readonly Action<int, int> computePart;

    private Action<double[]>? compiled;
    private int runs;

    /// <summary>A training at its beginning.</summary>
    /// <param name="training">The training.</param>
    /// <param name="threads">On how many threads steps are computed, at least 1; null for what suits the plan's size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is less than 1.</exception>
    public Iteration(Training training, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        this.training = training;
        Plan plan = training.Plan;
        buffer = new double[plan.BufferLength];
        foreach (Symbol symbol in plan.Symbols)
        {
            plan.InitialValuesOf(symbol)?.Values.CopyTo(buffer.AsSpan(plan.OffsetOf(symbol)));
        }

        Threads = threads ?? (plan.BufferLength < FewestCellsToShare ? 1 : 2);
        schedule = new Schedule(plan, Threads);
        computePart = ComputePart;
        carries =
        [
            .. plan.Carries.Select(carry => (plan.OffsetOf(carry.Current), plan.OffsetOf(carry.Next), carry.Current.Shape)),
        ];
    }

    /// <summary>The iteration that <see cref="Run"/> has computed last; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>On how many threads steps are computed.</summary>
    public int Threads { get; }

    /// <summary>Computes the next iteration.</summary>
    public void Run()
    {
        Number++;
        if (compiled is not null)
        {
            PutInPlace(0, 1);
            compiled(buffer);
            return;
        }

        if (Threads > 1)
        {
            Team.Of(Threads).Run(schedule.Phases, computePart);
        }
        else
        {
            for (int phase = 0; phase < schedule.Phases; phase++)
            {
                ComputePart(phase, 0);
            }
        }

        if (++runs == RunsBeforeCompiling)
        {
            compiled = StraightLine.Compile(training.Plan);
        }
    }

    /// <summary>The numbers of the iteration that was computed last, frozen.</summary>
    public IterationTrace Trace() => new(training.Plan, Number, buffer);

    /// <summary>The state after the iteration that was computed last.</summary>
    public TrainingState State()
    {
        if (Number == 0)
        {
            return training.InitialState();
        }

        var values = ImmutableArray.CreateBuilder<double>(carries.Sum(carry => carry.Shape.Size));
        foreach ((_, int next, Shape shape) in carries)
        {
            values.AddRange(buffer.AsSpan(next, shape.Size));
        }

        return new TrainingState(Number, values.MoveToImmutable());
    }

    /// <summary>Goes to a state, so that the next <see cref="Run"/> computes the iteration after it.</summary>
    public void Restore(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ReadOnlySpan<double> values = state.Values.AsSpan();
        foreach ((int current, int next, Shape shape) in carries)
        {
            // Both places, because what is current depends on whether an iteration has been run before.
            values[..shape.Size].CopyTo(buffer.AsSpan(current, shape.Size));
            values[..shape.Size].CopyTo(buffer.AsSpan(next, shape.Size));
            values = values[shape.Size..];
        }

        Number = state.CompletedIterations;
    }

    private void ComputePart(int phase, int thread)
    {
        if (phase == 0)
        {
            PutInPlace(thread, Threads);
        }

        schedule.Run(buffer, phase, thread);
    }

    /// <summary>Puts a thread's rows of what an iteration begins with in place: the parameters and the data.</summary>
    private void PutInPlace(int thread, int threads)
    {
        // Before the first iteration the parameters are where they belong.
        for (int index = 0; Number > 1 && index < carries.Length; index++)
        {
            (int current, int next, Shape shape) = carries[index];
            (int start, int length) = Schedule.CellsOf(shape, thread, threads);
            buffer.AsSpan(next + start, length).CopyTo(buffer.AsSpan(current + start, length));
        }

        Load(training.Plan.Input, training.Inputs, thread, threads);
        Load(training.Plan.Target, training.Targets, thread, threads);
    }

    private void Load(Symbol symbol, Tensor data, int thread, int threads)
    {
        int width = symbol.Shape.Size / symbol.Shape[0];
        (int start, int length) = Schedule.CellsOf(symbol.Shape, thread, threads);
        data.Values.Slice((training.FirstRowOf(Number) * width) + start, length)
            .CopyTo(buffer.AsSpan(training.Plan.OffsetOf(symbol) + start, length));
    }
}
