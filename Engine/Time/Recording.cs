using System.Collections.Immutable;

namespace Engine.Time;

/// <summary>
/// Numbers as they went over a whole training, made by <see cref="Recorder"/>: a point for each iteration or, of a long training,
/// for each stretch of as many, with the least and the greatest value in it, so that nothing that happens is lost.
/// </summary>
/// <param name="FirstIteration">The iteration that the first point begins with.</param>
/// <param name="LastIteration">The iteration that the last point ends with.</param>
/// <param name="IterationsPerPoint">How many iterations a point stands for, at least 1; the last may stand for fewer.</param>
/// <param name="Numbers">The numbers, in the order in which they were asked for.</param>
/// <param name="Metrics">The metrics, in the order in which they were asked for.</param>
public sealed record Recording(
    int FirstIteration,
    int LastIteration,
    int IterationsPerPoint,
    ImmutableArray<RecordedCurve> Numbers,
    ImmutableArray<RecordedCurve> Metrics)
{
    /// <summary>How many points each curve has.</summary>
    public int Points => ((LastIteration - FirstIteration) / IterationsPerPoint) + 1;

    /// <summary>The point that an iteration belongs to, from 0; the nearest for an iteration outside.</summary>
    public int IndexOf(int iteration) =>
        (Math.Clamp(iteration, FirstIteration, LastIteration) - FirstIteration) / IterationsPerPoint;

    /// <summary>The first iteration of a point.</summary>
    public int IterationAt(int point) => FirstIteration + (point * IterationsPerPoint);
}

/// <summary>
/// One number over a training, a point after the other. Where a point stands for one iteration, the three are the same.
/// </summary>
/// <param name="Values">The value in each point's first iteration.</param>
/// <param name="Least">The least value in each point's iterations; NaN where one of them is NaN.</param>
/// <param name="Greatest">The greatest value in each point's iterations; NaN where one of them is NaN.</param>
public sealed record RecordedCurve(ImmutableArray<double> Values, ImmutableArray<double> Least, ImmutableArray<double> Greatest);
