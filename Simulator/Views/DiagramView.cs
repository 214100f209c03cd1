using System.Text;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views.Pictures;

namespace Simulator.Views;

/// <summary>
/// The network drawn: columns of units, weights on the edges between them, what is computed now emphasized, arrows the way
/// the numbers flow. Where there are more units or layers than room, columns fold and a layer is a line of text.
/// </summary>
internal static class DiagramView
{
    private const int NarrowestNode = 7;
    private const int WidestNode = 11;
    private const int NarrowestGap = 4;
    private const int WidestGap = 26;
    private const int MostEdges = 144;
    private const int RowsForLegend = 14;
    private const int CellsPerEdge = 5;

    /// <summary>Edges that go over so few rows are too flat beside a label for one to see which of them it belongs to.</summary>
    private const int RowsOfFlatEdge = 4;

    /// <summary>How much of such an edge's width a label leaves at least, if its weight's value stands in it.</summary>
    private const double LeastLineShare = 3.0 / 8;

    /// <summary>How far a cell may be from an edge's line to belong to it.</summary>
    private const double RowsOfEdge = 0.8;

    public static void Draw(Canvas canvas, Region region, DiagramModel diagram, Words words)
    {
        if (region.Rows >= RowsForLegend)
        {
            Region legend = region.SplitBottom(1, out region);
            string text = diagram.IsAnyByGradient ? words.Drawings.EdgesByGradient : words.Drawings.EdgesByWeight;
            canvas.Write(legend.Column, legend.Row, text, Ink.Muted, legend.Columns);
        }

        Layout? layout = Layout.For(region, diagram);
        if (layout is null)
        {
            DrawLayers(canvas, region, diagram);
            return;
        }

        Ink flow = NetworkView.FlowOf(diagram.PhaseNow);
        for (int column = 1; column <= diagram.Layers; column++)
        {
            if (diagram.HasKernel(column))
            {
                DrawEdges(canvas, layout, diagram, column, flow);
            }
        }

        for (int column = 0; column < layout.Columns; column++)
        {
            DrawColumn(canvas, layout, diagram, column, flow, words);
        }
    }

    private static void DrawColumn(Canvas canvas, Layout layout, DiagramModel diagram, int column, Ink flow, Words words)
    {
        string?[] positions = [.. layout.Units(column).Select(unit => PositionOf(diagram.Node(column, unit).Name))];
        bool areTold = positions.Distinct(StringComparer.Ordinal).Count() == positions.Length;
        foreach (int unit in layout.Units(column))
        {
            (int left, int top) = (layout.Left(column), layout.Top(column, unit));
            DrawNode(canvas, layout, left, top, layout.HeightOf(column), diagram.Node(column, unit), areTold, flow);
        }

        if (layout.Folded(column) is var folded and > 0)
        {
            string text = "⋮ " + words.FoldedUnits(folded);
            canvas.Write(layout.Left(column), layout.Region.Row + layout.Region.Rows - 1, text, Ink.Muted, layout.NodeWidth);
        }
    }

    private static void DrawNode(Canvas canvas, Layout layout, int left, int top, int height, DiagramNode node, bool areTold, Ink flow)
    {
        bool hasRoom = CellWidth.Of(node.Name) + 2 <= layout.NodeWidth;
        string name = !hasRoom ? node.Name : node.IsActive ? $"[{node.Name}]" : $" {node.Name} ";
        string value = node.Value ?? "·";
        canvas.Target(new Region(left, top, layout.NodeWidth, Math.Min(height, 2)), new NumberTarget(node.Number));
        Ink ink = node.Value is null ? Ink.NotYet : Ink.Text;
        if (height == 1)
        {
            int nameWidth = Math.Max(0, layout.NodeWidth - CellWidth.Of(value));
            if (CellWidth.Of(name) > nameWidth && PositionOf(node.Name) is { } position)
            {
                // What tells the column's units apart: their positions, or names of their own.
                string own = areTold ? position : IdentifierOf(node.Name);
                string bracketed = $"[{own}]";
                name = !node.IsActive ? own : CellWidth.Of(bracketed) <= nameWidth ? bracketed : $"›{own}";
            }

            canvas.Write(left, top, name, node.IsActive ? Ink.Active : Ink.Strong, nameWidth);
            canvas.Write(left + layout.NodeWidth - CellWidth.Of(value), top, value, ink);
            return;
        }

        Centered(canvas, left, top, layout.NodeWidth, name, node.IsActive ? Ink.Active : Ink.Strong);
        Centered(canvas, left, top + 1, layout.NodeWidth, value, ink);
        if (height > 2 && node.Gradient is { } gradient)
        {
            Centered(canvas, left, top + 2, layout.NodeWidth, "∂" + gradient, node.IsActive ? flow : Ink.Backward);
            canvas.Target(new Region(left, top + 2, layout.NodeWidth, 1), new NumberTarget(node.GradientNumber!));
        }
    }

