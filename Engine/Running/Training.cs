using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// A training described in full: the plan, the data and which rows each iteration sees. Holds no numbers that change;
/// <see cref="Iteration"/> runs it and <see cref="Time.Timeline"/> moves through it.
/// </summary>
/// <remarks>
/// It begins with iteration 1, or <see cref="From"/> any other; iterations, epochs, the order of the rows and noise count on from
/// there as if the iterations before had been run.
/// </remarks>
public sealed class Training
{
    private readonly TrainingState? start;

    /// <summary>A training on rows of data, in their order, as many an iteration as the plan's batch has.</summary>
    /// <param name="plan">The plan, of a network with one input and one output.</param>
    /// <param name="inputs">The data, samples × features.</param>
    /// <param name="targets">What the network should answer, samples × outputs.</param>
    /// <exception cref="ShapeException">
    /// The data do not fit the network, one of them is not among what the network chooses from by it, such as the rows of an
    /// embedding, or the number of samples is not a multiple of the batch size.
    /// </exception>
    public Training(Plan plan, Tensor inputs, Tensor targets)
        : this(plan, [inputs], [targets])
    {
    }

    /// <summary>A training on rows of data, as many an iteration as the plan's batch has.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">For each input of the network its data, samples × features.</param>
    /// <param name="targets">For each output what the network should answer, samples × outputs.</param>
    /// <param name="shuffleSeed">
    /// The seed of the order of the rows, which is another in each epoch; null where they keep their order.
    /// </param>
    /// <exception cref="ShapeException">
    /// The data do not fit the network, one of them is not among what the network chooses from by it, such as the rows of an
    /// embedding, or the number of samples is not a multiple of the batch size.
    /// </exception>
    public Training(Plan plan, ImmutableArray<Tensor> inputs, ImmutableArray<Tensor> targets, int? shuffleSeed = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RequireCount("inputs", plan.Inputs.Length, inputs.Length);
        RequireCount("targets", plan.Targets.Length, targets.Length);
        Samples = inputs[0].Shape.Rank == 0 ? 0 : inputs[0].Shape[0];
        for (int index = 0; index < inputs.Length; index++)
        {
            RequireRows("inputs", plan.Inputs[index], inputs[index]);
            RequireSamples("inputs", inputs[index]);
            RequireChoices("inputs", plan.ChoicesOf(plan.Inputs[index]), inputs[index]);
        }

        for (int index = 0; index < targets.Length; index++)
        {
            RequireRows("targets", plan.Targets[index], targets[index]);
            RequireSamples("targets", targets[index]);
            RequireChoices("targets", plan.ChoicesOf(plan.Targets[index]), targets[index]);
        }

        if (Samples == 0 || Samples % plan.BatchSize != 0)
        {
            throw new ShapeException("inputs", $"a multiple of the batch size {plan.BatchSize} as number of samples", $"{Samples}");
        }

        Plan = plan;
        Inputs = inputs;
        Targets = targets;
        ShuffleSeed = shuffleSeed;
    }

    private Training(Training original, TrainingState? start, Rounding? rounding)
    {
        Plan = original.Plan;
        Inputs = original.Inputs;
        Targets = original.Targets;
        Samples = original.Samples;
        ShuffleSeed = original.ShuffleSeed;
        Rounding = rounding;
        this.start = start;
    }

    /// <summary>The steps of an iteration.</summary>
    public Plan Plan { get; }

    /// <summary>For each input of the network its data, samples × features.</summary>
    public ImmutableArray<Tensor> Inputs { get; }

    /// <summary>For each output what the network should answer, samples × outputs.</summary>
    public ImmutableArray<Tensor> Targets { get; }

    /// <summary>The number of samples.</summary>
    public int Samples { get; }

    /// <summary>The number of iterations that see each sample once.</summary>
    public int IterationsPerEpoch => Samples / Plan.BatchSize;

    /// <summary>The seed of the order of the rows; null where they keep their order.</summary>
    public int? ShuffleSeed { get; }

    /// <summary>
    /// How each step's output is rounded as soon as it is computed, as by hand; null for full precision. What is given (data,
    /// settings, the values to begin with) stays as it is.
    /// </summary>
    public Rounding? Rounding { get; }

    /// <summary>The number of the iteration that the training begins with, at least 1.</summary>
    public int FirstIteration => (start?.CompletedIterations ?? 0) + 1;

    /// <summary>
    /// The same training begun with a state: its first iteration is the one after those that the state has completed. With a state
    /// that the training itself comes through, all iterations from there on are bit for bit the same.
    /// </summary>
    /// <param name="state">The state; none completed means other values to begin with.</param>
    /// <exception cref="ArgumentException">It has not a value for each number that passes from an iteration to the next.</exception>
    public Training From(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegative(state.CompletedIterations, nameof(state));
        int length = Plan.Carries.Sum(carry => carry.Current.Shape.Size);
        return state.Values.Length == length
            ? new Training(this, state, Rounding)
            : throw new ArgumentException($"The state has {state.Values.Length} values; the plan hands on {length}.", nameof(state));
    }

