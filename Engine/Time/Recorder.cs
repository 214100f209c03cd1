using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Engine.Metrics;
using Engine.Planning;
using Engine.Running;

namespace Engine.Time;

/// <summary>Writes down how chosen numbers go over a whole training, in one run forward.</summary>
/// <remarks>
/// The numbers are read where they are computed; no traces are made. The timeline's checkpoints are added to; the iteration last
/// asked for is kept, also when a run is given up. Not thread-safe, nor is the timeline meanwhile.
/// </remarks>
public static class Recorder
{
    /// <summary>The default of <c>mostPoints</c>: 2^16.</summary>
    public const int DefaultMostPoints = 1 << 16;

    /// <summary>Runs all iterations of a timeline and writes numbers down.</summary>
    /// <param name="timeline">The training and how many iterations of it there are.</param>
    /// <param name="numbers">
    /// The numbers. A weight is what it is before the update, as everywhere; the new value has an address of its own.
    /// </param>
    /// <param name="metrics">What is measured beside, on the first output and each iteration's own rows; none where default.</param>
    /// <param name="mostPoints">Above so many iterations, points stand for several.</param>
    /// <param name="progress">Is told how many iterations have been run.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="ArgumentException">The plan has no number at one of the addresses.</exception>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public static Recording Record(
        Timeline timeline,
        ImmutableArray<Address> numbers,
        ImmutableArray<Metric> metrics = default,
        int mostPoints = DefaultMostPoints,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, 1);
        int iterations = timeline.Iterations - timeline.FirstIteration + 1;
        int stride = ((iterations - 1) / mostPoints) + 1;
        int points = ((iterations - 1) / stride) + 1;
        int[] offsets = [.. numbers.Select(number => OffsetOf(timeline.Plan, number))];
        Pen[] numberPens = [.. offsets.Select(_ => new Pen(points, stride))];
        Pen[] metricPens = [.. (metrics.IsDefault ? [] : metrics).Select(_ => new Pen(points, stride))];

        Replay replay = timeline.Replay;
        replay.KeepPlace();
        Pace pace = replay.NewPace(iterations, progress, cancellationToken);
        replay.Restore(timeline.FirstIteration - 1);
        for (int index = 0; index < iterations; index++)
        {
            replay.Run();
            for (int number = 0; number < offsets.Length; number++)
            {
                numberPens[number].Write(index, replay.Machine[offsets[number]]);
            }

            for (int metric = 0; metric < metricPens.Length; metric++)
            {
                metricPens[metric].Write(index, ScoreSum.Measure(metrics[metric], replay.Machine));
            }

            pace.Tick();
        }

        pace.Finish();
        return new Recording(
            timeline.FirstIteration,
            timeline.Iterations,
            stride,
            [.. numberPens.Select(pen => pen.ToCurve())],
            [.. metricPens.Select(pen => pen.ToCurve())]);
    }

    private static int OffsetOf(Plan plan, Address number) =>
        number.Symbol >= 0 && number.Symbol < plan.Symbols.Length && number.Cell >= 0 && number.Cell < plan.SymbolOf(number).Shape.Size
            ? plan.OffsetOf(number)
            : throw new ArgumentException($"The plan has no number at {number}.", nameof(number));

    /// <summary>Writes one curve.</summary>
    private sealed class Pen
    {
        private readonly int stride;
        private readonly double[] values;
        private readonly double[] least;
        private readonly double[] greatest;

        public Pen(int points, int stride)
        {
            this.stride = stride;
            values = new double[points];
            (least, greatest) = stride == 1 ? (values, values) : (new double[points], new double[points]);
        }

        public void Write(int index, double value)
        {
            (int point, int within) = Math.DivRem(index, stride);
            if (within == 0)
            {
                values[point] = least[point] = greatest[point] = value;
                return;
            }

            // Both hand NaN on.
            least[point] = Math.Min(least[point], value);
            greatest[point] = Math.Max(greatest[point], value);
        }

        public RecordedCurve ToCurve() => new(
            ImmutableCollectionsMarshal.AsImmutableArray(values),
            ImmutableCollectionsMarshal.AsImmutableArray(least),
            ImmutableCollectionsMarshal.AsImmutableArray(greatest));
    }
}
