using System.Runtime.InteropServices;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// Runs a training, one iteration after the other, in one buffer that is laid out once: nothing is allocated while it runs.
/// Not thread-safe.
/// </summary>
public sealed class Iteration
{
    /// <summary>After so many iterations a small plan is worth compiling as a whole.</summary>
    private const int RunsBeforeCompiling = 200;

    private readonly Training training;
    private readonly double[] buffer;
    private readonly Prepared[] steps;
    private readonly (int Current, int Next, int Length)[] carries;

    private readonly (Tensor Data, int Offset, int Width)[] rowsOfData;
    private readonly int[] order;
    private int epoch;
    private Action<double[]>? compiled;
    private int runs;

    /// <summary>A training at its beginning.</summary>
    public Iteration(Training training)
    {
        ArgumentNullException.ThrowIfNull(training);
        this.training = training;
        Plan plan = training.Plan;
        buffer = new double[plan.BufferLength];
        foreach (Symbol symbol in plan.Symbols)
        {
            plan.InitialValuesOf(symbol)?.Values.CopyTo(buffer.AsSpan(plan.OffsetOf(symbol)));
        }

        steps =
        [
            .. plan.Steps.Select(step => new Prepared(
                step.Operation,
                [.. step.Inputs.Select(plan.OffsetOf)],
                [.. step.Inputs.Select(input => input.Shape)],
                plan.OffsetOf(step.Output),
                step.Output.Shape.Size,
                step.Operation.LayoutOf([.. step.Inputs.Select(input => input.Shape)]))),
        ];
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
    }

    /// <summary>The iteration that <see cref="Run"/> has computed last; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>The steps that are computed.</summary>
    internal Plan Plan => training.Plan;

    /// <summary>A symbol's numbers in the iteration that was computed last; they change with the next.</summary>
    internal ReadOnlySpan<double> this[Symbol symbol] => buffer.AsSpan(training.Plan.OffsetOf(symbol), symbol.Shape.Size);

    /// <summary>Gives a parameter other values than it began with.</summary>
    internal void Set(Symbol symbol, ReadOnlySpan<double> values) => values.CopyTo(buffer.AsSpan(training.Plan.OffsetOf(symbol)));

    /// <summary>Begins again with the first rows; what passes from an iteration to the next stays.</summary>
    internal void Rewind() => Number = 0;

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
        if (Number > 0)
        {
            foreach ((int current, int next, int length) in carries)
            {
                buffer.AsSpan(next, length).CopyTo(buffer.AsSpan(current, length));
            }
        }

        Number++;
        LoadRows();
        if (compiled is not null)
        {
            compiled(buffer);
            return;
        }

        foreach (Prepared step in steps)
        {
            step.Operation.Compute(
                new Operands(buffer, step.InputOffsets, step.InputShapes, step.OutputOffset, step.Layout),
                buffer.AsSpan(step.OutputOffset, step.OutputSize));
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
            // Both places, because what is current depends on whether an iteration has been run before.
            values[..length].CopyTo(buffer.AsSpan(current, length));
            values[..length].CopyTo(buffer.AsSpan(next, length));
            values = values[length..];
        }

        Number = completed;
    }

    private void LoadRows()
    {
        if (training.EpochOf(Number) is var now && now != epoch)
        {
            epoch = now;
            training.OrderOf(epoch, order);
        }

        ReadOnlySpan<int> rows = order.AsSpan(training.FirstOf(Number), training.Plan.BatchSize);
        foreach ((Tensor data, int offset, int width) in rowsOfData)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                data.Values.Slice(rows[index] * width, width).CopyTo(buffer.AsSpan(offset + (index * width)));
            }
        }

        foreach (NoiseSource noise in training.Plan.Noises)
        {
            int offset = training.Plan.OffsetOf(noise.Symbol);
            for (int index = 0; index < noise.Symbol.Shape.Size; index++)
            {
                buffer[offset + index] = Noise.Uniform(noise.Seed, Number, noise.Purpose, index);
            }
        }
    }

    private sealed record Prepared(
        Operation Operation, int[] InputOffsets, Shape[] InputShapes, int OutputOffset, int OutputSize, Broadcasting? Layout);
}
