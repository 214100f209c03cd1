using Engine.Formulas;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views.Pictures;

/// <summary>An activation function and its derivative over the sums around 0, and where the unit is that is looked at.</summary>
internal static class FunctionView
{
    private const int RowsForValues = 8;
    private const double MarginShare = 0.03;
    private const int Gap = 3;

    public static void Draw(Canvas canvas, Region region, FunctionModel model, Words words)
    {
        if (region.Rows >= RowsForValues)
        {
            DrawValues(canvas, region.SplitTop(1, out region), model);
        }

        PlotScale sums = PlotScale.Linear(-model.Reach, model.Reach);
        List<PlotPoint> values = [];
        List<PlotPoint> slopes = [];
        int dots = Math.Clamp(region.Columns * BrailleRaster.DotsAcross, 2, 1000);
        for (int dot = 0; dot <= dots; dot++)
        {
            double sum = sums.ValueAt((double)dot / dots);
            values.Add(new PlotPoint(sum, model.At(sum)));
            slopes.Add(new PlotPoint(sum, model.SlopeAt(sum)));
        }

        // A little room above and below, so that a curve that comes near to 0 or 1 has them on its axis.
        PlotScale drawn = PlotScale.For(values.Concat(slopes).Select(point => point.Y)) ?? PlotScale.Linear(0, 1);
        PlotScale heights = PlotScale.Linear(drawn.ValueAt(-MarginShare), drawn.ValueAt(1 + MarginShare));
        PlotArea area = PlotArea.Begin(
            canvas,
            region,
            new PlotAxis(sums, model.SumName),
            new PlotAxis(heights),
            LegendOf(model, words));
        if (model.Sum is { } now)
        {
            area.Cursor(now, Ink.Active);
        }

        area.Line(slopes, LinePattern.Dashed, Ink.Backward);
        area.Line(values, LinePattern.Solid, Ink.Forward);
        area.DrawLines();
        foreach (double other in model.Others)
        {
            area.Mark(new PlotPoint(other, heights.Minimum), '▴', Ink.Muted);
        }

        if (model.Sum is { } at && double.IsFinite(at))
        {
            area.Mark(new PlotPoint(at, model.SlopeAt(at)), SlopeMark(model), Ink.Active);
            area.Mark(new PlotPoint(at, model.At(at)), ValueMark(model), Ink.Active);
        }
    }

    // Hollow marks are where the numbers are going to be.
    private static char ValueMark(FunctionModel model) => model.Value is null ? '○' : '●';

    private static char SlopeMark(FunctionModel model) => model.Slope is null ? '◇' : '◆';

    /// <summary>What is drawn at the moment, and nothing else.</summary>
    private static List<LegendEntry> LegendOf(FunctionModel model, Words words)
    {
        List<LegendEntry> legend =
        [
            LegendEntry.Of(LinePattern.Solid, $"{model.Name}(z)", Ink.Forward),
            LegendEntry.Of(LinePattern.Dashed, $"{model.Name}′(z)", Ink.Backward),
        ];
        if (model.Sum is { } sum && double.IsFinite(sum))
        {
            legend.Add(MarkOf(ValueMark(model), words.Plots.ValueNow, model.Value));
            legend.Add(MarkOf(SlopeMark(model), words.Plots.SlopeNow, model.Slope));
        }

        if (!model.Others.IsEmpty)
        {
            legend.Add(new LegendEntry("▴", words.Plots.OtherUnits, Ink.Muted));
        }

        return legend;

        LegendEntry MarkOf(char mark, string name, double? number) =>
            new($"{mark}", number is null ? words.Plots.GoingToBe(name) : name, Ink.Active);
    }

    /// <summary>The three numbers: with their formulas where there is room, otherwise without, then with fewer digits.</summary>
    private static void DrawValues(Canvas canvas, Region line, FunctionModel model)
    {
        foreach ((bool hasFormulas, bool isExact) in new[] { (true, true), (false, true), (false, false) })
        {
            (string Text, Ink Ink)[] parts =
            [
                Part(model.SumName, "", model.Sum, Ink.Text),
                Part(model.ValueName, $"{model.Name}({model.SumName}) = ", model.Value, Ink.Forward),
                Part(model.SlopeName, $"{model.Name}′({model.SumName}) = ", model.Slope, Ink.Backward),
            ];
            if (!isExact || parts.Sum(part => CellWidth.Of(part.Text)) + (2 * Gap) <= line.Columns)
            {
                int column = line.Column;
                foreach ((string text, Ink ink) in parts)
                {
                    column += canvas.Write(column, line.Row, text, ink, Math.Max(0, line.Column + line.Columns - column)) + Gap;
                }

                return;
            }

            (string, Ink) Part(string name, string formula, double? value, Ink ink)
            {
                string number = value is { } known
                    ? (isExact ? NumberText.Fixed(known) : NumberText.Significant(known, 4)).Replace('-', '−')
                    : "·";
                return ($"{name} = {(hasFormulas ? formula : "")}{number}", value is null ? Ink.NotYet : ink);
            }
        }
    }
}
