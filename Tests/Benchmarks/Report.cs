using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>Prints one line a figure: name, value, unit, ratio, against what.</summary>
internal sealed class Report(TextWriter output)
{
    public void Machine()
    {
        string build =
#if DEBUG
            "DEBUG BUILD: run with -c Release";
#else
            "release build";
#endif
        output.WriteLine($"# {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {build}");
        output.WriteLine($"{"figure",-58} {"value",12} {"unit",-10} {"ratio",8}  against");
    }

    public void Line(string name, double value, string unit, double? ratio = null, string against = "")
    {
        string ratioText = ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "";
        output.WriteLine(
            $"{name,-58} {value.ToString("0.####", CultureInfo.InvariantCulture),12} {unit,-10} {ratioText,8}  {against}".TrimEnd());
    }

    /// <summary>The times of single runs in microseconds, sorted, after a warm-up.</summary>
    public static double[] Times(int runs, Action<int> run)
    {
        for (int index = 0; index < Math.Max(50, runs / 5); index++)
        {
            run(index);
        }

        double[] times = new double[runs];
        for (int index = 0; index < runs; index++)
        {
            long start = Stopwatch.GetTimestamp();
            run(index);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }

    public static double Quantile(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];
}
