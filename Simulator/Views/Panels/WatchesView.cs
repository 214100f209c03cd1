using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Watches;
using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>
/// The watched numbers: value, what the last step changed, and the way through all iterations with the place of the moment on it. In one line
/// each where there is room, otherwise in two.
/// </summary>
internal static class WatchesView
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string NotFinite = "×";
    private const string Place = "┃";
    private const int WideColumns = 70;
    private const int ValueWidth = 13;
    private const int ChangeWidth = 11;
    private const int ShortestName = 9;
    private const int LongestName = 24;

    public static void Draw(Canvas canvas, Region region, WatchesModel model, Words words)
    {
        if (model.Rows.IsEmpty)
        {
            HintView.Draw(canvas, region, words.Tracing.NoWatches);
            return;
        }

        int height = region.Columns >= WideColumns ? 1 : 2;
        int visible = Math.Max(1, region.Rows / height);
        int selected = Math.Max(0, model.Rows.IndexOf(model.Rows.FirstOrDefault(row => row.IsSelected)!));
        int first = Math.Clamp(selected - (visible / 2), 0, Math.Max(0, model.Rows.Length - visible));
        int range = model.Rows.Max(row => row.Line is { } line ? CellWidth.Of(RangeOf(line)) : 0);
        int names = Math.Clamp(model.Rows.Max(row => CellWidth.Of(row.Name)) + 1, ShortestName, LongestName);
        for (int index = first; index < Math.Min(model.Rows.Length, first + visible) && !region.IsEmpty; index++)
        {
            Region line = new(region.Column, region.Row + ((index - first) * height), region.Columns, 1);
            canvas.Target(line with { Rows = height }, new RowTarget(index));
            if (height == 1)
            {
                int column = DrawNumbers(canvas, line, model.Rows[index], names, ChangeWidth);
                DrawLine(canvas, new Region(line.Column + column, line.Row, line.Columns - column, 1), model.Rows[index], range, words);
            }
            else
            {
                int name = Math.Clamp(line.Columns - ValueWidth - ChangeWidth, ShortestName, names);
                DrawNumbers(canvas, line, model.Rows[index], name, Math.Max(0, line.Columns - name - ValueWidth));
                if (line.Row + 1 < region.Row + region.Rows)
                {
                    DrawLine(canvas, new Region(line.Column + 1, line.Row + 1, line.Columns - 1, 1), model.Rows[index], range, words);
                }
            }
        }
    }

    private static int DrawNumbers(Canvas canvas, Region line, WatchRow row, int name, int change)
    {
        Write(0, 1, row.IsSelected ? "▸" : " ", Ink.Key);
        Write(1, name, row.Name, row.IsSelected ? Ink.Selection : Ink.Title);

        // A number that is not computed yet shows its last value, and of which iteration that is.
        bool isOld = row.OfIteration is not null;
        Write(1 + name, ValueWidth - 1, CellWidth.PadLeft(row.Value ?? "·", ValueWidth - 2), row.Value is null || isOld ? Ink.NotYet : Ink.Strong);
        Write(name + ValueWidth, change, isOld ? $"@{row.OfIteration}" : row.Change, isOld ? Ink.NotYet : Ink.Accent);
        return Math.Min(line.Columns, name + ValueWidth + change);

        void Write(int column, int room, string text, Ink ink)
        {
            int cells = Math.Min(room, line.Columns - column);
            if (cells > 0)
            {
                canvas.Write(line.Column + column, line.Row, CellWidth.Crop(text, cells), ink);
            }
        }
    }

    private static void DrawLine(Canvas canvas, Region region, WatchRow row, int rangeWidth, Words words)
    {
        if (row.Line is not { } line)
        {
            string hint = row.CanBeRecorded ? words.Tracing.NoHistory : "";
            canvas.Write(region.Column, region.Row, CellWidth.Crop(hint, region.Columns), Ink.Muted);
            return;
        }

        // All lines have the same length, so that they can be compared.
        int columns = region.Columns - rangeWidth;
        bool hasRange = columns >= Sparkline.Heights;
        columns = hasRange ? columns : region.Columns;

        ImmutableArray<int?> heights = line.HeightsIn(columns);
        int place = heights.Length > 1 ? line.PlaceIn(heights.Length) : -1;
        for (int column = 0; column < heights.Length; column++)
        {
            string block = column == place ? Place : heights[column] is { } height ? Blocks[height].ToString() : NotFinite;
            canvas.Write(region.Column + column, region.Row, block, column == place ? Ink.Key : Ink.Accent);
        }

        if (hasRange)
        {
            canvas.Write(region.Column + heights.Length, region.Row, RangeOf(line), Ink.Muted);
        }
    }

    private static string RangeOf(Sparkline line) => $" {ChangeText.Range(line.Least, line.Greatest)}";
}
