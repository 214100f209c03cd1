using System.Collections.Immutable;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>A line from a box to another, in parts from column to column.</summary>
internal sealed record LayerEdge(int From, int To, ImmutableArray<(int StartColumn, int StartRow, int EndColumn, int EndRow)> Parts);

/// <summary>
/// Where the boxes of layers are. A line that passes a column has a place of its own there, between the boxes, so that it is not
/// hidden by them.
/// </summary>
internal sealed class LayersLayout
{
    private const int NarrowestBox = 13;
    private const int WidestBox = 24;
    private const int NarrowestGap = 3;
    private const int WidestGap = 8;
    private const int FoldCells = 5;
    private const int MostBoxRows = 11;
    private const int MostInputRows = 6;
    private const int MostLossRows = 5;

    private readonly Region region;
    private readonly Dictionary<int, Region> places = [];
    private readonly List<LayerEdge> edges = [];
    private readonly List<(int Column, int Row, string Text)> folds = [];

    public LayersLayout(Region region, LayersModel layers)
    {
        this.region = region;
        List<List<Slot>> columns = ColumnsOf(layers);
        int depth = layers.Active is { } active ? layers[active].Depth : 0;
        (int first, int count, int width, int gap) = Window(columns.Count, depth);
        if (count == 0 || region.Rows == 0)
        {
            return;
        }

        int used = (count * width) + ((count - 1) * gap);
        int left = region.Column + ((region.Columns - used) / 2);
        for (int column = 0; column < columns.Count; column++)
        {
            PlaceColumn(columns[column], left + ((column - first) * (width + gap)), width, column >= first && column < first + count, layers);
        }

        foreach (Slot slot in columns.SelectMany(column => column))
        {
            AddEdges(slot, columns, layers, first, first + count - 1);
        }

        int middle = region.Row;
        if (first > 0)
        {
            folds.Add((region.Column, middle, $"‹ {first}"));
        }

        if (first + count < columns.Count)
        {
            string text = $"{columns.Count - first - count} ›";
            folds.Add((region.Column + region.Columns - text.Length, middle, text));
        }
    }

    /// <summary>The lines between what is drawn.</summary>
    public IReadOnlyList<LayerEdge> Edges => edges;

    /// <summary>What is said of what is not drawn.</summary>
    public IReadOnlyList<(int Column, int Row, string Text)> Folds => folds;

    /// <summary>Where a box is; null where it is not drawn.</summary>
    public Region? PlaceOf(int box) => places.TryGetValue(box, out Region place) ? place : null;

    /// <summary>Boxes by depth, and between them the places of lines that pass; near those that they come from.</summary>
    private static List<List<Slot>> ColumnsOf(LayersModel layers)
    {
        int depths = Enumerable.Range(0, layers.Count).Max(box => layers[box].Depth) + 1;
        List<List<Slot>> columns = [.. Enumerable.Range(0, depths).Select(_ => new List<Slot>())];
        for (int box = 0; box < layers.Count; box++)
        {
            LayerBox layer = layers[box];
            foreach (int input in layer.Inputs)
            {
                for (int depth = layers[input].Depth + 1; depth < layer.Depth; depth++)
                {
                    columns[depth].Add(new Slot(null, input, box));
                }
            }

            columns[layer.Depth].Add(new Slot(box, box, box));
        }

        foreach (List<Slot> column in columns.Skip(1))
        {
            List<Slot> before = columns[columns.IndexOf(column) - 1];
            List<Slot> sorted = [.. column.OrderBy(slot => HeightOf(slot, before, layers))];
            column.Clear();
            column.AddRange(sorted);
        }

        return columns;
    }

    /// <summary>How far down on average that is which a slot comes from.</summary>
    private static double HeightOf(Slot slot, List<Slot> before, LayersModel layers)
    {
        double[] heights =
        [
            .. before.Select((other, index) => (other, index))
                .Where(pair => slot.Box is { } box
                    ? (pair.other.Box is { } from && layers[box].Inputs.Contains(from)) || (pair.other.Box is null && pair.other.To == box)
                    : pair.other.Box == slot.From || (pair.other.Box is null && pair.other.From == slot.From && pair.other.To == slot.To))
                .Select(pair => (double)pair.index / before.Count),
        ];
        return heights.Length == 0 ? 1 : heights.Average();
    }

    /// <summary>Which columns are drawn, and how wide they are.</summary>
    private (int First, int Count, int Width, int Gap) Window(int columns, int depth)
    {
        int fitting = (region.Columns + NarrowestGap) / (NarrowestBox + NarrowestGap);
        int room = region.Columns;
        int count = columns;
        if (fitting < columns)
        {
            room = region.Columns - (2 * FoldCells);
            count = Math.Max(0, (room + NarrowestGap) / (NarrowestBox + NarrowestGap));
        }

        if (count == 0)
        {
            // One box as wide as there is room.
            return (Math.Clamp(depth, 0, columns - 1), region.Columns > 0 ? 1 : 0, region.Columns, 0);
        }

        int width = Math.Min(WidestBox, ((room + NarrowestGap) / count) - NarrowestGap);
        int gap = count == 1 ? 0 : Math.Clamp((room - (count * width)) / (count - 1), NarrowestGap, WidestGap);
        return (Math.Clamp(depth - (count / 2), 0, columns - count), count, width, gap);
    }

