using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What validation data came to after an epoch.</summary>
internal readonly record struct ValidationPoint(int Epoch, Score Score);

/// <summary>
/// What was written down of a whole training, each thing once: loss and metrics, and the ways of chosen weights. A cache of what
/// can be computed again.
/// </summary>
internal sealed class Recordings
{
    /// <summary>So many numbers are computed while a frame is drawn; more are a job.</summary>
    private const long MostWhileDrawing = 1 << 20;

    /// <summary>Validation data are measured at so many epochs at most, evenly over the training.</summary>
    private const int MostValidations = 256;

    private const int MostPaths = 8;

    private static readonly ConditionalWeakTable<Timeline, Recordings> All = [];

    private readonly Lesson lesson;
    private readonly Timeline timeline;
    private readonly Dictionary<(Address, Address), Recording> paths = [];
    private Recording? curves;
    private ImmutableArray<ValidationPoint> validation = [];

    private Recordings(Lesson lesson, Timeline timeline)
    {
        (this.lesson, this.timeline) = (lesson, timeline);
    }

    /// <summary>Whether loss and metrics are there, or so quickly computed that drawing may do it.</summary>
    public bool IsReady => curves is not null || (IsShort && lesson.Fitting.ValidationInputs.IsEmpty);

    /// <summary>The loss, and each metric of the lesson; null while they are not ready.</summary>
    public Recording? Curves
    {
        get
        {
            if (curves is null && IsReady)
            {
                Prepare();
            }

            return curves;
        }
    }

    /// <summary>What validation data came to; empty where there are none, or while it is not ready.</summary>
    public ImmutableArray<ValidationPoint> Validation => validation;

    /// <summary>Whether a run over all iterations is over within a frame's time.</summary>
    private bool IsShort => timeline.Length <= MostWhileDrawing;

    /// <summary>The recordings of a walk through a lesson.</summary>
    public static Recordings Of(StepScreen screen) => All.GetValue(screen.Timeline, timeline => new Recordings(screen.Lesson, timeline));

    /// <summary>Writes loss and metrics down in one run over all iterations, and in a second one measures validation data.</summary>
    /// <exception cref="OperationCanceledException">Going on was not wanted; nothing is kept.</exception>
    public void Prepare(IProgress<ReplayProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (curves is null)
        {
            Recording loss = Recorder.Record(
                timeline,
                [new Address(timeline.Plan.Loss.Index, 0)],
                lesson.Fitting.Metrics,
                progress: progress,
                cancellationToken: cancellation);
            validation = lesson.Fitting.ValidationInputs.IsEmpty ? [] : Validate(progress, cancellation);
            curves = loss;
        }
    }

    /// <summary>Whether the way of two numbers is there, or so quickly computed that drawing may do it.</summary>
    public bool HasPath(Address first, Address second) => IsShort || paths.ContainsKey((first, second));

    /// <summary>Two numbers over all iterations; null while they are not ready.</summary>
    public Recording? PathOf(Address first, Address second)
    {
        if (IsShort)
        {
            PreparePath(first, second);
        }

        return paths.GetValueOrDefault((first, second));
    }

    /// <summary>Writes two numbers down in one run over all iterations.</summary>
    /// <exception cref="OperationCanceledException">Going on was not wanted; nothing is kept.</exception>
    public void PreparePath(Address first, Address second, IProgress<ReplayProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!paths.ContainsKey((first, second)))
        {
            Recording path = Recorder.Record(timeline, [first, second], progress: progress, cancellationToken: cancellation);
            if (paths.Count >= MostPaths)
            {
                paths.Clear();
            }

            paths.Add((first, second), path);
        }
    }

    private ImmutableArray<ValidationPoint> Validate(IProgress<ReplayProgress>? progress, CancellationToken cancellation)
    {
        Training training = timeline.Training;
        Fitting fitting = lesson.Fitting;
        Evaluation evaluation = new(training, fitting.Network, fitting.ValidationInputs, fitting.ValidationTargets, fitting.Metrics);
        Iteration machine = new(training);
        int epochs = timeline.Iterations / training.IterationsPerEpoch;
        int every = ((epochs - 1) / MostValidations) + 1;
        var points = ImmutableArray.CreateBuilder<ValidationPoint>();
        for (int iteration = timeline.FirstIteration; iteration <= timeline.Iterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            machine.Run();
            (int epoch, int rest) = Math.DivRem(iteration, training.IterationsPerEpoch);
            if (rest == 0 && (epoch % every == 0 || epoch == 1 || epoch == epochs))
            {
                points.Add(new ValidationPoint(epoch, evaluation.Of(machine.State())));
                progress?.Report(new ReplayProgress(iteration - timeline.FirstIteration + 1, timeline.Iterations - timeline.FirstIteration + 1));
            }
        }

        return points.ToImmutable();
    }
}
