using System.Runtime.InteropServices;
using Engine.Running;

namespace Engine.Tests.Support;

/// <summary>Comparisons of numbers, each with its reason in its name.</summary>
internal static class NumberAssertions
{
    /// <summary>The same double, down to the sign of zero; any NaN is any other.</summary>
    public static void ShouldBeBitEqual(this double actual, double expected, string where) =>
        (double.IsNaN(actual) ? long.MinValue : BitConverter.DoubleToInt64Bits(actual)).ShouldBe(
            double.IsNaN(expected) ? long.MinValue : BitConverter.DoubleToInt64Bits(expected), $"{where}: {actual:G17} and {expected:G17}");

    /// <summary>The size of the largest number of an iteration, at least 1: what rounding errors in it grow with.</summary>
    public static double Largest(this IterationTrace trace) =>
        trace.Plan.AllAddresses().Select(address => Math.Abs(trace[address])).Append(1).Max();

    /// <summary>Equal but for rounding: relative to the larger of the expected number and 1.</summary>
    public static void ShouldAgree(this double actual, double expected, double tolerance, string where)
    {
        double room = tolerance * Math.Max(1, Math.Abs(expected));
        (Math.Abs(actual - expected) <= room).ShouldBeTrue($"{where}: found {actual:G17}, expected {expected:G17}");
    }

    /// <summary>Bit equality of all numbers.</summary>
    public static void ShouldBeBitEqual(this ReadOnlySpan<double> actual, ReadOnlySpan<double> expected, string where)
    {
        actual.Length.ShouldBe(expected.Length, where);

        // Words for each of a million equal numbers would take longer than computing them.
        if (MemoryMarshal.AsBytes(actual).SequenceEqual(MemoryMarshal.AsBytes(expected)))
        {
            return;
        }

        for (int index = 0; index < actual.Length; index++)
        {
            actual[index].ShouldBeBitEqual(expected[index], $"{where}[{index}]");
        }
    }
}
