using System.Collections.Immutable;
using Engine.Losses;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>
/// The plane of two inputs: a grid over the data, and the probe that asks at its crossings and at the samples. Keeps the answers that it got
/// last: a cache of what can be computed again.
/// </summary>
internal sealed class BoundaryPlane
{
    /// <summary>How many samples are drawn at most.</summary>
    private const int MostSamples = 2000;

    private const double MarginShare = 0.3;

    private readonly Probe probe;
    private (Moment Moment, ImmutableArray<double> Answers)? latest;

    public BoundaryPlane(Training training, Network network)
    {
        Plan = training.Plan;
        Outputs = Plan.Predictions[0].Shape[1];
        Samples = Math.Min(training.Samples, MostSamples);
        (int columns, int rows) = Plan.Parameters.Sum(tensor => tensor.Symbols.Sum(symbol => (long)symbol.Shape.Size)) switch
        {
            <= 2000 => (81, 49),
            <= 20_000 => (41, 25),
            _ => (21, 13),
        };
        X = PlacesOf(training.Inputs[0], 0, columns);
        Y = PlacesOf(training.Inputs[0], 1, rows);
        Tensor targets = training.Targets[0];
        IsChoice = Outputs > 1 && (targets.Shape.Size == training.Samples || IsOneOfSeveral(targets));
        bool isSigned = targets.Values.Contains(-1) && !targets.Values.ContainsAnyExcept(-1, 1);
        HasClasses = IsChoice || isSigned || !targets.Values.ContainsAnyExcept(0, 1);
        bool isAroundZero = isSigned || network.Outputs[0].Loss is BinaryCrossentropy { FromLogits: true };
        (Threshold, Reach) = isAroundZero ? (0, 1) : HasClasses ? (0.5, 0.5) : MiddleOf(targets.Values);
        probe = new Probe(training, network, [Questions(training.Inputs[0])], [.. training.Targets.Select(NoTargets)]);
    }

    public Plan Plan { get; }

    public ImmutableArray<double> X { get; }

    public ImmutableArray<double> Y { get; }

    public int Points => X.Length * Y.Length;

    public int Samples { get; }

    public int Outputs { get; }

    public bool IsChoice { get; }

    /// <summary>Whether the targets are classes or a yes and a no, and not any numbers.</summary>
    public bool HasClasses { get; }

    public double Threshold { get; }

    public double Reach { get; }

    /// <summary>What the network answers with the parameters of a moment: at the crossings row by row, then to the samples.</summary>
    public ImmutableArray<double> AnswersAt(Timeline timeline, Moment moment)
    {
        moment = ParameterMoment.Of(timeline, moment);
        if (latest is not { } found || found.Moment != moment)
        {
            probe.Load(timeline, moment);
            probe.Run();
            latest = found = (moment, [.. probe.AnswersOf(0)]);
        }

        return found.Answers;
    }

    public static int GreatestOf(ReadOnlySpan<double> row)
    {
        int greatest = 0;
        for (int place = 1; place < row.Length; place++)
        {
            greatest = row[place] > row[greatest] ? place : greatest;
        }

        return greatest;
    }

    /// <summary>The class that a sample belongs to.</summary>
    public int ClassOf(Tensor targets, int sample, int? output)
    {
        int width = targets.Shape.Size / targets.Shape[0];
        ReadOnlySpan<double> row = targets.Values.Slice(sample * width, width);
        int chosen = width == Outputs ? GreatestOf(row) : (int)row[0];
        return output is not { } unit ? chosen
            : width != Outputs ? (chosen == unit ? 1 : 0)
            : row[unit] > (Threshold == 0 && !row.Contains(-1) ? 0.5 : Threshold) ? 1 : 0;
    }

    /// <summary>The middle of some numbers and how far they go from it; where none is outside of 0 and 1, the middle of these.</summary>
    private static (double Middle, double Reach) MiddleOf(ReadOnlySpan<double> values)
    {
        (double minimum, double maximum) = (0, 1);
        foreach (double value in values)
        {
            (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
        }

        return ((minimum + maximum) / 2, (maximum - minimum) / 2);
    }

    private static ImmutableArray<double> PlacesOf(Tensor inputs, int axis, int count)
    {
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        for (int cell = axis; cell < inputs.Shape.Size; cell += 2)
        {
            (minimum, maximum) = (Math.Min(minimum, inputs[cell]), Math.Max(maximum, inputs[cell]));
        }

        double margin = minimum == maximum ? 1 : (maximum - minimum) * MarginShare;
        (minimum, maximum) = (minimum - margin, maximum + margin);
        return [.. Enumerable.Range(0, count).Select(index => minimum + ((maximum - minimum) * index / (count - 1)))];
    }

    private static bool IsOneOfSeveral(Tensor targets)
    {
        int width = targets.Shape.Size / targets.Shape[0];
        for (int row = 0; row < targets.Shape[0]; row++)
        {
            ReadOnlySpan<double> values = targets.Values.Slice(row * width, width);
            if (values.ContainsAnyExcept(0, 1) || values.Count(1) != 1)
            {
                return false;
            }
        }

        return true;
    }

    private Tensor Questions(Tensor inputs)
    {
        var cells = ImmutableArray.CreateBuilder<double>((Points + Samples) * 2);
        foreach (double y in Y)
        {
            foreach (double x in X)
            {
                cells.Add(x);
                cells.Add(y);
            }
        }

        cells.AddRange(inputs.Values[..(Samples * 2)]);
        return new Tensor(new Shape([Points + Samples, .. inputs.Shape.WithoutFirst().Lengths]), cells.MoveToImmutable());
    }

    private Tensor NoTargets(Tensor targets) =>
        Tensor.Filled(new Shape([Points + Samples, .. targets.Shape.WithoutFirst().Lengths]), 0);
}
