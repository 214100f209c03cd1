using System.Collections.Immutable;
using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>A number that two trainings compute differently.</summary>
/// <param name="Moment">When the one computes it.</param>
/// <param name="Number">Where it is in the one.</param>
/// <param name="OtherNumber">Where the number of the same name is in the other.</param>
/// <param name="Value">Its value in the one.</param>
/// <param name="OtherValue">Its value in the other.</param>
public readonly record struct Difference(Moment Moment, Address Number, Address OtherNumber, double Value, double OtherValue)
{
    /// <summary>How far the values are apart: infinitely, where one is NaN or infinite and the other is not the same.</summary>
    public double Size => SizeOf(Value, OtherValue);

    /// <summary>How far two values are apart; 0 and −0 are the same, as are all NaNs.</summary>
    internal static double SizeOf(double one, double other)
    {
        double size = Math.Abs(one - other);
        return !double.IsNaN(size) ? size : one == other || (double.IsNaN(one) && double.IsNaN(other)) ? 0 : double.PositiveInfinity;
    }
}

/// <summary>How an iteration of two trainings differs.</summary>
/// <param name="First">The first number computed that is another; null where none is.</param>
/// <param name="Largest">The number that is furthest apart, of equal ones the first; null where none is.</param>
/// <param name="Differing">How many numbers are others.</param>
/// <param name="Compared">How many numbers were compared: those that both compute.</param>
public sealed record IterationDifference(Difference? First, Difference? Largest, int Differing, int Compared);

/// <summary>
/// Two walks through time side by side: the same training with two settings, a training and its branch, full precision and by
/// hand. Numbers belong together when they have the same name in the same iteration.
/// </summary>
/// <remarks>
/// What is compared are the numbers that steps compute. What an iteration is given (data, settings, the weights that it begins with)
/// was changed by a person or was computed in the iteration before. Not thread-safe, nor are the timelines meanwhile.
/// </remarks>
public sealed class Comparison
{
    private readonly Timeline one;
    private readonly Timeline other;
    private readonly SymbolMatch match;
    private readonly SymbolMatch back;

    /// <summary>The steps of the one whose numbers the other computes too.</summary>
    private readonly ImmutableArray<Pair> pairs;

    /// <summary>Two timelines to be compared.</summary>
    /// <param name="one">The one, whose order of steps counts.</param>
    /// <param name="other">The other, of the same plan or another.</param>
    public Comparison(Timeline one, Timeline other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        (this.one, this.other) = (one, other);
        match = new SymbolMatch(one.Plan, other.Plan);
        back = new SymbolMatch(other.Plan, one.Plan);
        pairs =
        [
            .. from step in one.Plan.Steps
               let theirs = match.Of(step.Output)
               where theirs is not null && other.Plan.ProducerOf(theirs) is not null
               select new Pair(step, theirs, step.Output.Shape.Equals(theirs.Shape)),
        ];
    }

    /// <summary>The number of the same name in the other's plan; null where there is none.</summary>
    public Address? InOther(Address number) => match.Of(number);

    /// <summary>The number of the same name in the one's plan; null where there is none.</summary>
    public Address? InOne(Address otherNumber) => back.Of(otherNumber);

    /// <summary>
    /// The other's moment that belongs to one of the one's: the same number in the same iteration, or where the other does not
    /// compute it, the last before it that it does. In an iteration that the other does not have, its nearest moment.
    /// </summary>
    public Moment MomentInOther(Moment moment) => Map(one, other, match, moment);

    /// <summary>The one's moment that belongs to one of the other's; see <see cref="MomentInOther"/>.</summary>
    public Moment MomentInOne(Moment moment) => Map(other, one, back, moment);

    /// <summary>How an iteration differs, of which both have the numbers; null where one does not have it.</summary>
    /// <param name="iteration">The iteration.</param>
    /// <param name="upTo">The last of the one's moments that counts; null for the whole iteration.</param>
    public IterationDifference? In(int iteration, Moment? upTo = null)
    {
        if (!one.HasIteration(iteration) || !other.HasIteration(iteration))
        {
            return null;
        }

        (IterationTrace trace, IterationTrace otherTrace) = (one.At(iteration), other.At(iteration));
        (Difference? first, Difference? largest, double most, int differing, int compared) = (null, null, 0, 0, 0);
        foreach (Pair pair in pairs)
        {
            ReadOnlySpan<double> values = trace[pair.Step.Output][..CellsUpTo(iteration, pair.Step, upTo)];
            ReadOnlySpan<double> otherValues = otherTrace[pair.Other];
            for (int cell = 0; cell < values.Length; cell++)
            {
                if (PlaceIn(pair, cell) is not (>= 0 and var place))
                {
                    continue;
                }

                compared++;
                double size = Difference.SizeOf(values[cell], otherValues[place]);
                differing += size > 0 ? 1 : 0;
                if (size > most)
                {
                    most = size;
                    largest = pair.DifferenceAt(iteration, cell, place, values[cell], otherValues[place]);
                    first ??= largest;
                }
            }
        }

        return new IterationDifference(first, largest, differing, compared);
    }

