using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Simulator.Resources;
using Simulator.Screens.Stepping.Lanes;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One number in both lanes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Left">Its value in the lane we are in; null while it is not computed.</param>
/// <param name="Right">Its value in the other lane; null while it is not computed, and where there is no such number.</param>
/// <param name="Difference">The other value minus this one; null where one of them is missing or they are equal.</param>
/// <param name="IsCurrent">Whether it is the number looked at.</param>
/// <param name="IsFirst">Whether it is the first of the iteration that differs.</param>
/// <param name="IsLargest">Whether it differs most.</param>
internal readonly record struct LaneRow(
    string Name, string? Left, string? Right, string? Difference, bool IsCurrent, bool IsFirst, bool IsLargest);

/// <summary>
/// Two lanes at the same step: where they part in the whole training, the first and the largest difference of the iteration so far,
/// how the number looked at comes about in each, and all numbers of both. Lines are made when they are shown.
/// </summary>
internal sealed class LanesModel : IPictureModel
{
    private const int Digits = 8;
    private const int DifferenceDigits = 2;
    private const int MostTerms = 6;

    private readonly StepScreen screen;
    private readonly LanePair pair;
    private readonly Lane other;
    private readonly IterationTrace left;
    private readonly IterationTrace? right;
    private readonly Moment rightMoment;
    private readonly IterationDifference? difference;
    private readonly Symbol[] symbols;
    private readonly int[] starts;

    public LanesModel(StepScreen screen, LanePair pair)
    {
        this.screen = screen;
        this.pair = pair;
        other = pair.OtherThan(screen.Lane);
        int iteration = screen.Moment.Iteration;
        left = screen.Timeline.At(iteration);
        right = other.Timeline.HasIteration(iteration) ? other.Timeline.At(iteration) : null;
        rightMoment = pair.MomentInOther(screen.Lane, screen.Moment);
        difference = pair.DifferenceAt(screen.Lane, screen.Moment);
        symbols = [.. screen.Timeline.Plan.Symbols.Where(symbol => screen.Timeline.Plan.ProducerOf(symbol) is null), .. screen.Timeline.Plan.Steps.Select(step => step.Output)];
        starts = new int[symbols.Length + 1];
        for (int index = 0; index < symbols.Length; index++)
        {
            starts[index + 1] = starts[index] + symbols[index].Shape.Size;
        }

        Current = screen.Looked is { Stored: { } stored } looked && looked.Iteration == iteration
            ? starts[Array.IndexOf(symbols, screen.Timeline.Plan.SymbolOf(stored))] + stored.Cell
            : -1;
    }

    /// <summary>The lane we are in.</summary>
    public Lane Left => screen.Lane;

    /// <summary>The other lane.</summary>
    public Lane Right => other;

    /// <summary>How the number looked at comes about in the lane we are in, with numbers; empty at the start.</summary>
    public string LeftFormula => FormulaOf(screen.Lane, left, screen.Looked?.Stored);

    /// <summary>How the same number comes about in the other lane; empty where it has none.</summary>
    public string RightFormula => right is null || screen.Looked?.Stored is not { } stored
        ? ""
        : FormulaOf(other, right, pair.CounterpartOf(screen.Lane, stored));

    /// <summary>How many lines the table has.</summary>
    public int Count => starts[^1];

    /// <summary>The line of the number looked at; −1 before the first step.</summary>
    public int Current { get; }

    public LaneRow this[int index]
    {
        get
        {
            int at = Array.BinarySearch(starts, index);
            at = at >= 0 ? at : ~at - 1;
            while (starts[at + 1] == index)
            {
                at++;
            }

            Address address = new(symbols[at].Index, index - starts[at]);
            string name = screen.Timeline.Plan.LabelOf(address).ToText(Notation.Mathematical);
            double? leftValue = screen.Timeline.IsKnown(screen.Moment, address) ? left[address] : null;
            double? rightValue = right is not null && pair.CounterpartOf(screen.Lane, address) is { } there && other.Timeline.IsKnown(rightMoment, there)
                ? right[there]
                : null;
            return new LaneRow(
                name,
                Text(leftValue),
                Text(rightValue),
                leftValue is { } one && rightValue is { } two && !one.Equals(two) ? Signed(two - one) : null,
                index == Current,
                difference?.First?.Number == address,
                difference?.Largest?.Number == address);
        }
    }

    /// <summary>Where the lanes part and how far they are apart, in words.</summary>
    public IEnumerable<string> SummaryIn(Words words)
    {
        LaneWords lanes = words.Lanes;
        if (pair.Parting is not { } parting)
        {
            yield return lanes.NotSearched;
        }
        else if (parting.First is { } where)
        {
            (double here, double there) = screen.Lane == pair.Left ? (where.Value, where.OtherValue) : (where.OtherValue, where.Value);
            string name = pair.Left.Timeline.Plan.LabelOf(where.Number).ToText(Notation.Mathematical);
            yield return lanes.Part(where.Moment.Iteration, name, Text(here)!, Text(there)!);
        }
        else
        {
            yield return lanes.SameThroughout;
            yield break;
        }

        if (difference is null)
        {
            yield return lanes.NotThere;
        }
        else if (difference is { First: { } first, Largest: { } largest })
        {
            yield return lanes.FirstHere(LabelOf(first.Number), Signed(first.OtherValue - first.Value));
            yield return lanes.LargestHere(LabelOf(largest.Number), Signed(largest.OtherValue - largest.Value));
        }
        else
        {
            yield return lanes.SameHere;
        }
    }

    private static string? Text(double? value) => value is { } number ? NumberText.Short(number, Digits).Replace('-', '−') : null;

    private static string Signed(double difference) =>
        (difference > 0 ? "+" : "") + NumberText.Short(difference, DifferenceDigits).Replace('-', '−');

    private string LabelOf(Address address) => screen.Timeline.Plan.LabelOf(address).ToText(Notation.Mathematical);

    private static string FormulaOf(Lane lane, IterationTrace trace, Address? address)
    {
        if (address is not { } cell)
        {
            return "";
        }

        Plan plan = lane.Timeline.Plan;
        string name = plan.LabelOf(cell).ToText(Notation.Mathematical);
        string value = NumberText.Short(trace[cell], Digits).Replace('-', '−');
        return plan.ProducerOf(plan.SymbolOf(cell)) is null
            ? $"{name} = {value}"
            : $"{name} = {plan.Explain(cell).Substituted(trace, Notation.Mathematical, Digits, MostTerms)} = {value}";
    }
}
