using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>Two lanes side by side: what is said of them, the number looked at in each, and the table of all numbers of both.</summary>
internal static class LanesView
{
    private const int NarrowestName = 6;
    private const int WidestName = 24;
    private const int ValueWidth = 13;
    private const int DifferenceWidth = 10;

    /// <summary>For the marks behind a line, and the spaces between columns.</summary>
    private const int Beside = 22;
    private const int FewestTableRows = 4;

    public static void Draw(Canvas canvas, Region region, LanesModel model, Words words)
    {
        if (region.IsEmpty)
        {
            return;
        }

        List<(string Text, Ink Ink)> lines =
        [
            ($"{Mark(model.IsInLeft)}A: {model.Left.Title(words)}  │  {Mark(!model.IsInLeft)}B: {model.Right.Title(words)}", Ink.Strong),
            .. model.SummaryIn(words).SelectMany(line => CellWidth.Wrap(line, region.Columns)).Select(line => (line, Ink.Text)),
        ];
        if (model.LeftFormula.Length + model.RightFormula.Length > 0)
        {
            lines.Add(($"A: {model.LeftFormula}", Ink.Title));
            lines.Add(($"B: {model.RightFormula}", Ink.Accent));
        }

        // The table matters most; where there is no room the rest is cut.
        int above = Math.Clamp(region.Rows - FewestTableRows - 1, 0, lines.Count);
        Region text = region.SplitTop(above, out Region table);
        for (int line = 0; line < text.Rows; line++)
        {
            canvas.Write(text.Column, text.Row + line, lines[line].Text, lines[line].Ink, text.Columns);
        }

        DrawTable(canvas, table, model, words);
    }

    /// <summary>What stands before the lane we are in.</summary>
    private static string Mark(bool isHere) => isHere ? "▶" : "";

    private static void DrawTable(Canvas canvas, Region region, LanesModel model, Words words)
    {
        int name = Math.Clamp(region.Columns - (2 * ValueWidth) - DifferenceWidth - Beside, NarrowestName, WidestName);
        Region header = region.SplitTop(1, out Region rows);
        Write(canvas, header, name, "", (words.Lanes.Number, "A", "B", "B−A"), Ink.Muted);
        int first = Math.Clamp(model.Current - (rows.Rows / 2), 0, Math.Max(0, model.Count - rows.Rows));
        for (int index = 0; index < Math.Min(rows.Rows, model.Count - first); index++)
        {
            LaneRow row = model[first + index];
            Region line = new(rows.Column, rows.Row + index, rows.Columns, 1);
            Ink ink = row.IsCurrent ? Ink.Active : row.Left is null && row.Right is null ? Ink.NotYet : row.Difference is null ? Ink.Text : Ink.Strong;
            int end = Write(canvas, line, name, row.IsCurrent ? "▶" : row.Difference is null ? " " : "≠", (row.Name, row.Left ?? "·", row.Right ?? "·", row.Difference ?? ""), ink);
            string marks = string.Join(" ", new[] { row.IsFirst ? words.Lanes.First : "", row.IsLargest ? words.Lanes.Largest : "" }.Where(mark => mark.Length > 0));
            canvas.Write(end + 1, line.Row, marks.Length > 0 ? "◀ " + marks : "", Ink.Warning, Math.Max(0, region.Column + region.Columns - end - 1));
        }
    }

    /// <summary>Writes a line of the table.</summary>
    /// <returns>The column behind it.</returns>
    private static int Write(
        Canvas canvas, Region line, int nameWidth, string mark, (string Name, string Left, string Right, string Difference) cells, Ink ink)
    {
        if (line.IsEmpty)
        {
            return line.Column;
        }

        int column = line.Column;
        canvas.Write(column, line.Row, mark, mark == "▶" ? Ink.Key : Ink.Accent, Math.Min(1, line.Columns));
        column += 2;
        foreach ((string text, int width, bool isName) in new[]
        {
            (cells.Name, nameWidth, true), (cells.Left, ValueWidth, false), (cells.Right, ValueWidth, false), (cells.Difference, DifferenceWidth, false),
        })
        {
            int room = Math.Clamp(line.Column + line.Columns - column, 0, width);
            string cropped = isName ? CellWidth.CropMiddle(text, room) : CellWidth.Crop(text, room);
            canvas.Write(column, line.Row, isName ? cropped : CellWidth.PadLeft(cropped, room), ink, room);
            column += width + 1;
        }

        return column;
    }
}