    /// <summary>
    /// The first number of all iterations that both have that the two compute differently; null where there is none. Both are run side by
    /// side from their first common iteration.
    /// </summary>
    /// <param name="progress">Is told how many iterations have been run or compared, out of the most that there may be.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public Difference? FirstParting(IProgress<ReplayProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        int first = Math.Max(one.FirstIteration, other.FirstIteration);
        int last = Math.Min(one.Iterations, other.Iterations);
        if (ReferenceEquals(one, other) || first > last)
        {
            return null;
        }

        (Replay replay, Replay otherReplay) = (one.Replay, other.Replay);
        replay.KeepPlace();
        otherReplay.KeepPlace();
        int approach = replay.Approach(first) + otherReplay.Approach(first);
        Pace pace = replay.NewPace(approach + last - first, progress, cancellationToken);
        replay.RunTo(first, pace);
        otherReplay.RunTo(first, pace);
        while (true)
        {
            if (FirstIn(replay.Machine, otherReplay.Machine) is { } difference)
            {
                return difference;
            }

            if (replay.Machine.Number == last)
            {
                pace.Finish();
                return null;
            }

            replay.Run();
            otherReplay.Run();
            pace.Tick();
        }
    }

    private static Moment Map(Timeline from, Timeline to, SymbolMatch match, Moment moment)
    {
        if (!to.HasIteration(moment.Iteration))
        {
            return moment.Iteration < to.FirstIteration ? to.Start : to.End;
        }

        // From the moment back to a number that the other computes.
        for (int step = moment.Step; step >= 0; step--)
        {
            Symbol symbol = from.Plan.Steps[step].Output;
            for (int cell = step == moment.Step ? moment.Cell : symbol.Shape.Size - 1; cell >= 0 && match.Of(symbol) is not null; cell--)
            {
                if (match.Of(new Address(symbol.Index, cell)) is { } there && to.MomentOf(moment.Iteration, there) is { } found)
                {
                    return found;
                }
            }
        }

        return Moment.Before(moment.Iteration);
    }

    private static int CellsUpTo(int iteration, Step step, Moment? upTo)
    {
        Moment last = new(iteration, step.Index, step.Output.Shape.Size - 1);
        return upTo is not { } moment || last <= moment ? step.Output.Shape.Size
            : new Moment(iteration, step.Index, 0) > moment ? 0
            : moment.Cell + 1;
    }

    private Difference? FirstIn(Iteration machine, Iteration otherMachine)
    {
        foreach (Pair pair in pairs)
        {
            ReadOnlySpan<double> values = machine[pair.Step.Output];
            ReadOnlySpan<double> otherValues = otherMachine[pair.Other];
            for (int cell = 0; cell < values.Length; cell++)
            {
                if (PlaceIn(pair, cell) is >= 0 and var place && Difference.SizeOf(values[cell], otherValues[place]) > 0)
                {
                    return pair.DifferenceAt(machine.Number, cell, place, values[cell], otherValues[place]);
                }
            }
        }

        return null;
    }

    /// <summary>The cell of the other's symbol that has the same name; −1 where it has none.</summary>
    private int PlaceIn(Pair pair, int cell) =>
        pair.IsSameShape ? cell : match.Of(new Address(pair.Step.Output.Index, cell))?.Cell ?? -1;

    /// <summary>A step and the other's symbol of the same name.</summary>
    private sealed record Pair(Step Step, Symbol Other, bool IsSameShape)
    {
        public Difference DifferenceAt(int iteration, int cell, int place, double value, double otherValue) => new(
            new Moment(iteration, Step.Index, cell), new Address(Step.Output.Index, cell), new Address(Other.Index, place), value, otherValue);
    }
}
