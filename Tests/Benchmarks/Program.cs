using Benchmarks;

// Every figure is printed with what it is compared with, measured in the same run; nothing is asserted. `quick` keeps the run
// below two minutes; names of parts measure only these.
Dictionary<string, Action<Report, bool>> parts = new()
{
    ["terminal"] = (report, _) => TerminalFigures.Measure(report),
    ["pictures"] = PictureFigures.Measure,
    ["iteration"] = (report, _) => IterationFigures.Measure(report),
    ["timeline"] = (report, _) => TimelineFigures.Measure(report),
    ["tracing"] = (report, _) => TracingFigures.Measure(report),
    ["thinking"] = (report, _) => ThinkingFigures.Measure(report),
    ["product"] = ProductFigures.Measure,
    ["xor"] = XorFigures.Measure,
    ["large"] = LargePlanFigures.Measure,
};
bool quick = args.Contains("quick");
string[] chosen = [.. args.Except(["quick"])];
if (chosen.Except(parts.Keys).ToArray() is [string unknown, ..])
{
    Console.Error.WriteLine($"unknown part '{unknown}'; expected quick, {string.Join(", ", parts.Keys)}");
    return 2;
}

Report report = new(Console.Out);
report.Machine();
foreach ((string name, Action<Report, bool> measure) in parts)
{
    if (chosen.Length == 0 || chosen.Contains(name))
    {
        measure(report, quick);
    }
}

return 0;
