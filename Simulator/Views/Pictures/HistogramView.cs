using System.Collections.Immutable;
using System.Globalization;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Views.Pictures;

/// <summary>
/// Activations and gradients layer by layer: least, mean size and greatest, and small bars of how many numbers are where. The gradients of
/// all layers share one axis of powers of ten, so that smaller ones are further left. A chosen layer has two histograms with axes; the layer
/// that is looked at has them below the others where there is room.
/// </summary>
internal static class HistogramView
{
    private const int FigureWidth = 9;
    private const int WidestName = 14;
    private const int NarrowestBars = 8;
    private const int WidestBars = 40;
    private const int NotesWidth = 18;
    private const int RowsForNotes = 10;
    private const int RowsForChart = 8;
    private const double LeastPlain = 1e-3;
    private const double LeastHuge = 1e6;

    public static void Draw(Canvas canvas, Region region, HistogramModel model, Words words)
    {
        if (model.Chosen is { } chosen)
        {
            DrawLayer(canvas, region, model.Layers[chosen], words);
            return;
        }

        (double Least, double Greatest)? decades = DecadesOf(model.Layers);
        Table table = Table.In(region, model);
        if (region.Rows > 2)
        {
            DrawTitles(canvas, region.SplitTop(1, out region), table, decades, words);
        }

        int visible = Math.Min(model.Layers.Length, Math.Max(1, region.Rows / 2));
        int first = Math.Clamp((model.Current ?? 0) - (visible / 2), 0, model.Layers.Length - visible);
        for (int index = 0; index < visible; index++)
        {
            LayerNumbers layer = model.Layers[first + index];
            bool isCurrent = first + index == model.Current;
            DrawRow(canvas, region.SplitTop(1, out region), table, layer.Activations, isCurrent, Notes(layer, words), words, RangeOf(layer.Activations), false);
            Region below = region.SplitTop(1, out region);
            if (layer.Gradients is { } gradients)
            {
                DrawRow(canvas, below, table, gradients, isCurrent, Notes(gradients, words), words, decades, true);
            }
        }

        if (model.Current is { } current && region.Rows > RowsForChart)
        {
            region.SplitTop(1, out region);
            DrawLayer(canvas, region, model.Layers[current], words);
        }
    }

    private static void DrawTitles(
        Canvas canvas, Region line, Table table, (double Least, double Greatest)? decades, Words words)
    {
        int column = line.Column + table.Name;
        foreach (string title in new[] { words.Plots.Smallest, words.Plots.MeanSize, words.Plots.Largest })
        {
            canvas.Write(column, line.Row, CellWidth.PadLeft(CellWidth.Crop(title, FigureWidth), FigureWidth), Ink.Muted, End(line) - column);
            column += FigureWidth + 1;
        }

        if (decades is { } range && table.Bars > 0)
        {
            string text = $"{words.Plots.SizeOfGradients}: {Whole(Math.Floor(range.Least))}..{Whole(Math.Ceiling(range.Greatest))}";
            canvas.Write(column + 1, line.Row, text, Ink.Muted, Math.Max(0, End(line) - column - 1));
        }
    }

    private static void DrawRow(
        Canvas canvas,
        Region line,
        Table table,
        NumberSummary numbers,
        bool isCurrent,
        string notes,
        Words words,
        (double From, double To)? range,
        bool byDecade)
    {
        if (line.Rows == 0)
        {
            return;
        }

        string name = $"{(isCurrent && !byDecade ? "▶" : " ")}{numbers.Name}";
        Ink ink = numbers.Known == 0 ? Ink.NotYet : byDecade ? Ink.Backward : Ink.Forward;
        canvas.Write(line.Column, line.Row, CellWidth.Crop(name, table.Name - 1), ink, line.Columns);
        int column = line.Column + table.Name;
        if (!numbers.HasNumbers)
        {
            string why = numbers.Known == 0 ? words.Plots.NotComputedYet : words.Plots.NotFinite(numbers.NotFinite);
            canvas.Write(column, line.Row, why, Ink.NotYet, Math.Max(0, End(line) - column));
            return;
        }

        foreach (double figure in new[] { numbers.Least, numbers.MeanSize, numbers.Greatest })
        {
            canvas.Write(column, line.Row, CellWidth.PadLeft(Figure(figure), FigureWidth), Ink.Text, Math.Max(0, End(line) - column));
            column += FigureWidth + 1;
        }

        if (range is { } shown && table.Bars > 0)
        {
            ImmutableArray<int> counts = numbers.CountsIn(byDecade ? Math.Floor(shown.From) : shown.From, byDecade ? Math.Ceiling(shown.To) : shown.To, table.Bars, byDecade);
            canvas.Set(column, line.Row, '│', Ink.Border);
            canvas.Write(column + 1, line.Row, BarChart.RowOf(counts), ink, table.Bars);
            canvas.Set(column + 1 + table.Bars, line.Row, '│', Ink.Border);
            column += table.Bars + 3;
        }

        canvas.Write(column, line.Row, notes, Ink.Muted, Math.Max(0, End(line) - column));
    }

    private static void DrawLayer(Canvas canvas, Region region, LayerNumbers layer, Words words)
    {
        Region left = region;
        if (layer.Gradients is { } gradients && region.Columns >= 2 * NarrowestBars)
        {
            left = region.SplitLeft((region.Columns / 2) - 1, out Region right);
            right.SplitLeft(2, out right);
            (double, double)? range = gradients.Decades is { } decades ? (Math.Floor(decades.Least), Math.Ceiling(decades.Greatest)) : null;
            DrawHistogram(canvas, right, gradients, Notes(gradients, words), words.Plots.SizeOfGradients, words, range, byDecade: true);
        }

        DrawHistogram(canvas, left, layer.Activations, Notes(layer, words), layer.Activations.Name, words, RangeOf(layer.Activations), byDecade: false);
    }

