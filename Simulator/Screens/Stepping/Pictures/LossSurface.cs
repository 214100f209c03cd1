using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The loss over two weights, all others being as they are at a moment.</summary>
/// <param name="X">The first weight's values, ascending.</param>
/// <param name="Y">The second weight's values, ascending.</param>
/// <param name="Losses">The loss at each of them, row by row.</param>
internal sealed record SurfaceGrid(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<double> Losses)
{
    /// <summary>The loss at a column and a row.</summary>
    public double At(int column, int row) => Losses[(row * X.Length) + column];
}

/// <summary>
/// Asks for the loss at the crossings of a grid over two weights, and keeps the grid that it computed last: a cache of what can be computed
/// again.
/// </summary>
internal sealed class LossSurface
{
    public const int Columns = 41;
    public const int Rows = 21;

    /// <summary>Up to so many samples all are taken, otherwise the current iteration's.</summary>
    public const int MostOfAllSamples = 256;

    /// <summary>So many products of a weight and a sample are computed while a frame is drawn; more are a job.</summary>
    private const long MostWhileDrawing = 20_000_000;

    private static readonly ConditionalWeakTable<Timeline, LossSurface> All = [];

    private readonly Timeline timeline;
    private readonly Network network;
    private (int Iteration, Probe Probe)? latestProbe;
    private ((SurfaceWeights, Moment, SurfaceRange) Key, SurfaceGrid Grid)? latest;

    private LossSurface(Timeline timeline, Network network)
    {
        (this.timeline, this.network) = (timeline, network);
    }

    /// <summary>Whether the loss is that of all samples, not only the current iteration's.</summary>
    public bool IsOverAll => timeline.Training.Samples <= MostOfAllSamples;

    /// <summary>How many samples the loss is of.</summary>
    public int Samples => IsOverAll ? timeline.Training.Samples : timeline.Plan.BatchSize;

    /// <summary>Whether a grid is so quickly computed that drawing may do it.</summary>
    public bool IsQuick =>
        (long)Columns * Rows * Samples * timeline.Plan.Parameters.Sum(tensor => tensor.Symbols.Sum(symbol => symbol.Shape.Size)) <= MostWhileDrawing;

    public static LossSurface Of(StepScreen screen) =>
        All.GetValue(screen.Timeline, timeline => new LossSurface(timeline, screen.Lesson.Fitting.Network));

    /// <summary>The grid of a moment; null where it takes long and has not been prepared.</summary>
    public SurfaceGrid? Find(SurfaceWeights weights, Moment moment, SurfaceRange range)
    {
        moment = ParameterMoment.Of(timeline, moment);
        return latest is { } found && found.Key == (weights, moment, range) ? found.Grid
            : IsQuick ? Prepare(weights, moment, range)
            : null;
    }

    /// <summary>Computes the grid of a moment.</summary>
    /// <param name="weights">The two weights.</param>
    /// <param name="moment">The moment whose parameters all other weights have.</param>
    /// <param name="range">The values of the two.</param>
    /// <param name="progress">Is told how many losses of how many have been computed.</param>
    /// <param name="cancellation">Is asked after each row whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted; nothing is kept.</exception>
    public SurfaceGrid Prepare(
        SurfaceWeights weights,
        Moment moment,
        SurfaceRange range,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        moment = ParameterMoment.Of(timeline, moment);
        Probe probe = ProbeAt(moment.Iteration);
        probe.Load(timeline, moment);
        (ImmutableArray<double> x, ImmutableArray<double> y) = (Places(range.Left, range.Right, Columns), Places(range.Bottom, range.Top, Rows));
        var losses = ImmutableArray.CreateBuilder<double>(Columns * Rows);
        foreach (double second in y)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (double first in x)
            {
                probe.Set(weights.First, first);
                probe.Set(weights.Second, second);
                probe.Run();
                losses.Add(probe.Loss);
            }

            progress?.Report(new ReplayProgress(losses.Count, Columns * Rows));
        }

        SurfaceGrid grid = new(x, y, losses.MoveToImmutable());
        latest = ((weights, moment, range), grid);
        return grid;
    }

    private Probe ProbeAt(int iteration)
    {
        int key = IsOverAll ? 0 : iteration;
        if (latestProbe is not { } found || found.Iteration != key)
        {
            Training training = timeline.Training;
            ImmutableArray<int> rows = IsOverAll ? [.. Enumerable.Range(0, training.Samples)] : training.RowsOf(iteration);
            Probe probe = new(
                training, network, [.. training.Inputs.Select(data => RowsOf(data, rows))], [.. training.Targets.Select(data => RowsOf(data, rows))]);
            latestProbe = found = (key, probe);
        }

        return found.Probe;
    }

    private static Tensor RowsOf(Tensor data, ImmutableArray<int> rows)
    {
        int width = data.Shape.Size / data.Shape[0];
        var cells = ImmutableArray.CreateBuilder<double>(rows.Length * width);
        foreach (int row in rows)
        {
            cells.AddRange(data.Values.Slice(row * width, width));
        }

        return new Tensor(new Shape([rows.Length, .. data.Shape.WithoutFirst().Lengths]), cells.MoveToImmutable());
    }

    private static ImmutableArray<double> Places(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(index => from + ((to - from) * index / (count - 1)))];
}