    /// <summary>The unit's position at the end of a name such as <c>h1[2,3]</c>; null where there is none.</summary>
    private static string? PositionOf(string name) =>
        name.EndsWith(']') ? name[(name.LastIndexOfAny(['[', ',']) + 1)..^1] : null;

    /// <summary>A name without positions: <c>h1</c> of <c>h1[2,3]</c>.</summary>
    private static string IdentifierOf(string name) => name.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    private static void Centered(Canvas canvas, int left, int top, int width, string text, Ink ink)
    {
        text = CellWidth.Crop(text, width);
        canvas.Write(left + ((width - CellWidth.Of(text)) / 2), top, text, ink);
    }

    private static void DrawEdges(Canvas canvas, Layout layout, DiagramModel diagram, int column, Ink flow)
    {
        List<(int From, int To)> idle = [];
        List<(int From, int To)> active = [];
        foreach (int from in layout.Units(column - 1))
        {
            foreach (int to in layout.Units(column))
            {
                (diagram.IsActiveEdge(column, from, to) ? active : idle).Add((from, to));
            }
        }

        int start = layout.Left(column - 1) + layout.NodeWidth;
        int end = layout.Left(column) - 1;
        BrailleLines lines = new();
        List<(int From, int To)> drawn = [.. active];
        if (idle.Count + active.Count <= MostEdges)
        {
            // Where lines would cover everything, only the strongest are drawn.
            int most = Math.Max(0, end - start) * layout.Region.Rows / CellsPerEdge;
            foreach ((int from, int to) in idle.OrderByDescending(edge => diagram.StrengthOf(column, edge.From, edge.To).Share ?? 0).Take(most))
            {
                LineLook look = LookOf(diagram.StrengthOf(column, from, to));
                lines.Add(start, layout.Anchor(column - 1, from), end, layout.Anchor(column, to), look);
                drawn.Add((from, to));
            }
        }

        canvas.Target(
            new Region(start, layout.Region.Row, end - start + 1, layout.Region.Rows),
            (x, y) => NearestTo(x, y + layout.Region.Row) is var (from, to) ? new NumberTarget(diagram.Edge(column, from, to).Number) : null);
        foreach ((int from, int to) in active)
        {
            // What passes over an edge now is multiplied by its weight, in both directions.
            LineLook look = new(LineWeight.Heavy, diagram.IsNegativeWeight(column, from, to), flow, IsOnTop: true);
            lines.Add(start, layout.Anchor(column - 1, from), end, layout.Anchor(column, to), look);
        }

        lines.Draw(canvas);
        foreach ((int from, int to) in active)
        {
            if (diagram.Direction > 0)
            {
                canvas.Set(end, layout.Anchor(column, to), '▶', flow);
            }
            else if (diagram.Direction < 0)
            {
                canvas.Set(start, layout.Anchor(column - 1, from), '◀', flow);
            }
        }

        HashSet<int> taken = [];
        foreach ((int from, int to) in active.Concat(idle.Count + active.Count <= MostEdges ? idle : []))
        {
            DrawEdgeLabel(canvas, layout, diagram.Edge(column, from, to), (start, layout.Anchor(column - 1, from)), (end, layout.Anchor(column, to)), taken, flow);
        }

        // Of the edges that pass a cell the one whose line is nearest, first those that something passes over now.
        (int From, int To)? NearestTo(int x, int row)
        {
            (int, int)? nearest = null;
            double least = RowsOfEdge;
            foreach ((int from, int to) in drawn)
            {
                double share = (double)x / Math.Max(1, end - start);
                double at = layout.Anchor(column - 1, from) + (share * (layout.Anchor(column, to) - layout.Anchor(column - 1, from)));
                if (Math.Abs(at - row) < least)
                {
                    (nearest, least) = ((from, to), Math.Abs(at - row));
                }
            }

            return nearest;
        }
    }

