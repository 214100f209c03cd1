using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>
/// Layers as boxes in columns by depth, connected by lines, with what is known of them. Where there is no room for all columns, those
/// around the layer that is computed now are drawn, and how many there are before and after is told.
/// </summary>
internal static class LayersView
{
    private const int FewestRowsForLine = 4;
    private const int RowsForLegend = 14;
    private const int MostDigits = 3;
    private const int KindRank = 1;
    private const int ShapeRank = 2;
    private const int NumbersRank = 3;
    private const int GradientRank = 4;
    private const int ContinuedRank = 9;

    public static void Draw(Canvas canvas, Region region, LayersModel layers, Words words)
    {
        if (region.IsEmpty)
        {
            return;
        }

        Ink flow = NetworkView.FlowOf(layers.Phase);
        if (region.Rows >= RowsForLegend)
        {
            Region legend = region.SplitBottom(1, out region);
            canvas.Write(legend.Column, legend.Row, words.Drawings.LayerLegend, Ink.Muted, legend.Columns);
        }

        if (region.Rows >= FewestRowsForLine)
        {
            NetworkView.DrawLooked(canvas, region.SplitBottom(1, out region), layers.LookedName, layers.LookedValue, flow);
        }

        LayersLayout layout = new(region, layers);
        DrawEdges(canvas, layout, layers, flow);
        for (int box = 0; box < layers.Count; box++)
        {
            if (layout.PlaceOf(box) is { } place)
            {
                DrawBox(canvas, place, layers, box, flow, words);
                if (layers.NumberOf(box) is { } number)
                {
                    canvas.Target(place, new NumberTarget(number));
                }
            }
        }

        foreach ((int column, int row, string text) in layout.Folds)
        {
            canvas.Write(column, row, text, Ink.Muted, region.Column + region.Columns - column);
        }
    }

    private static void DrawEdges(Canvas canvas, LayersLayout layout, LayersModel layers, Ink flow)
    {
        BrailleLines lines = new();
        List<(int Column, int Row, char Head)> heads = [];
        foreach (LayerEdge edge in layout.Edges)
        {
            bool isActive = layers.IsActiveEdge(edge.From, edge.To);
            LineLook look = new(isActive ? LineWeight.Heavy : LineWeight.Light, false, isActive ? flow : Ink.Border, isActive);
            foreach ((int startColumn, int startRow, int endColumn, int endRow) in edge.Parts)
            {
                lines.Add(startColumn, startRow, endColumn, endRow, look);
            }

            if (isActive && !edge.Parts.IsEmpty)
            {
                heads.Add(layers.Direction > 0
                    ? (edge.Parts[^1].EndColumn, edge.Parts[^1].EndRow, '▶')
                    : (edge.Parts[0].StartColumn, edge.Parts[0].StartRow, '◀'));
            }
        }

        lines.Draw(canvas);
        foreach ((int column, int row, char head) in heads)
        {
            canvas.Set(column, row, head, flow);
        }
    }

    private static void DrawBox(Canvas canvas, Region place, LayersModel layers, int box, Ink flow, Words words)
    {
        LayerBox layer = layers[box];
        bool isActive = layers.Active == box;
        canvas.Fill(place);
        string name = isActive ? $"[{layer.Name}]" : layer.Name;
        if (place.Rows < 3 || place.Columns < 4)
        {
            canvas.Write(place.Column, place.Row, name, isActive ? Ink.Active : Ink.Strong, place.Columns);
            Region rest = place;
            rest.SplitTop(1, out rest);
            DrawLines(canvas, rest, LinesOf(layers, box, words, place.Columns));
            return;
        }

        canvas.Box(place, ink: isActive ? flow : Ink.Border);
        int room = place.Columns - 2;
        canvas.Write(place.Column + 1, place.Row, CellWidth.Crop(name, room), isActive ? Ink.Active : Ink.Strong);
        List<BoxLine> lines = LinesOf(layers, box, words, room);
        if (place.Rows == 3)
        {
            DrawFlat(canvas, place, lines);
            return;
        }

        DrawLines(canvas, place.Inset(1), lines);
    }

    /// <summary>A box with one line inside: the kind and shape, and on the lower border what is known of its numbers.</summary>
    private static void DrawFlat(Canvas canvas, Region place, List<BoxLine> lines)
    {
        string what = string.Join(' ', lines.Where(line => line.Rank is KindRank or ShapeRank).Select(line => line.Whole ?? line.Text));
        canvas.Write(place.Column + 1, place.Row + 1, what, Ink.Text, place.Columns - 2);
        if (lines.LastOrDefault(line => line.Rank is NumbersRank or GradientRank) is { } known)
        {
            canvas.Write(place.Column + 1, place.Row + 2, known.Text, known.Ink, place.Columns - 2);
        }
    }