    private static void DrawHistogram(
        Canvas canvas, Region region, NumberSummary numbers, string notes, string axis, Words words, (double From, double To)? range, bool byDecade)
    {
        Ink ink = byDecade ? Ink.Backward : Ink.Forward;
        if (region.Rows > 3)
        {
            string figures = numbers.HasNumbers
                ? $"{numbers.Name}  {Figure(numbers.Least)} .. {Figure(numbers.Greatest)}"
                : numbers.Name;
            canvas.Write(region.Column, region.Row, figures, Ink.Strong, region.Columns);
            string mean = numbers.HasNumbers ? $"{words.Plots.MeanSize} {Figure(numbers.MeanSize)}" : "";
            bool isOneLine = region.Rows < RowsForNotes || CellWidth.Of(mean) + 2 + CellWidth.Of(notes) <= region.Columns;
            canvas.Write(region.Column, region.Row + 1, isOneLine ? $"{mean}  {notes}".Trim() : mean, Ink.Muted, region.Columns);
            canvas.Write(region.Column, region.Row + 2, isOneLine ? "" : notes, Ink.Muted, region.Columns);
            region.SplitTop(isOneLine ? 2 : 3, out region);
        }

        PlotScale values = range is { } shown ? PlotScale.Linear(shown.From, shown.To) : PlotScale.Linear(0, 1);
        int parts = Math.Clamp((region.Columns - 8) / 2, 1, 50);
        ImmutableArray<int> counts = numbers.CountsIn(values.Minimum, values.Maximum, parts, byDecade);
        PlotArea area = PlotArea.Begin(
            canvas, region, new PlotAxis(values, axis), new PlotAxis(PlotScale.Linear(0, Math.Max(1, counts.Max())), words.Plots.Numbers, IsWhole: true));
        if (!numbers.HasNumbers)
        {
            area.Message(numbers.Known == 0 ? words.Plots.NotComputedYet : words.Plots.NotFinite(numbers.NotFinite));
            return;
        }

        BarChart.Draw(canvas, area.Inner, counts, ink);
    }

    private static string Notes(LayerNumbers layer, Words words)
    {
        // What says most comes first, since the end may be cut off.
        List<string> notes = [];
        if (layer.SaturatedShare is { } share)
        {
            notes.Add(words.Plots.Saturated(share.ToString("0%", CultureInfo.InvariantCulture)));
        }

        if (layer.Dead is { } dead and > 0)
        {
            notes.Add(words.Plots.Dead(dead));
        }

        notes.AddRange(Partly(layer.Activations, words));

        return string.Join("  ", notes);
    }

    private static string Notes(NumberSummary gradients, Words words)
    {
        List<string> notes = Partly(gradients, words);
        if (gradients.Zeros > 0)
        {
            notes.Add(words.Plots.Zeros(gradients.Zeros));
        }

        return string.Join("  ", notes);
    }

    private static List<string> Partly(NumberSummary numbers, Words words)
    {
        List<string> notes = [];
        if (numbers.Known < numbers.All)
        {
            notes.Add(words.Plots.KnownOf(numbers.Known, numbers.All));
        }

        if (numbers.NotFinite > 0)
        {
            notes.Add(words.Plots.NotFinite(numbers.NotFinite));
        }

        return notes;
    }

    private static (double Least, double Greatest)? DecadesOf(ImmutableArray<LayerNumbers> layers)
    {
        List<(double Least, double Greatest)> all =
            [.. layers.Select(layer => layer.Gradients?.Decades).Where(decades => decades is not null).Select(decades => decades!.Value)];
        if (all.Count == 0)
        {
            return null;
        }

        (double least, double greatest) = (all.Min(decades => decades.Least), all.Max(decades => decades.Greatest));
        return Math.Floor(least) < Math.Ceiling(greatest) ? (least, greatest) : (least, greatest + 1);
    }

    private static (double From, double To)? RangeOf(NumberSummary numbers)
    {
        if (!numbers.HasNumbers)
        {
            return null;
        }

        PlotScale scale = PlotScale.Linear(numbers.Least, numbers.Greatest);
        return (scale.Minimum, scale.Maximum);
    }

    /// <summary>A number as it stands in the network's drawing; in powers of ten where it is tiny or huge.</summary>
    private static string Figure(double value) => Math.Abs(value) is 0 or (>= LeastPlain and < LeastHuge)
        ? PictureNumbers.Text(value)
        : value.ToString("0.00e-0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Whole(double value) => (value + 0.0).ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static int End(Region line) => line.Column + line.Columns;

    /// <summary>How wide the columns are: of the names, the space behind them included, and of the bars; 0 where these have no room.</summary>
    private readonly record struct Table(int Name, int Bars)
    {
        public static Table In(Region region, HistogramModel model)
        {
            int name = model.Layers
                .SelectMany(layer => new[] { layer.Activations.Name, layer.Gradients?.Name ?? "" })
                .Max(CellWidth.Of);
            name = Math.Min(name, WidestName) + 2;
            int room = region.Columns - name - (3 * (FigureWidth + 1)) - 3;
            int bars = Math.Min(WidestBars, Math.Max(room - NotesWidth, room >= NarrowestBars ? NarrowestBars : 0));
            return new Table(name, bars);
        }
    }
}
