using System.Collections.Immutable;
using Engine.Running;
using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One measure over a training.</summary>
/// <param name="Name">The metric's name; null for the loss.</param>
/// <param name="IsValidation">Whether it is of data that are not trained on.</param>
/// <param name="Points">Iterations or epochs, ascending, and the value at each; of a long training the least and the greatest of stretches.</param>
/// <param name="Here">The value where the cursor is; null where nothing was measured.</param>
internal sealed record Curve(string? Name, bool IsValidation, ImmutableArray<(double At, double Value)> Points, double? Here);

/// <summary>How loss and metrics go over the training, and where in it the moment is.</summary>
internal sealed record CurvesModel : IPictureModel
{
    /// <summary>A training of so many epochs, each of several iterations, is shown epoch by epoch.</summary>
    private const int FewestEpochs = 20;

    /// <summary>More points than this lie in one column of dots of the widest screens.</summary>
    private const int MostPoints = 1000;

    /// <summary>Whether the numbers along the curves are epochs, each the mean over its iterations; otherwise iterations.</summary>
    public required bool IsByEpoch { get; init; }

    /// <summary>The first iteration or epoch.</summary>
    public required int First { get; init; }

    /// <summary>The last iteration or epoch.</summary>
    public required int Last { get; init; }

    /// <summary>The moment's iteration or epoch.</summary>
    public required int Cursor { get; init; }

    public required ImmutableArray<Curve> Losses { get; init; }

    public required ImmutableArray<Curve> Metrics { get; init; }

    /// <summary>The curves of a lesson, once they are recorded; see <see cref="Recordings.Prepare"/>.</summary>
    public static PictureOrReason<CurvesModel> Of(StepScreen screen)
    {
        Recordings recordings = Recordings.Of(screen);
        if (recordings.Curves is not { } recording)
        {
            return new(null, words => words.Plots.CurvesNotReady);
        }

        Training training = screen.Timeline.Training;
        int iteration = screen.Moment.Iteration;
        int epochs = training.EpochOf(recording.LastIteration) - training.EpochOf(recording.FirstIteration) + 1;
        bool isByEpoch = training.IterationsPerEpoch > 1 && epochs >= FewestEpochs && recording.IterationsPerPoint == 1;
        ImmutableArray<string> names = [.. screen.Lesson.Fitting.Metrics.Select(metric => Engine.Catalog.NameOf(metric))];
        return new CurvesModel
        {
            IsByEpoch = isByEpoch,
            First = isByEpoch ? training.EpochOf(recording.FirstIteration) : recording.FirstIteration,
            Last = isByEpoch ? training.EpochOf(recording.LastIteration) : recording.LastIteration,
            Cursor = isByEpoch ? training.EpochOf(iteration) : iteration,
            Losses = Curves(null, recording.Numbers[0], score => score.Loss),
            Metrics = [.. names.SelectMany((name, metric) => Curves(name, recording.Metrics[metric], score => score.Metrics[metric]))],
        };

        ImmutableArray<Curve> Curves(string? name, RecordedCurve recorded, Func<Score, double> valueOf)
        {
            Curve trained = isByEpoch ? ByEpoch(name, training, recording, recorded, iteration) : ByIteration(name, recording, recorded, iteration);
            return recordings.Validation.IsEmpty
                ? [trained]
                : [trained, Validated(name, training, recordings.Validation, valueOf, isByEpoch, iteration)];
        }
    }

    private static Curve ByIteration(string? name, Recording recording, RecordedCurve recorded, int iteration)
    {
        int stretch = ((recording.Points - 1) / MostPoints) + 1;
        var points = ImmutableArray.CreateBuilder<(double, double)>();
        for (int point = 0; point < recording.Points; point += stretch)
        {
            int end = Math.Min(point + stretch, recording.Points);
            int at = recording.IterationAt(point);
            if (end - point == 1 && recording.IterationsPerPoint == 1)
            {
                points.Add((at, recorded.Values[point]));
                continue;
            }

            points.Add((at, Least(recorded.Least.AsSpan()[point..end])));
            points.Add((at, Greatest(recorded.Greatest.AsSpan()[point..end])));
        }

        return new Curve(name, IsValidation: false, points.ToImmutable(), recorded.Values[recording.IndexOf(iteration)]);
    }

    private static Curve ByEpoch(string? name, Training training, Recording recording, RecordedCurve recorded, int iteration)
    {
        var points = ImmutableArray.CreateBuilder<(double, double)>();
        double sum = 0;
        int count = 0;
        double here = double.NaN;
        for (int point = 0; point < recording.Points; point++)
        {
            (int epoch, bool isLast) = (training.EpochOf(recording.IterationAt(point)), recording.IterationAt(point) % training.IterationsPerEpoch == 0);
            sum += recorded.Values[point];
            count++;
            if (isLast || point == recording.Points - 1)
            {
                points.Add((epoch, sum / count));
                here = epoch == training.EpochOf(iteration) ? sum / count : here;
                (sum, count) = (0, 0);
            }
        }

        return new Curve(name, IsValidation: false, points.ToImmutable(), here);
    }

    /// <summary>Measured after the last update of an epoch; until an epoch's end is reached, the one before counts.</summary>
    private static Curve Validated(
        string? name, Training training, ImmutableArray<ValidationPoint> measured, Func<Score, double> valueOf, bool isByEpoch, int iteration)
    {
        int scale = isByEpoch ? 1 : training.IterationsPerEpoch;
        int reached = isByEpoch ? training.EpochOf(iteration) : iteration;
        double? here = null;
        foreach (ValidationPoint point in measured.Where(point => point.Epoch * scale <= reached))
        {
            here = valueOf(point.Score);
        }

        return new Curve(name, IsValidation: true, [.. measured.Select(point => ((double)point.Epoch * scale, valueOf(point.Score)))], here);
    }

    // NaN is handed on, so that a stretch with one is a gap.
    private static double Least(ReadOnlySpan<double> values)
    {
        double least = values[0];
        foreach (double value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        double greatest = values[0];
        foreach (double value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }
}
