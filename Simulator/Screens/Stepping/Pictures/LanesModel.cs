using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Simulator.Resources;
using Simulator.Screens.Stepping.Lanes;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One number in both lanes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Left">Its value in the left lane; null while it is not computed, and where there is no such number.</param>
/// <param name="Right">Its value in the right lane; null likewise.</param>
/// <param name="Difference">The right value minus the left one; null where one of them is missing or they are equal.</param>
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
    private const int DifferenceDigits = 3;
    private const int MostTerms = 6;

    private readonly StepScreen screen;
    private readonly LanePair pair;
    private readonly Lane other;
    private readonly IterationTrace here;
    private readonly IterationTrace? there;
    private readonly Moment otherMoment;
    private readonly IterationDifference? difference;
    private readonly NumberTable table;

    public LanesModel(StepScreen screen, LanePair pair)
    {
        this.screen = screen;
        this.pair = pair;
        other = pair.OtherThan(screen.Lane);
        int iteration = screen.Moment.Iteration;
        here = screen.Timeline.At(iteration);
        there = other.Timeline.HasIteration(iteration) ? other.Timeline.At(iteration) : null;
        otherMoment = pair.MomentInOther(screen.Lane, screen.KnownMoment);
        difference = pair.DifferenceAt(screen.Lane, screen.Moment);
        table = new NumberTable(screen.Timeline.Plan);
        Current = screen.Looked is { Stored: { } stored } looked && looked.Iteration == iteration
            ? table.LineOf(screen.Timeline.Plan, stored)
            : -1;
    }

    public Lane Left => pair.Left;

    public Lane Right => pair.Right;

    /// <summary>Whether we are in the left lane; otherwise in the right one.</summary>
    public bool IsInLeft => screen.Lane == pair.Left;

    /// <summary>How the number looked at comes about in the left lane, with numbers; empty where it has no such number.</summary>
    public string LeftFormula => IsInLeft ? FormulaHere : FormulaThere;

    /// <summary>How it comes about in the right lane.</summary>
    public string RightFormula => IsInLeft ? FormulaThere : FormulaHere;

    /// <summary>How many lines the table has.</summary>
    public int Count => table.Count;

    /// <summary>The line of the number looked at; −1 before the first step.</summary>
    public int Current { get; }

    private string FormulaHere => FormulaOf(screen.Lane, here, screen.Looked?.Stored);

    private string FormulaThere => there is null || screen.Looked?.Stored is not { } stored
        ? ""
        : FormulaOf(other, there, pair.CounterpartOf(screen.Lane, stored));

    public LaneRow this[int index]
    {
        get
        {
            Address address = table[index];
            double? mine = screen.Knows(address) ? here[address] : null;
            double? others = there is not null && pair.CounterpartOf(screen.Lane, address) is { } counterpart && other.Timeline.IsKnown(otherMoment, counterpart)
                ? there[counterpart]
                : null;
            (double? left, double? right) = IsInLeft ? (mine, others) : (others, mine);
            return new LaneRow(
                LabelOf(address),
                left is { } one ? Text(one) : null,
                right is { } two ? Text(two) : null,
                left is { } from && right is { } to && !from.Equals(to) ? Signed(to - from) : null,
                index == Current,
                difference?.First?.Number == address,
                difference?.Largest?.Number == address);
        }
    }

    /// <summary>Where the lanes part and how far they are apart, in words.</summary>
    public IEnumerable<string> SummaryIn(Words words)
    {
        LaneWords lanes = words.Lanes;
        if (difference is null)
        {
            yield return lanes.NotThere;
        }

        if (pair.Parting is not { } parting)
        {
            yield return lanes.NotSearched;
        }
        else if (parting.First is { } where)
        {
            string name = pair.Left.Timeline.Plan.LabelOf(where.Number).ToText(Notation.Mathematical);
            yield return lanes.Part(where.Moment.Iteration, name, Text(where.Value), Text(where.OtherValue));
        }
        else
        {
            yield return lanes.SameThroughout;
            yield break;
        }

        if (difference is { First: { } first, Largest: { } largest })
        {
            yield return lanes.FirstHere(LabelOf(first.Number), Apart(first));
            yield return lanes.LargestHere(LabelOf(largest.Number), Apart(largest));
        }
        else if (difference is not null)
        {
            yield return lanes.SameHere;
        }
    }

    private static string Text(double value) => NumberText.Short(value, Digits).Replace('-', '−');

    private static string Signed(double difference) =>
        (difference > 0 ? "+" : "") + NumberText.Significant(difference, DifferenceDigits).Replace('-', '−');

    /// <summary>How far the right lane's number is from the left one's; a comparison counts from the lane we are in.</summary>
    private string Apart(Difference found) => Signed((found.OtherValue - found.Value) * (IsInLeft ? 1 : -1));

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
