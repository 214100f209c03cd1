using Benchmarks;

// Every figure is printed with what it is compared with, measured in the same run; nothing is asserted.
Report report = new(Console.Out);
report.Machine();
TerminalFigures.Measure(report);
IterationFigures.Measure(report);
TimelineFigures.Measure(report);
return 0;
