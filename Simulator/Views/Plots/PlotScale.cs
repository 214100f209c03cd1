using System.Collections.Immutable;
using System.Globalization;

namespace Simulator.Views.Plots;

/// <summary>A number marked on an axis, and how it is written there.</summary>
internal readonly record struct Tick(double Value, string Text);

/// <summary>
/// The numbers along an axis, from the first to the last, evenly or by powers of ten; and which of them to mark: multiples of
/// 1, 2 or 5 times a power of ten, with as many digits as tell them apart.
/// </summary>
internal sealed record PlotScale
{
    private const int WidestPlainDecade = 4;
    private const int SmallestPlainDecade = -3;
    private static readonly ImmutableArray<int> Multiples = [1, 2, 5];

    // Places are worked out in these: the numbers themselves, or their logarithms.
    private readonly double first;
    private readonly double last;

    private PlotScale(double minimum, double maximum, bool isLogarithmic)
    {
        (Minimum, Maximum, IsLogarithmic) = (minimum, maximum, isLogarithmic);
        (first, last) = isLogarithmic ? (Math.Log10(minimum), Math.Log10(maximum)) : (minimum, maximum);
    }

    public double Minimum { get; }

    public double Maximum { get; }

    public bool IsLogarithmic { get; }

    /// <summary>A scale on which equal differences are equally long. Where both ends are one number, it is widened around it.</summary>
    public static PlotScale Linear(double minimum, double maximum)
    {
        (minimum, maximum) = (Math.Clamp(minimum, -double.MaxValue, double.MaxValue), Math.Clamp(maximum, -double.MaxValue, double.MaxValue));
        if (!(minimum < maximum))
        {
            double around = Math.Max(Math.Abs(minimum) / 10, 1e-300);
            around = minimum == 0 ? 1 : around;
            (minimum, maximum) = (Math.Max(minimum - around, -double.MaxValue), Math.Min(minimum + around, double.MaxValue));
        }

        return new PlotScale(minimum, maximum, isLogarithmic: false);
    }

    /// <summary>A scale on which equal ratios are equally long; both ends are greater than 0.</summary>
    public static PlotScale Logarithmic(double minimum, double maximum) => minimum < maximum
        ? new PlotScale(minimum, Math.Min(maximum, double.MaxValue), isLogarithmic: true)
        : new PlotScale(Math.Max(minimum / 2, double.Epsilon), Math.Min(minimum * 2, double.MaxValue), isLogarithmic: true);

    /// <summary>A scale for all finite ones of some numbers; null where there is none.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="decades">
    /// Over how many powers of ten the numbers above 0 must spread, none being below 0, for the scale to be logarithmic; null for never.
    /// </param>
    public static PlotScale? For(IEnumerable<double> values, double? decades = null)
    {
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        double smallest = double.PositiveInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
                smallest = value > 0 ? Math.Min(smallest, value) : smallest;
            }
        }

        return minimum > maximum ? null
            : minimum >= 0 && smallest < maximum && Math.Log10(maximum) - Math.Log10(smallest) >= decades ? Logarithmic(smallest, maximum)
            : Linear(minimum, maximum);
    }

    /// <summary>Where a number is: 0 at the first, 1 at the last; NaN where it is on no such scale.</summary>
    public double PlaceOf(double value)
    {
        double number = !IsLogarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;

        // Halves, as the whole length may be more than a number can be.
        return double.IsFinite(number) ? ((number / 2) - (first / 2)) / ((last / 2) - (first / 2)) : double.NaN;
    }

    /// <summary>The number at a place.</summary>
    public double ValueAt(double place)
    {
        double number = (first * (1 - place)) + (last * place);
        return IsLogarithmic ? Math.Pow(10, number) : number;
    }

    /// <summary>The numbers to mark: as many as fit into a count, in ascending order.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="isWhole">Whether only whole numbers are marked, because there are no others.</param>
    public ImmutableArray<Tick> Ticks(int most, bool isWhole = false)
    {
        if (most < 1)
        {
            return [];
        }

        ImmutableArray<Tick> ticks = IsLogarithmic ? LogarithmicTicks(most) : [];
        return ticks.Length >= Math.Min(2, most) ? ticks : LinearTicks(most, isWhole);
    }

    private ImmutableArray<Tick> LinearTicks(int most, bool isWhole)
    {
        double length = (Maximum / 2) - (Minimum / 2);
        int exponent = (int)Math.Floor(Math.Log10(Math.Max(length / most, double.Epsilon))) - 1;
        for (exponent = isWhole ? Math.Max(exponent, 0) : Math.Max(exponent, -323); exponent <= 308; exponent++)
        {
            foreach (int multiple in Multiples)
            {
                double step = multiple * Math.Pow(10, exponent);
                double begin = Math.Ceiling((Minimum / step) - 1e-9);
                double end = Math.Floor((Maximum / step) + 1e-9);
                if (double.IsFinite(step) && end - begin < most)
                {
                    return [.. Enumerable.Range(0, (int)Math.Max(0, end - begin + 1)).Select(index => MultipleOf(begin + index, multiple, exponent)).DistinctBy(tick => tick.Value)];
                }
            }
        }

        return [];
    }

    private Tick MultipleOf(double count, int multiple, int exponent)
    {
        // A power with a negative exponent is not exact, one with a positive is.
        double value = exponent < 0 && exponent > -300 ? count * multiple / Math.Pow(10, -exponent) : count * multiple * Math.Pow(10, exponent);
        double size = Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));
        return new Tick(value, TextOf(value, exponent, isPlain: size < 1e6 && size >= 1e-3));
    }

    private static string TextOf(double value, int exponent, bool isPlain)
    {
        string text = value.ToString($"F{Math.Clamp(-exponent, 0, 15)}", CultureInfo.InvariantCulture);
        if (!isPlain && value != 0)
        {
            int digits = Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9) - exponent, 0, 15);
            text = value.ToString("0." + new string('#', digits) + "e-0", CultureInfo.InvariantCulture);
        }

        return (value == 0 ? "0" : text).Replace('-', '−');
    }

    private ImmutableArray<Tick> LogarithmicTicks(int most)
    {
        int begin = (int)Math.Ceiling(first - 1e-9);
        int end = (int)Math.Floor(last + 1e-9);
        int decades = end - begin + 1;
        bool isPlain = begin >= SmallestPlainDecade && end <= WidestPlainDecade;
        if (decades < Math.Min(3, most))
        {
            // Few powers of ten: some of their multiples are marked too.
            foreach (ImmutableArray<int> multiples in new[] { Multiples, [1, 3] })
            {
                ImmutableArray<Tick> finer =
                [
                    .. from decade in Enumerable.Range(begin - 1, decades + 2)
                       from multiple in multiples
                       let value = multiple * Math.Pow(10, decade)
                       where value >= Minimum * (1 - 1e-9) && value <= Maximum * (1 + 1e-9)
                       select new Tick(value, TextOf(value, decade, isPlain)),
                ];
                if (finer.Length <= most)
                {
                    return finer;
                }
            }
        }

        int every = (decades + most - 1) / most;
        return
        [
            .. Enumerable.Range(begin, Math.Max(0, decades))
                .Where(decade => (decade - begin) % Math.Max(1, every) == 0)
                .Select(decade => new Tick(Math.Pow(10, decade), TextOf(Math.Pow(10, decade), decade, isPlain))),
        ];
    }
}
