using System.Collections.Immutable;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>Some numbers of one kind, as far as they have been computed.</summary>
internal sealed record NumberSummary
{
    private readonly ImmutableArray<double> finite;

    /// <summary>A summary.</summary>
    /// <param name="name">What the numbers are together called.</param>
    /// <param name="all">How many there are going to be.</param>
    /// <param name="known">Those that have been computed.</param>
    public NumberSummary(string name, int all, ReadOnlySpan<double> known)
    {
        (Name, All, Known) = (name, all, known.Length);
        var kept = ImmutableArray.CreateBuilder<double>(known.Length);
        double sum = 0;
        foreach (double value in known)
        {
            if (!double.IsFinite(value))
            {
                continue;
            }

            kept.Add(value);
            sum += Math.Abs(value);
            Zeros += value == 0 ? 1 : 0;
            Least = kept.Count == 1 ? value : Math.Min(Least, value);
            Greatest = kept.Count == 1 ? value : Math.Max(Greatest, value);
        }

        finite = kept.ToImmutable();
        MeanSize = sum / finite.Length;
    }

    public string Name { get; }

    public int All { get; }

    public int Known { get; }

    /// <summary>How many of the known numbers are NaN or infinite; they are in none of the figures.</summary>
    public int NotFinite => Known - finite.Length;

    /// <summary>Whether there is a number to draw.</summary>
    public bool HasNumbers => !finite.IsEmpty;

    public int Zeros { get; }

    public double Least { get; }

    public double Greatest { get; }

    /// <summary>The mean of the numbers' sizes; NaN where there is none.</summary>
    public double MeanSize { get; }

    /// <summary>The smallest and the largest power of ten among the numbers that are not 0; null where there is none.</summary>
    public (double Least, double Greatest)? Decades
    {
        get
        {
            (double least, double greatest) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (double value in finite)
            {
                if (value != 0)
                {
                    double decade = Math.Log10(Math.Abs(value));
                    (least, greatest) = (Math.Min(least, decade), Math.Max(greatest, decade));
                }
            }

            return least <= greatest ? (least, greatest) : null;
        }
    }

    /// <summary>How many numbers are in each of some equal parts of a range; its end belongs to the last.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end, greater than the beginning.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="byDecade">Whether the range is one of powers of ten of the numbers' sizes; then zeros are nowhere.</param>
    public ImmutableArray<int> CountsIn(double from, double to, int parts, bool byDecade = false)
    {
        int[] counts = new int[parts];
        foreach (double value in finite)
        {
            double place = byDecade ? Math.Log10(Math.Abs(value)) : value;
            if (parts > 0 && place >= from && place <= to)
            {
                counts[Math.Min(parts - 1, (int)((place - from) / (to - from) * parts))]++;
            }
        }

        return [.. counts];
    }
}