    /// <summary>How an edge looks that nothing passes over: thick where it is strong among those of its layer, dashed where negative.</summary>
    private static LineLook LookOf(EdgeStrength strength)
    {
        const double Weak = 1.0 / 3;
        const double Strong = 2.0 / 3;
        if (strength.Share is not { } share)
        {
            return new LineLook(LineWeight.Dotted, false, Ink.NotYet);
        }

        LineWeight weight = share < Weak ? LineWeight.Dotted : share < Strong ? LineWeight.Light : LineWeight.Heavy;
        return new LineLook(weight, strength.IsNegative, strength.IsNegative ? Ink.Negative : Ink.Positive);
    }

    /// <summary>
    /// A weight's name and value where its edge has a row to itself, as near to the edge's beginning as possible. Where edges cross in a few
    /// rows, an arrow tells which of them it is, and the value goes where little would be left of the line.
    /// </summary>
    private static void DrawEdgeLabel(
        Canvas canvas, Layout layout, DiagramEdge edge, (int Column, int Row) start, (int Column, int Row) end, HashSet<int> taken, Ink flow)
    {
        int rows = end.Row - start.Row;
        bool isFlat = Math.Abs(rows) < RowsOfFlatEdge;
        string name = isFlat && rows != 0 ? edge.Name + (rows > 0 ? '↘' : '↗') : edge.Name;
        string text = $"{name} {edge.Value}";
        int room = end.Column - start.Column - 1;
        if (room - CellWidth.Of(text) < (isFlat ? room * LeastLineShare : 0))
        {
            text = name;
        }

        int width = CellWidth.Of(text);
        if (width > room || layout.Region.Rows < 2)
        {
            return;
        }

        double[] places = start.Row == end.Row ? [0.5] : [0.3, 0.4, 0.25, 0.5, 0.6, 0.7];
        foreach (double place in places)
        {
            int row = (int)Math.Round(start.Row + (place * (end.Row - start.Row)));
            if (taken.Add(row))
            {
                double center = start.Column + (place * (end.Column - start.Column));
                int left = Math.Clamp((int)Math.Round(center - (width / 2.0)), start.Column + 1, end.Column - width);
                canvas.Write(left, row, text, edge.IsActive ? flow : Ink.Muted);
                canvas.Target(new Region(left, row, width, 1), new NumberTarget(edge.Number));
                if (rows != 0 && left + width < end.Column)
                {
                    // Another edge that passes here would seem to come out of the label.
                    canvas.Set(left + width, row, ' ', Ink.Text);
                }

                return;
            }
        }
    }

    /// <summary>What remains when there is no room for units: one line a layer.</summary>
    private static void DrawLayers(Canvas canvas, Region region, DiagramModel diagram)
    {
        StringBuilder text = new();
        for (int column = 0; column <= diagram.Layers; column++)
        {
            text.Append(column > 0 ? " → " : "").Append(diagram.Node(column, 0).Name).Append(" × ").Append(diagram.UnitsOf(column));
        }

        IReadOnlyList<string> lines = CellWidth.Wrap(text.ToString(), region.Columns);
        for (int line = 0; line < Math.Min(lines.Count, region.Rows); line++)
        {
            canvas.Write(region.Column, region.Row + line, lines[line], Ink.Text, region.Columns);
        }
    }

