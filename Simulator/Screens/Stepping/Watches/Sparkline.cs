using System.Collections.Immutable;
using Engine.Time;

namespace Simulator.Screens.Stepping.Watches;

/// <summary>A number's way through all iterations as one line of heights.</summary>
/// <param name="curve">The number's values.</param>
/// <param name="place">The place of the iteration looked at among the points, from 0.</param>
/// <param name="distance">How far apart the points are that count; the one at the place is among them.</param>
internal sealed class Sparkline(RecordedCurve curve, int place, int distance = 1)
{
    /// <summary>How many heights there are, from 0.</summary>
    public const int Heights = 8;

    /// <summary>The least value; NaN where none is finite.</summary>
    public double Least { get; } = Every(curve.Least, place, distance).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min();

    /// <summary>The greatest value; NaN where none is finite.</summary>
    public double Greatest { get; } = Every(curve.Greatest, place, distance).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    /// <summary>How many columns can show something of their own.</summary>
    public int Points => (curve.Values.Length - (place % distance) + distance - 1) / distance;

    /// <summary>The column in which the iteration looked at lies.</summary>
    public int PlaceIn(int columns) => Points <= columns ? place / distance : (int)((long)(place / distance) * columns / Points);

    /// <summary>
    /// The height of each column, the mean of its values between the least and the greatest; null where one of them is not finite. Where there
    /// are fewer points than columns, there are only as many heights.
    /// </summary>
    public ImmutableArray<int?> HeightsIn(int columns)
    {
        int count = Math.Min(columns, Points);
        var heights = ImmutableArray.CreateBuilder<int?>(Math.Max(0, count));
        for (int column = 0; column < count; column++)
        {
            int from = (int)((long)column * Points / count);
            int to = (int)((long)(column + 1) * Points / count);
            double sum = 0;
            for (int point = from; point < to; point++)
            {
                sum += curve.Values[(place % distance) + (point * distance)];
            }

            heights.Add(HeightOf(sum / (to - from)));
        }

        return heights.ToImmutable();
    }

    private static IEnumerable<double> Every(ImmutableArray<double> values, int place, int distance)
    {
        for (int point = place % distance; point < values.Length; point += distance)
        {
            yield return values[point];
        }
    }

    private int? HeightOf(double value)
    {
        if (!double.IsFinite(value))
        {
            return null;
        }

        double span = Greatest - Least;
        return span > 0 && double.IsFinite(span) ? (int)Math.Clamp((value - Least) / span * Heights, 0, Heights - 1) : Heights / 2;
    }
}
