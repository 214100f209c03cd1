using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Planning;
using Engine.Running;
using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One sample in the plane of the inputs.</summary>
/// <param name="X">The first input.</param>
/// <param name="Y">The second input.</param>
/// <param name="Class">The class that it belongs to, from 0; 0 where there are none.</param>
/// <param name="IsRight">Whether the network answers with that class; true where there are none.</param>
/// <param name="IsCurrent">Whether it is the one that is computed at the moment.</param>
internal readonly record struct BoundarySample(double X, double Y, int Class, bool IsRight, bool IsCurrent);

/// <summary>
/// What a network with two inputs answers all over their plane, with the parameters of the moment: before the update those of
/// the iteration, then each new one as soon as it is known.
/// </summary>
internal sealed class BoundaryModel : IPictureModel
{
    private static readonly ConditionalWeakTable<Timeline, BoundaryPlane> Planes = [];

    private readonly BoundaryPlane plane;
    private readonly ImmutableArray<double> answers;
    private readonly int? output;

    private BoundaryModel(StepScreen screen, BoundaryPlane plane, int? output)
    {
        this.plane = plane;
        this.output = output;
        answers = plane.AnswersAt(screen.Timeline, screen.KnownMoment);
        Samples = SamplesIn(screen);
    }

    /// <summary>The name of the input along the lower edge.</summary>
    public string XName => LookedAt.UnitName(plane.Plan, plane.Plan.Inputs[0], 0);

    /// <summary>The name of the other input.</summary>
    public string YName => LookedAt.UnitName(plane.Plan, plane.Plan.Inputs[0], 1);

    /// <summary>The name of the output that is drawn; empty where the greatest of all decides.</summary>
    public string OutputName => output is { } unit ? LookedAt.UnitName(plane.Plan, plane.Plan.Predictions[0], unit) : "";

    /// <summary>How many classes there are: two on both sides of the threshold of one output, or one an output.</summary>
    public int Classes => output is null ? plane.Outputs : 2;

    /// <summary>Whether the greatest of several outputs decides, not one output's threshold.</summary>
    public bool IsChoice => output is null;

    /// <summary>Whether the targets are classes or a yes and a no, and not any numbers.</summary>
    public bool HasClasses => plane.HasClasses;

    /// <summary>From where on an output means yes.</summary>
    public double Threshold => plane.Threshold;

    /// <summary>The distance of the threshold to a clear yes or no.</summary>
    public double Reach => plane.Reach;

    public ImmutableArray<BoundarySample> Samples { get; }

    /// <summary>How many outputs there are to choose from.</summary>
    public int Subjects => plane.Outputs;

    /// <summary>The places of the grid along the first input, ascending.</summary>
    public ImmutableArray<double> X => plane.X;

    /// <summary>The places of the grid along the second input, ascending.</summary>
    public ImmutableArray<double> Y => plane.Y;

    /// <summary>What an output is at a crossing of the grid.</summary>
    public double AnswerAt(int column, int row, int unit) => answers[(((row * plane.X.Length) + column) * plane.Outputs) + unit];

    /// <summary>By how much a class is ahead of all others at a crossing of the grid; of two sides of a threshold, class 1.</summary>
    public double LeadAt(int column, int row, int @class)
    {
        if (output is { } unit)
        {
            return (AnswerAt(column, row, unit) - Threshold) * (@class == 0 ? -1 : 1);
        }

        double best = double.NegativeInfinity;
        for (int other = 0; other < plane.Outputs; other++)
        {
            best = other == @class ? best : Math.Max(best, AnswerAt(column, row, other));
        }

        return AnswerAt(column, row, @class) - best;
    }

    /// <summary>The plane of the network's inputs.</summary>
    /// <param name="screen">The lesson at a moment.</param>
    /// <param name="subject">
    /// Which output is drawn by itself, from 0; null for the choice between all where the targets are one class a sample, otherwise
    /// for the first.
    /// </param>
    public static PictureOrReason<BoundaryModel> Of(StepScreen screen, int? subject = null)
    {
        Plan plan = screen.Timeline.Plan;
        if (plan.Inputs.Length != 1 || plan.Inputs[0].Shape.Size != 2 * plan.BatchSize)
        {
            return new(null, words => words.Plots.NotTwoInputs);
        }

        if (plan.Predictions[0].Shape.Rank != 2)
        {
            return new(null, words => words.Plots.NotOneRow);
        }

        if (!plan.ChoicesOf(plan.Inputs[0]).IsEmpty)
        {
            return new(null, words => words.Plots.InputsAreChoices);
        }

        BoundaryPlane there = Planes.GetValue(screen.Timeline, _ => new BoundaryPlane(screen.Timeline.Training, screen.Lesson.Fitting.Network));
        int? unit = subject is { } chosen && chosen >= 0 && chosen < there.Outputs ? chosen : there.IsChoice ? null : 0;
        return new BoundaryModel(screen, there, unit);
    }

    private ImmutableArray<BoundarySample> SamplesIn(StepScreen screen)
    {
        Training training = screen.Timeline.Training;
        int row = LookedAt.RowIn(screen);
        int current = screen.Moment.IsStart ? -1 : training.RowsOf(screen.Moment.Iteration)[row];
        var samples = ImmutableArray.CreateBuilder<BoundarySample>(plane.Samples);
        for (int sample = 0; sample < plane.Samples; sample++)
        {
            ReadOnlySpan<double> answer = answers.AsSpan().Slice((plane.Points + sample) * plane.Outputs, plane.Outputs);
            int wanted = plane.ClassOf(training.Targets[0], sample, output);
            int found = output is { } unit ? (answer[unit] > Threshold ? 1 : 0) : BoundaryPlane.GreatestOf(answer);
            (double x, double y) = (training.Inputs[0][2 * sample], training.Inputs[0][(2 * sample) + 1]);
            samples.Add(HasClasses
                ? new BoundarySample(x, y, wanted, wanted == found, sample == current)
                : new BoundarySample(x, y, Class: 0, IsRight: true, sample == current));
        }

        return samples.MoveToImmutable();
    }
}
