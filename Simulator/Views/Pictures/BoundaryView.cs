using System.Collections.Immutable;
using System.Text;
using Engine.Formulas;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views.Pictures;

/// <summary>
/// The plane of two inputs: regions by what the network answers, lines where the answer changes, and the samples, each with
/// its class's mark, filled where the answer is right.
/// </summary>
internal static class BoundaryView
{
    private const int RowsForSummary = 9;
    private const string Right = "●■▲◆";
    private const string Wrong = "○□△◇";
    private const string Shades = " ░▒▓";

    public static void Draw(Canvas canvas, Region region, BoundaryModel model, Words words)
    {
        if (region.Rows >= RowsForSummary)
        {
            DrawSummary(canvas, region.SplitTop(1, out region), model, words);
        }

        ImmutableArray<PlotGrid> leads = [.. Enumerable.Range(0, model.Classes).Select(LeadOf)];
        ImmutableArray<(PlotPoint From, PlotPoint To)> boundary = [.. (model.IsChoice ? leads : leads[1..]).SelectMany(lead => lead.Contour(0))];
        PlotArea area = PlotArea.Begin(
            canvas,
            region,
            new PlotAxis(PlotScale.Linear(model.X[0], model.X[^1]), model.XName),
            new PlotAxis(PlotScale.Linear(model.Y[0], model.Y[^1]), model.YName),
            LegendOf(model, !boundary.IsEmpty, words));
        area.Shade(point => model.IsChoice ? ShadeOf(leads, point) : ShadeOf(model, leads[1].At(point)), Ink.Muted);
        foreach ((PlotPoint from, PlotPoint to) in boundary)
        {
            area.Line([from, to], LinePattern.Solid, Ink.Accent);
        }

        area.DrawLines();
        foreach (BoundarySample sample in model.Samples.OrderBy(sample => sample.IsCurrent))
        {
            DrawSample(canvas, area, sample, model.Classes);
        }

        PlotGrid LeadOf(int @class) => new(model.X, model.Y, (column, row) => model.LeadAt(column, row, @class));
    }

    private static void DrawSample(Canvas canvas, PlotArea area, BoundarySample sample, int classes)
    {
        Ink ink = sample.IsCurrent ? Ink.Active : sample.IsRight ? Ink.Strong : Ink.Bad;
        if (area.Mark(new PlotPoint(sample.X, sample.Y), MarkOf(sample.Class, sample.IsRight, classes), ink) is not { } cell || !sample.IsCurrent)
        {
            return;
        }

        if (cell.Column > area.Inner.Column)
        {
            canvas.Set(cell.Column - 1, cell.Row, '[', ink);
        }

        if (cell.Column + 1 < area.Inner.Column + area.Inner.Columns)
        {
            canvas.Set(cell.Column + 1, cell.Row, ']', ink);
        }
    }

    /// <summary>The mark of a class; letters where there are more classes than marks, small ones where the answer is wrong.</summary>
    private static char MarkOf(int @class, bool isRight, int classes) =>
        classes <= Right.Length ? (isRight ? Right : Wrong)[@class] : (char)((isRight ? 'A' : 'a') + (@class % 26));

    /// <summary>Whether the network's answer is not finite somewhere in the plane.</summary>
    private static bool HasGaps(BoundaryModel model) =>
        Enumerable.Range(0, model.X.Length * model.Y.Length)
            .Any(cell => double.IsNaN(model.LeadAt(cell % model.X.Length, cell / model.X.Length, model.IsChoice ? 0 : 1)));

    private static List<LegendEntry> LegendOf(BoundaryModel model, bool hasBoundary, Words words)
    {
        List<LegendEntry> legend = [];
        if (!model.HasClasses)
        {
            legend.Add(new LegendEntry(Right[..1], words.Sample, Ink.Strong));
        }

        for (int @class = 0; @class < model.Classes && model.HasClasses; @class++)
        {
            string mark = MarkOf(@class, isRight: true, model.Classes).ToString();
            string sample = model.IsChoice ? $"{mark} {Shades[@class % Shades.Length]}" : mark;
            legend.Add(new LegendEntry(sample, words.Plots.ClassOf(@class), Ink.Strong));
        }

        if (hasBoundary && !model.IsChoice)
        {
            legend.Add(LegendEntry.Of(LinePattern.Solid, $"{model.OutputName} = {NumberText.Short(model.Threshold)}", Ink.Accent));
        }

        if (HasGaps(model))
        {
            legend.Add(new LegendEntry("?", words.Plots.NotFiniteThere, Ink.Muted));
        }

        if (model.Samples.Any(sample => !sample.IsRight))
        {
            legend.Add(new LegendEntry(MarkOf(0, isRight: false, model.Classes).ToString(), words.Plots.WrongSamples, Ink.Bad));
        }

        if (model.Samples.Any(sample => sample.IsCurrent))
        {
            legend.Add(new LegendEntry("[ ]", words.Plots.CurrentSample, Ink.Active));
        }

        return legend;
    }

    private static void DrawSummary(Canvas canvas, Region line, BoundaryModel model, Words words)
    {
        int column = line.Column;
        if (model.HasClasses)
        {
            string right = words.Plots.RightOf(model.Samples.Count(sample => sample.IsRight), model.Samples.Length);
            column += canvas.Write(column, line.Row, CellWidth.Crop(right, line.Columns), Ink.Text) + 3;
        }

        if (model.IsChoice)
        {
            return;
        }

        double least = model.Threshold - model.Reach;
        StringBuilder bar = new($"{model.OutputName}: {Text(least)}");
        for (int shade = 0; shade < Shades.Length; shade++)
        {
            bar.Append($" {Shades[shade]}{Shades[shade]} {Text(least + ((shade + 1) * model.Reach / 2))}");
        }

        canvas.Write(column, line.Row, bar.ToString(), Ink.Muted, Math.Max(0, line.Column + line.Columns - column));

        static string Text(double value) => NumberText.Short(value).Replace('-', '−');
    }

    private static char ShadeOf(ImmutableArray<PlotGrid> leads, PlotPoint point)
    {
        int best = 0;
        for (int @class = 1; @class < leads.Length; @class++)
        {
            best = leads[@class].At(point) > leads[best].At(point) ? @class : best;
        }

        return Shades[best % Shades.Length];
    }

    private static char ShadeOf(BoundaryModel model, double lead) =>
        double.IsNaN(lead) ? '?' : Shades[Math.Clamp((int)Math.Floor(((lead / model.Reach) + 1) * 2), 0, Shades.Length - 1)];
}