    /// <summary>
    /// The state in which this training goes on from another's: what has the same name and shape is taken over, the rest begins as
    /// this training does. Where nothing is completed yet, only what was given other values than the other plan's own.
    /// </summary>
    /// <param name="original">The other training.</param>
    /// <param name="state">A state that it comes through.</param>
    /// <param name="withSlots">
    /// Whether an optimizer's slots are taken over too: only if both have the same kind of optimizer, since slots of one name may be
    /// different things.
    /// </param>
    public TrainingState Continue(Training original, TrainingState state, bool withSlots)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(state);
        double[] values = [.. InitialState().Values];
        foreach ((int from, Symbol symbol, Symbol own) in TrainingState.Places(original.Plan, Plan))
        {
            // What the update declares comes after the loss.
            if (!PlaceOf(own, out int to) || (!withSlots && own.Index > Plan.Loss.Index))
            {
                continue;
            }

            ReadOnlySpan<double> given = original.Plan.InitialValuesOf(symbol)!.Values;
            for (int cell = 0; cell < given.Length; cell++)
            {
                double value = state.Values[from + cell];
                values[to + cell] = state.CompletedIterations > 0 || !value.Equals(given[cell]) ? value : values[to + cell];
            }
        }

        return new TrainingState(state.CompletedIterations, [.. values]);
    }

    /// <summary>Where in a state a number is; false for one that does not pass from an iteration to the next.</summary>
    public bool PlaceOf(Address address, out int place)
    {
        bool isThere = PlaceOf(Plan.SymbolOf(address), out place);
        place += address.Cell;
        return isThere;
    }

    /// <summary>The same training with its numbers rounded after each step; null for full precision.</summary>
    public Training With(Rounding? rounding) => new(this, start, rounding);

    /// <summary>
    /// How a step's output is rounded; null where it is not. Places and counts are not numbers that a person would round, not even
    /// to few digits.
    /// </summary>
    public Rounding? RoundingOf(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        bool isCount = step.Inputs is [{ Role: SymbolRole.State } counted] && Plan.NextOf(counted) == step.Output;
        return isCount || step.Operation.GivesPlaces ? null : Rounding;
    }

    /// <summary>The state before the first iteration: the one begun with, or else the plan's initial values.</summary>
    public TrainingState InitialState() =>
        start ?? new(0, [.. Plan.Carries.SelectMany(carry => Plan.InitialValuesOf(carry.Current)!.Values.ToArray())]);

    /// <summary>A symbol's values before the first iteration; none for those that an iteration computes and for data.</summary>
    public ReadOnlySpan<double> InitialValuesOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (start is not null && PlaceOf(symbol, out int place))
        {
            return start.Values.AsSpan().Slice(place, symbol.Shape.Size);
        }

        return Plan.InitialValuesOf(symbol) is { } values ? values.Values : [];
    }

    /// <summary>The epoch of an iteration, both counted from 1.</summary>
    public int EpochOf(int iteration) => ((iteration - 1) / IterationsPerEpoch) + 1;

    /// <summary>The rows that an iteration (from 1) sees, in their order; rows count from 0.</summary>
    public ImmutableArray<int> RowsOf(int iteration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iteration, 1);
        int[] order = new int[Samples];
        OrderOf(EpochOf(iteration), order);
        return [.. order.AsSpan(FirstOf(iteration), Plan.BatchSize)];
    }

    /// <summary>The order of the rows in an epoch (from 1).</summary>
    internal void OrderOf(int epoch, Span<int> order)
    {
        if (ShuffleSeed is { } seed)
        {
            Noise.Shuffle(order, seed, epoch, purpose: 0);
            return;
        }

        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }
    }

    /// <summary>Where in the epoch's order the rows of an iteration (from 1) begin.</summary>
    internal int FirstOf(int iteration) => (iteration - 1) % IterationsPerEpoch * Plan.BatchSize;

    private bool PlaceOf(Symbol symbol, out int place)
    {
        place = 0;
        foreach (Carry carry in Plan.Carries)
        {
            if (carry.Current == symbol)
            {
                return true;
            }

            place += carry.Current.Shape.Size;
        }

        return false;
    }

    private static void RequireCount(string what, int expected, int found)
    {
        if (expected != found)
        {
            throw new ShapeException(what, $"{expected} tensors, one for each of the network's {what}", $"{found}");
        }
    }

    private static void RequireRows(string what, Symbol symbol, Tensor data)
    {
        Shape row = symbol.Shape.WithoutFirst();
        if (data.Shape.Rank == 0 || !data.Shape.WithoutFirst().Equals(row))
        {
            throw new ShapeException(what, $"rows of {row} numbers", data.Shape.Rank == 0 ? "a single number" : $"rows of {data.Shape.WithoutFirst()}");
        }
    }

    private static void RequireChoices(string what, ImmutableArray<int?> choices, Tensor data)
    {
        for (int cell = 0; cell < data.Shape.Size && !choices.IsEmpty; cell++)
        {
            if (choices[cell % choices.Length] is { } below && Formulas.Expression.Selection.PlaceOf(data[cell], below) is null)
            {
                string where = $"{what}, row {(cell / choices.Length) + 1}, number {(cell % choices.Length) + 1}";
                throw new ShapeException(where, $"a whole number from 0 to {below - 1}", Formulas.NumberText.Short(data[cell]));
            }
        }
    }

    private void RequireSamples(string what, Tensor data)
    {
        if (data.Shape[0] != Samples)
        {
            throw new ShapeException(what, $"{Samples} rows, one for each row of inputs", $"{data.Shape[0]}");
        }
    }
}