    private void PlaceColumn(List<Slot> slots, int left, int width, bool isDrawn, LayersModel layers)
    {
        int boxes = slots.Count(slot => slot.Box is not null);
        int lines = Math.Min(slots.Count - boxes, Math.Max(0, region.Rows - boxes));
        int share = Math.Max(1, (region.Rows - lines) / Math.Max(1, boxes));
        bool isFolded = boxes > region.Rows;
        int room = isFolded ? region.Rows - 1 : boxes;
        int first = isFolded ? FirstOf(slots, room, layers) : 0;

        // A box by itself is as high as its neighbours, so that lines to it are straight.
        int RowsOf(int box) => Math.Min(share, boxes == 1 ? MostBoxRows : MostRowsOf(layers[box]));
        int free = isFolded ? 0 : Math.Max(0, region.Rows - lines - slots.Sum(slot => slot.Box is { } box ? RowsOf(box) : 0));
        int shown = Math.Min(boxes, room) + lines;
        int row = region.Row;
        int at = 0;
        int index = 0;
        foreach (Slot slot in slots)
        {
            if (slot.Box is { } box)
            {
                bool isOutside = index < first || index >= first + room;
                index++;
                if (isOutside)
                {
                    continue;
                }

                int top = row + OffsetOf(at++, shown, free);
                int rows = RowsOf(box);
                slot.Place = new Region(left, top, width, rows);
                if (isDrawn)
                {
                    places.Add(box, slot.Place.Value);
                }

                row += rows;
            }
            else if (lines > 0)
            {
                slot.Place = new Region(left, row + OffsetOf(at++, shown, free), width, 1);
                row++;
                lines--;
            }
        }

        if (isFolded && isDrawn)
        {
            folds.Add((left, region.Row + region.Rows - 1, $"⋮ +{boxes - room}"));
        }
    }

    /// <summary>How many rows a box fills with what there is to tell.</summary>
    private static int MostRowsOf(LayerBox box) => box.Role switch
    {
        LayerBoxKind.Input => MostInputRows,
        LayerBoxKind.Loss => MostLossRows,
        _ => MostBoxRows,
    };

    /// <summary>Evenly between the slots: half a share above the first.</summary>
    private static int OffsetOf(int at, int shown, int free) => ((2 * at) + 1) * free / (2 * shown);

    /// <summary>Where a column has more boxes than rows, those around the active one.</summary>
    private static int FirstOf(List<Slot> slots, int room, LayersModel layers)
    {
        List<int> boxes = [.. slots.Where(slot => slot.Box is not null).Select(slot => slot.Box!.Value)];
        int at = layers.Active is { } active ? boxes.IndexOf(active) : -1;
        return at < 0 ? 0 : Math.Clamp(at - (room / 2), 0, boxes.Count - room);
    }

    private void AddEdges(Slot slot, List<List<Slot>> columns, LayersModel layers, int first, int last)
    {
        if (slot.Box is not { } to)
        {
            return;
        }

        foreach (int from in layers[to].Inputs)
        {
            List<Slot> path =
            [
                columns[layers[from].Depth].First(other => other.Box == from),
                .. columns[(layers[from].Depth + 1)..layers[to].Depth].Select(column => column.First(other => other.Box is null && other.From == from && other.To == to)),
                slot,
            ];
            var parts = ImmutableArray.CreateBuilder<(int, int, int, int)>();
            for (int part = 1; part < path.Count; part++)
            {
                int column = layers[from].Depth + part;
                if (path[part - 1].Place is { } start && path[part].Place is { } end && column > first && column <= last)
                {
                    parts.Add((start.Column + start.Columns, MiddleOf(start), end.Column - 1, MiddleOf(end)));
                    if (part < path.Count - 1)
                    {
                        parts.Add((end.Column, end.Row, end.Column + end.Columns - 1, end.Row));
                    }
                }
            }

            edges.Add(new LayerEdge(from, to, parts.ToImmutable()));
        }
    }

    private static int MiddleOf(Region place) => place.Row + ((place.Rows - 1) / 2);

    /// <summary>What takes room in a column: a box, or a line from one box to another that passes.</summary>
    private sealed class Slot(int? box, int from, int to)
    {
        public int? Box { get; } = box;

        public int From { get; } = from;

        public int To { get; } = to;

        public Region? Place { get; set; }
    }
}
