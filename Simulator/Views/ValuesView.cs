using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The table of numbers, scrolled so that the current one is in view; in several columns where there is room.</summary>
internal static class ValuesView
{
    private const int NarrowestColumn = 25;
    private const int WidestColumn = 38;
    private const int ValueWidth = ValuesModel.MostCharacters;

    public static void Draw(Canvas canvas, Region region, ValuesModel values)
    {
        int columns = Math.Max(1, region.Columns / WidestColumn);
        int visible = region.Rows * columns;
        if (visible == 0 || region.Columns < NarrowestColumn)
        {
            return;
        }

        // The current line stays in the middle third, so that what comes next is seen as well as what was.
        int first = Math.Clamp(values.Current - (visible / 2), 0, Math.Max(0, values.Count - visible));
        int width = region.Columns / columns;
        for (int index = 0; index < Math.Min(visible, values.Count - first); index++)
        {
            Region line = new(region.Column + (index / region.Rows * width), region.Row + (index % region.Rows), width, 1);
            DrawRow(canvas, line, values[first + index]);
            canvas.Target(line, new NumberTarget(values.NumberAt(first + index)));
        }
    }

    private static void DrawRow(Canvas canvas, Region line, ValueRow row)
    {
        Ink ink = row.IsCurrent ? Ink.Active : row.Value is null ? Ink.NotYet : row.IsUsed ? Ink.Strong : Ink.Text;
        string mark = row.IsCurrent ? "▶" : row.IsUsed ? "›" : " ";
        canvas.Write(line.Column, line.Row, mark, row.IsCurrent ? Ink.Key : Ink.Accent);
        int nameWidth = Math.Min(line.Columns - ValueWidth - 3, 22);
        canvas.Write(line.Column + 1, line.Row, CellWidth.PadRight(CellWidth.CropMiddle(row.Name, nameWidth - 1), nameWidth), ink);
        string value = row.Value ?? "·";
        canvas.Write(line.Column + 1 + nameWidth, line.Row, CellWidth.PadLeft(CellWidth.Crop(value, ValueWidth), ValueWidth), ink);
        if (row.IsPrinted is { } ok)
        {
            canvas.Write(line.Column + nameWidth + ValueWidth + 2, line.Row, ok ? "✓" : "✗", ok ? Ink.Good : Ink.Bad);
        }
    }
}
