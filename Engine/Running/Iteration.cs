using System.Runtime.InteropServices;
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
    private const int FewestCellsToShare = 1 << 16;

    private readonly Training training;
    private readonly double[] buffer;
    private readonly ThreadSchedule schedule;
    private readonly Action<int, int> computePart;
    private readonly (int Current, int Next, int Length)[] carries;

    private readonly Share[] shares;
    private readonly (Tensor Data, int Offset, int Width)[] rowsOfData;
    private readonly int[] order;
    private int epoch;
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
        schedule = new ThreadSchedule(plan, Threads, training.RoundingOf);
        computePart = ComputePart;
        rowsOfData =
        [
            .. plan.Inputs.Zip(training.Inputs).Concat(plan.Targets.Zip(training.Targets)).Select(pair =>
                (pair.Second, plan.OffsetOf(pair.First), pair.First.Shape.Size / plan.BatchSize)),
        ];
        order = new int[training.Samples];
        carries =
        [
            .. plan.Carries.Select(carry => (plan.OffsetOf(carry.Current), plan.OffsetOf(carry.Next), carry.Current.Shape.Size)),
        ];
        shares = [.. Enumerable.Range(0, Threads).Select(thread => new Share(plan, thread, Threads))];
        Restore(training.InitialState());
    }

    /// <summary>The iteration that <see cref="Run"/> has computed last; before the training's first, the one before it.</summary>
    public int Number { get; private set; }

    /// <summary>On how many threads steps are computed.</summary>
    public int Threads { get; }

    /// <summary>The steps that are computed.</summary>
    internal Plan Plan => training.Plan;

    /// <summary>A symbol's numbers in the iteration that was computed last; they change with the next.</summary>
    internal ReadOnlySpan<double> this[Symbol symbol] => buffer.AsSpan(training.Plan.OffsetOf(symbol), symbol.Shape.Size);

    /// <summary>Gives a parameter other values than it began with.</summary>
    internal void Set(Symbol symbol, ReadOnlySpan<double> values)
    {
        values.CopyTo(buffer.AsSpan(Plan.OffsetOf(symbol)));
        if (Plan.NextOf(symbol) is { } next)
        {
            values.CopyTo(buffer.AsSpan(Plan.OffsetOf(next)));
        }
    }

    /// <summary>Gives one number of a parameter another value.</summary>
    internal void Set(Symbol symbol, int cell, double value) => buffer[training.Plan.OffsetOf(symbol) + cell] = value;

    /// <summary>Begins again with the first rows; what passes from an iteration to the next stays.</summary>
    internal void Rewind() => Number = training.FirstIteration - 1;

    /// <summary>How many numbers pass from an iteration to the next.</summary>
    internal int StateLength => carries.Sum(carry => carry.Length);

    /// <summary>All numbers of the iteration that was computed last, in place.</summary>
    internal ReadOnlySpan<double> Numbers => buffer;

    /// <summary>One number of the iteration that was computed last, by <see cref="Plan.OffsetOf(Address)"/>.</summary>
    internal double this[int offset] => buffer[offset];

    /// <summary>Which sample of the data (from 0) a row of the batch is that was computed last.</summary>
    internal int SampleOf(int row) => order[training.FirstOf(Number) + row];

    /// <summary>Computes the next iteration.</summary>
    public void Run()
    {
        Number++;
        ArrangeRows();
        if (compiled is not null)
        {
            RunCompiled(compiled);
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

        // The code knows no rounding between steps.
        if (++runs == RunsBeforeCompiling && training.Rounding is null)
        {
            compiled = StraightLine.Compile(training.Plan);
        }
    }

    /// <summary>The numbers of the iteration that was computed last, frozen.</summary>
    public IterationTrace Trace() => new(training.Plan, Number, buffer);

    /// <summary>The state after the iteration that was computed last.</summary>
    public TrainingState State()
    {
        double[] values = new double[StateLength];
        SaveState(values);
        return new TrainingState(Number, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <summary>Goes to a state, so that the next <see cref="Run"/> computes the iteration after it.</summary>
    public void Restore(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        RestoreState(state.CompletedIterations, state.Values.AsSpan());
    }

    /// <summary>Copies the state after the iteration that was computed last, or that <see cref="RestoreState"/> went to.</summary>
    internal void SaveState(Span<double> values)
    {
        foreach ((_, int next, int length) in carries)
        {
            buffer.AsSpan(next, length).CopyTo(values);
            values = values[length..];
        }
    }

    /// <summary>Goes to a state that <see cref="SaveState"/> has copied.</summary>
    internal void RestoreState(int completed, ReadOnlySpan<double> values)
    {
        foreach ((int current, int next, int length) in carries)
        {
            // An iteration begins by handing on what the one before has made; the other place is for who reads before one has been run.
            values[..length].CopyTo(buffer.AsSpan(current, length));
            values[..length].CopyTo(buffer.AsSpan(next, length));
            values = values[length..];
        }

        Number = completed;
    }

    private void ComputePart(int phase, int thread)
    {
        if (phase == 0)
        {
            for (int carry = 0; carry < carries.Length; carry++)
            {
                (int start, int length) = shares[thread].Carries[carry];
                buffer.AsSpan(carries[carry].Next + start, length).CopyTo(buffer.AsSpan(carries[carry].Current + start, length));
            }

            Load(shares[thread]);
        }

        schedule.Run(buffer, phase, thread);
    }

    private void RunCompiled(Action<double[]> code)
    {
        foreach (Share share in shares)
        {
            Load(share);
        }

        code(buffer);
    }

    private void ArrangeRows()
    {
        if (training.EpochOf(Number) is var now && now != epoch)
        {
            epoch = now;
            training.OrderOf(epoch, order);
        }
    }

    /// <summary>Puts a thread's rows of the data, and its noise, in place.</summary>
    private void Load(Share share)
    {
        ReadOnlySpan<int> rows = order.AsSpan(training.FirstOf(Number) + share.FirstRow, share.Rows);
        foreach ((Tensor data, int offset, int width) in rowsOfData)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                data.Values.Slice(rows[index] * width, width).CopyTo(buffer.AsSpan(offset + ((share.FirstRow + index) * width)));
            }
        }

        for (int source = 0; source < share.Noises.Length; source++)
        {
            NoiseSource noise = training.Plan.Noises[source];
            (int start, int length) = share.Noises[source];
            int offset = training.Plan.OffsetOf(noise.Symbol);
            for (int index = start; index < start + length; index++)
            {
                buffer[offset + index] = Noise.Uniform(noise.Seed, Number, noise.Purpose, index);
            }
        }
    }

    /// <summary>What a thread puts in place of what is given: cells of each carry and each noise, rows of the batch.</summary>
    private sealed class Share(Plan plan, int thread, int threads)
    {
        private readonly (int Start, int Length) rows = ThreadSchedule.CellsOf(new Shape(plan.BatchSize), thread, threads);

        public int FirstRow => rows.Start;

        public int Rows => rows.Length;

        public (int Start, int Length)[] Carries { get; } =
            [.. plan.Carries.Select(carry => ThreadSchedule.CellsOf(carry.Current.Shape, thread, threads))];

        public (int Start, int Length)[] Noises { get; } =
            [.. plan.Noises.Select(noise => ThreadSchedule.CellsOf(noise.Symbol.Shape, thread, threads))];
    }
}
