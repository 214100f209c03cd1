namespace Engine.Time;

/// <summary>
/// Counts the iterations of a replay, and every so many of them tells how far it has come and asks whether to go on. The engine
/// knows no clock: the rate is by numbers computed, which is a few times a second at the slowest and costs nothing at the fastest.
/// </summary>
internal sealed class Pace
{
    private const int NumbersPerReport = 1 << 18;

    private readonly IProgress<ReplayProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly int interval;
    private readonly int total;
    private int done;
    private int left;

    public Pace(int numbersPerIteration, int total, IProgress<ReplayProgress>? progress, CancellationToken cancellation)
    {
        this.total = total;
        this.progress = progress;
        this.cancellation = cancellation;
        interval = Math.Max(1, NumbersPerReport / Math.Max(1, numbersPerIteration));
        left = interval;
        if (total > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Counts an iteration that has been run.</summary>
    /// <exception cref="OperationCanceledException">Going on is not wanted.</exception>
    public void Tick()
    {
        done++;
        if (--left == 0)
        {
            left = interval;
            progress?.Report(new ReplayProgress(done, total));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Reports the end, where the last iterations have not been.</summary>
    public void Finish()
    {
        if (left != interval)
        {
            progress?.Report(new ReplayProgress(done, total));
        }
    }
}
