using Engine.Time;
using Simulator.Resources;

namespace Simulator.App;

/// <summary>
/// Work that may take long, done beside the screen: it tells how far it has come and can be given up. What it computes goes into
/// caches of what can be computed again; how the model changes is what it returns.
/// </summary>
/// <param name="Title">What is done, for the line of progress.</param>
/// <param name="Run">Does it. Throws <see cref="OperationCanceledException"/> where it is given up.</param>
internal sealed record Job(
    Func<Words, string> Title, Func<IProgress<ReplayProgress>, CancellationToken, Func<Model, Model>> Run)
{
    /// <summary>How the model changes where it is given up; by a message where null.</summary>
    public Func<Model, Model> GivenUp { get; init; } = model => model with { Notice = new Notice(words => words.GivenUp) };
}

/// <summary>Something that must be computed before a screen can be drawn, and may take long.</summary>
/// <param name="Key">Tells one from another; equal for the same.</param>
/// <param name="Title">What is done, for the line of progress.</param>
/// <param name="IsReady">Whether it is there, or so quickly done that drawing may do it.</param>
/// <param name="Run">Computes it into a cache.</param>
internal sealed record Preparation(
    object Key, Func<Words, string> Title, Func<bool> IsReady, Action<IProgress<ReplayProgress>, CancellationToken> Run)
{
    /// <summary>So many numbers are computed within a frame's time; more are a job.</summary>
    private const long MostWithoutJob = 1 << 20;

    /// <summary>The way to an iteration, where there is one of this number.</summary>
    public static Preparation Seek(Timeline timeline, int iteration) => new(
        (timeline, iteration),
        words => words.Seeking(iteration),
        () => !timeline.HasIteration(iteration) || (long)timeline.RunsTo(iteration) * timeline.NumbersPerIteration <= MostWithoutJob,
        (progress, cancellation) => timeline.At(iteration, progress, cancellation))
    {
        IsEssential = true,
    };

    /// <summary>Whether the screen cannot be shown without it; otherwise it is shown with a gap.</summary>
    public bool IsEssential { get; init; }
}
