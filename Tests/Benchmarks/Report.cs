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
        output.WriteLine($"{"figure",-72} {"value",12} {"unit",-10} {"ratio",8}  against");
    }

    public void Line(string name, double value, string unit, double? ratio = null, string against = "")
    {
        string ratioText = ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "";
        output.WriteLine(
            $"{name,-72} {value.ToString("0.####", CultureInfo.InvariantCulture),12} {unit,-10} {ratioText,8}  {against}".TrimEnd());
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

    /// <summary>The seconds of the fastest of many runs, after a warm-up. What else the machine does only ever makes a run slower.</summary>
    public static double Fastest(double forSeconds, Action run) => Fastest(forSeconds, run, run).First;

    /// <summary>
    /// The same for two that are compared: turn by turn, so that the machine's changing speed meets both, each for long enough to
    /// have its numbers in the caches.
    /// </summary>
    public static (double First, double Second) Fastest(double forSeconds, Action first, Action second)
    {
        const double WarmUp = 0.7;
        const double Turn = 0.03;
        (double First, double Second) fastest = (double.PositiveInfinity, double.PositiveInfinity);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds is var passed && passed < WarmUp + forSeconds)
        {
            (double firstTime, double secondTime) = (FastestOfTurn(first, Turn), FastestOfTurn(second, Turn));
            if (passed > WarmUp)
            {
                fastest = (Math.Min(fastest.First, firstTime), Math.Min(fastest.Second, secondTime));
            }
        }

        return fastest;
    }

    private static double FastestOfTurn(Action run, double turn)
    {
        double fastest = double.PositiveInfinity;
        for (double passed = 0; passed < turn;)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            double time = Stopwatch.GetElapsedTime(start).TotalSeconds;
            fastest = Math.Min(fastest, time);
            passed += time;
        }

        return fastest;
    }

    public static double Quantile(double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];
}