    private static void DrawLines(Canvas canvas, Region region, IReadOnlyList<BoxLine> lines)
    {
        // The less important ones make room; what remains keeps its order.
        HashSet<BoxLine> kept = [.. lines.OrderBy(line => line.Rank).Take(region.Rows)];
        int row = region.Row;
        foreach (BoxLine line in lines.Where(kept.Contains))
        {
            string text = line.Whole is { } whole && kept.All(other => other.Rank != ContinuedRank) ? whole : line.Text;
            canvas.Write(region.Column, row++, text, line.Ink, region.Columns);
        }
    }

    private static List<BoxLine> LinesOf(LayersModel layers, int box, Words words, int room)
    {
        LayerBox layer = layers[box];
        LayerFacts facts = layers.FactsOf(box);
        List<BoxLine> lines = [.. KindOf(layer, room, words)];
        if (layer.Role != LayerBoxKind.Loss)
        {
            lines.Add(new BoxLine(ShapeRank, layer.Features.ToString().Replace(" ", room < 12 ? "" : " ", StringComparison.Ordinal), Ink.Text));
        }

        if (layer.Parameters > 0)
        {
            lines.Add(new BoxLine(5, $"{layer.Parameters} θ", Ink.Muted));
        }
        else if (layer.SharedWith is { } first)
        {
            lines.Add(new BoxLine(5, $"θ = {first}", Ink.Muted));
        }

        bool isOne = layer.Output.Shape.Size == 1;
        string name = isOne ? facts.Letter : $"|{facts.Letter}|";
        lines.Add(facts.Outputs is { } outputs
            ? new BoxLine(NumbersRank, Fit(name, isOne ? outputs.Least : outputs.MeanMagnitude, room), Ink.Text)
            : new BoxLine(NumbersRank, $"{name} ·", Ink.NotYet));
        if (facts.Outputs is { } range && !isOne && RangeOf(range, room) is { } text)
        {
            lines.Add(new BoxLine(6, text, Ink.Muted));
        }

        Add(GradientRank, "|∂|", facts.Gradients, Ink.Backward);
        Add(8, "|W|", facts.Weights, Ink.Muted);
        Add(7, "|∂W|", facts.WeightGradients, Ink.Backward);
        return lines;

        void Add(int rank, string of, NumbersSummary? summary, Ink ink)
        {
            if (summary is { } known)
            {
                lines.Add(new BoxLine(rank, Fit(of, known.MeanMagnitude, room), ink));
            }
        }
    }

    /// <summary>The kind, where it is too long in two lines, broken at a hyphen.</summary>
    private static IEnumerable<BoxLine> KindOf(LayerBox layer, int room, Words words)
    {
        string kind = layer.Role == LayerBoxKind.Input ? words.Drawings.Input : layer.Kind;
        int hyphen = CellWidth.Of(kind) > room ? kind.LastIndexOf('-', Math.Min(kind.Length, room) - 1) : -1;
        if (hyphen > 0)
        {
            yield return new BoxLine(KindRank, kind[..(hyphen + 1)], Ink.Text, kind);
            yield return new BoxLine(ContinuedRank, kind[(hyphen + 1)..], Ink.Text);
        }
        else if (kind.Length > 0)
        {
            yield return new BoxLine(KindRank, kind, Ink.Text);
        }
    }

    /// <summary>A number with as many digits as have room. A number that is cut off would be another one.</summary>
    private static string Fit(string name, double value, int room)
    {
        for (int digits = MostDigits; digits > 0; digits--)
        {
            string text = $"{name} {PictureNumbers.Text(value, digits)}";
            if (CellWidth.Of(text) <= room)
            {
                return text;
            }
        }

        return $"{name} …";
    }

    private static string? RangeOf(NumbersSummary summary, int room)
    {
        for (int digits = MostDigits; digits > 0; digits--)
        {
            (string least, string greatest) = (PictureNumbers.Text(summary.Least, digits), PictureNumbers.Text(summary.Greatest, digits));
            foreach (string text in new[] { $"{least} … {greatest}", $"{least}…{greatest}" })
            {
                if (CellWidth.Of(text) <= room)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>A line of a box: the greater its rank, the sooner it makes room. Whole is what it says where its continuation did.</summary>
    private sealed record BoxLine(int Rank, string Text, Ink Ink, string? Whole = null);
}
