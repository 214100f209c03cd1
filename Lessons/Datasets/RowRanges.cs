using System.Collections.Immutable;
using System.Globalization;

namespace Lessons.Datasets;

/// <summary>Places in a table, written as a number or a range of numbers from 1: <c>65</c>, <c>1-64</c>.</summary>
public static class RowRanges
{
    /// <summary>The most places that ranges may name together.</summary>
    public const int Most = 1_000_000;

    /// <summary>Reads a number or a range.</summary>
    /// <returns>First and last place, both from 1; null where the text is neither.</returns>
    public static (int First, int Last)? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] ends = text.Split('-');
        return ends.Length <= 2 && ends.All(end => int.TryParse(end.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            && int.Parse(ends[0], CultureInfo.InvariantCulture) is >= 1 and var first
            && int.Parse(ends[^1], CultureInfo.InvariantCulture) is var last && last >= first && last - first < Most
            ? (first, last)
            : null;
    }

    /// <summary>All places of ranges, in their order.</summary>
    public static ImmutableArray<int> Of(IEnumerable<(int First, int Last)> ranges) =>
        [.. ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))];
}
