using System.Collections.Immutable;
using Engine.Formulas;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views.Pictures;

/// <summary>Loss and metrics over the training: one above the other where the panel is high, side by side where it is wide.</summary>
internal static class CurvesView
{
    private const int RowsForValues = 8;
    private const int RowsForStack = 20;
    private const int ColumnsForTwo = 60;

    /// <summary>Over so many powers of ten a loss is drawn on a logarithmic scale.</summary>
    private const double DecadesForLogarithm = 1.5;

    private static readonly ImmutableArray<Ink> Inks = [Ink.Forward, Ink.Update, Ink.Backward, Ink.Good];

    public static void Draw(Canvas canvas, Region region, CurvesModel model, Words words)
    {
        if (region.Rows >= RowsForValues)
        {
            DrawValues(canvas, region.SplitTop(1, out region), model, words);
        }

        Region metrics = default;
        if (!model.Metrics.IsEmpty && region.Rows >= RowsForStack)
        {
            metrics = region.SplitBottom((region.Rows * 2 / 5) - 1, out region);
        }
        else if (!model.Metrics.IsEmpty && region.Columns >= ColumnsForTwo)
        {
            metrics = region.SplitRight((region.Columns / 2) - 2, out region);
            region = region with { Columns = region.Columns - 2 };
        }

        DrawPlot(canvas, region, model, model.Losses, words, DecadesForLogarithm);
        if (!metrics.IsEmpty)
        {
            DrawPlot(canvas, metrics, model, model.Metrics, words, decades: null);
        }
    }

    private static void DrawValues(Canvas canvas, Region line, CurvesModel model, Words words)
    {
        string text = $"{(model.IsByEpoch ? words.Epoch : words.Iteration)} {model.Cursor}";
        int column = line.Column + canvas.Write(line.Column, line.Row, CellWidth.Crop(text, line.Columns), Ink.Strong);
        foreach (Curve curve in model.Losses.Concat(model.Metrics))
        {
            string value = curve.Here is { } here ? NumberText.Significant(here, 5).Replace('-', '−') : "·";
            bool isTrainedLoss = curve.Name is null && !curve.IsValidation;
            string name = !isTrainedLoss ? NameOf(curve, words) : model.IsByEpoch ? words.Plots.LossOfEpoch : words.Plots.LossOfIteration;
            string part = $"   {name} {value}";
            if (column + CellWidth.Of(part) > line.Column + line.Columns)
            {
                return;
            }

            column += canvas.Write(column, line.Row, part, Ink.Text);
        }
    }

    private static void DrawPlot(
        Canvas canvas, Region region, CurvesModel model, ImmutableArray<Curve> curves, Words words, double? decades)
    {
        PlotScale? scale = PlotScale.For(curves.SelectMany(curve => curve.Points.Select(point => point.Value)), decades);
        bool isLogarithmic = scale?.IsLogarithmic == true;
        PlotAxis below = new(PlotScale.Linear(model.First, model.Last), model.IsByEpoch ? words.Epoch : words.Iteration, IsWhole: true);
        PlotArea area = PlotArea.Begin(
            canvas,
            region,
            below,
            new PlotAxis(scale ?? PlotScale.Linear(0, 1), isLogarithmic ? words.Plots.LogarithmicScale : ""),
            [.. curves.Select((curve, index) => LegendEntry.Of(LookOf(curve), NameOf(curve, words), InkOf(curves, index)))]);
        if (scale is null)
        {
            area.Message(words.Plots.NoFiniteNumbers);
            return;
        }

        area.Cursor(model.Cursor, Ink.Active);
        for (int index = 0; index < curves.Length; index++)
        {
            area.Line(curves[index].Points.Select(point => new PlotPoint(point.At, point.Value)), LookOf(curves[index]), InkOf(curves, index));
        }

        area.DrawLines();
        foreach (Curve curve in curves.OrderByDescending(curve => curve.IsValidation))
        {
            area.Mark(new PlotPoint(model.Cursor, curve.Here ?? double.NaN), curve.IsValidation ? '○' : '●', Ink.Active);
        }
    }

    private static LinePattern LookOf(Curve curve) => curve.IsValidation ? LinePattern.Dashed : LinePattern.Solid;

    private static Ink InkOf(ImmutableArray<Curve> curves, int index) => Inks[index % Inks.Length];

    private static string NameOf(Curve curve, Words words)
    {
        string name = curve.Name is { } metric ? words.Plots.Metric(metric) : words.Loss;
        return curve.IsValidation ? words.Validation(name) : name;
    }
}