    /// <summary>Where columns and units are.</summary>
    private sealed class Layout
    {
        private readonly int[] units;
        private readonly int[] heights;
        private readonly int[] shown;
        private readonly int[] first;
        private readonly int[] lefts;

        private Layout(Region region, DiagramModel diagram, int columns, int nodeWidth, int gap, int lossGap)
        {
            (Region, Columns, NodeWidth) = (region, columns, nodeWidth);
            units = [.. Enumerable.Range(0, columns).Select(diagram.UnitsOf)];
            int most = units[..(diagram.Layers + 1)].Max();
            int height = most * 3 <= region.Rows ? 3 : most * 2 <= region.Rows ? 2 : 1;

            // Losses have no gradient to show, so that the total finds room below them.
            heights = [.. units.Select((count, column) => column <= diagram.Layers ? height : count * 2 <= region.Rows ? 2 : 1)];
            shown =
            [
                .. units.Select((count, column) =>
                    count * heights[column] <= region.Rows ? count : Math.Max(1, (region.Rows - 1) / heights[column])),
            ];
            first = [.. Enumerable.Range(0, columns).Select(column => FirstOf(diagram, column))];
            lefts = new int[columns];
            int left = region.Column;
            for (int column = 0; column < columns; column++)
            {
                lefts[column] = left;
                left += nodeWidth + (column == diagram.Layers ? lossGap : gap);
            }
        }

        public Region Region { get; }

        public int Columns { get; }

        public int NodeWidth { get; }

        /// <summary>The layout, or null where not even the smallest one fits.</summary>
        public static Layout? For(Region region, DiagramModel diagram)
        {
            int layers = diagram.Layers;
            if (region.Rows < 1)
            {
                return null;
            }

            foreach (bool withLoss in new[] { true, false })
            {
                int columns = layers + (withLoss ? 2 : 1);
                int lossGap = withLoss ? Math.Clamp(region.Columns / 20, 2, 8) : 0;
                for (int node = WidestNode; node >= NarrowestNode; node--)
                {
                    int gap = (region.Columns - (columns * node) - lossGap) / layers;
                    int wanted = node > NarrowestNode + 2 ? 18 : node > NarrowestNode + 1 ? 11 : NarrowestGap;
                    if (gap >= wanted)
                    {
                        gap = Math.Min(gap, WidestGap);
                        int used = (columns * node) + lossGap + (layers * gap);
                        Region centered = region with
                        {
                            Column = region.Column + ((region.Columns - used) / 2),
                            Columns = used,
                        };
                        return new Layout(centered, diagram, columns, node, gap, lossGap);
                    }
                }
            }

            return null;
        }

        public int Left(int column) => lefts[column];

        /// <summary>How many rows a unit takes: name and value in one or two, and the gradient in a third.</summary>
        public int HeightOf(int column) => heights[column];

        public int Folded(int column) => units[column] - shown[column];

        public IEnumerable<int> Units(int column) => Enumerable.Range(first[column], shown[column]);

        public int Top(int column, int unit)
        {
            int rows = Folded(column) > 0 ? Region.Rows - 1 : Region.Rows;
            int room = rows - (shown[column] * heights[column]);

            // Spread over the height: units at both ends, the room evenly between.
            int index = unit - first[column];
            int offset = shown[column] == 1 ? room / 2 : index * room / (shown[column] - 1);
            return Region.Row + (index * heights[column]) + offset;
        }

        /// <summary>The row at which edges meet the unit.</summary>
        public int Anchor(int column, int unit) => Top(column, unit) + (heights[column] > 1 ? 1 : 0);

        /// <summary>Where a column has more units than room, those around the one that is computed now.</summary>
        private int FirstOf(DiagramModel diagram, int column)
        {
            if (Folded(column) == 0)
            {
                return 0;
            }

            for (int unit = 0; unit < units[column]; unit++)
            {
                if (diagram.Node(column, unit).IsActive)
                {
                    return Math.Clamp(unit - (shown[column] / 2), 0, units[column] - shown[column]);
                }
            }

            return 0;
        }
    }
}
