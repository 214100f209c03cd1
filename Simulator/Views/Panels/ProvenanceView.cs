using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Provenance;
using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>The chain rule from the loss to the number, and the tree of what the number is made from and what uses it.</summary>
internal static class ProvenanceView
{
    private const int PhaseColumns = 48;
    private const int ShortestName = 5;

    public static void Draw(Canvas canvas, Region region, ProvenanceModel model, Words words)
    {
        if (model.Rows.IsEmpty)
        {
            HintView.Draw(canvas, region, words.Tracing.NothingLookedAt);
            return;
        }

        List<List<(ExplanationSpan Span, int Column)>> chain = [];
        foreach (ImmutableArray<ExplanationSpan> line in model.Chain?.Lines ?? [])
        {
            ExplanationView.Layout(line, region.Columns, chain);
        }

        int anchor = model.SelectedRow is { } selected ? chain.Count + selected
            : model.SelectedFactor is { } factor ? chain.FindIndex(row => row.Any(part => part.Span.Choice == factor))
            : 0;
        int count = chain.Count + model.Rows.Length;
        int first = Math.Clamp(anchor - (region.Rows / 2), 0, Math.Max(0, count - region.Rows));
        for (int row = first; row < Math.Min(count, first + region.Rows); row++)
        {
            Region line = new(region.Column, region.Row + row - first, region.Columns, 1);
            if (row < chain.Count)
            {
                DrawChain(canvas, line, chain[row], model.SelectedFactor);
            }
            else
            {
                DrawRow(canvas, line, model.Rows[row - chain.Count], row - chain.Count == model.SelectedRow);
                canvas.Target(line, new RowTarget((model.Chain?.Factors.Length ?? 0) + row - chain.Count));
            }
        }
    }

    private static void DrawChain(Canvas canvas, Region line, List<(ExplanationSpan Span, int Column)> parts, int? selected)
    {
        foreach ((ExplanationSpan span, int column) in parts)
        {
            bool isSelected = span.Choice is { } choice && choice == selected;
            int width = canvas.Write(line.Column + column, line.Row, span.Text, isSelected ? Ink.Selection : ExplanationView.InkOf(span.Tone), Math.Max(0, line.Columns - column));
            if (span.Choice is { } factor)
            {
                canvas.Target(new Region(line.Column + column, line.Row, width, 1), new RowTarget(factor));
            }

            if (isSelected && column > 0 && column <= line.Columns)
            {
                canvas.Write(line.Column + column - 1, line.Row, "▸", Ink.Key);
            }
        }
    }

    private static void DrawRow(Canvas canvas, Region line, ProvenanceRow row, bool isSelected)
    {
        int column = 0;
        Write(GuidesOf(row.Node), Ink.Border);
        Write(row.Node.IsUnfolded switch { true => "▾", false => "▸", _ => " " }, Ink.Key);
        bool isNumber = row.Node.Kind == ProvenanceKind.Number;

        // Where there is no room for both, the name is cut: of digits that are cut one could not tell.
        string value = isNumber ? " " + (row.Value ?? "·") : "";
        int name = Math.Max(ShortestName, line.Columns - column - CellWidth.Of(value) - (isSelected ? 1 : 0));
        Write(CellWidth.CropMiddle(row.Text, name), isSelected ? Ink.Selection : isNumber ? Ink.Title : Ink.Muted);
        if (isSelected)
        {
            // Where colours do not show, a mark does.
            Write("◂", Ink.Key);
        }

        if (!isNumber)
        {
            return;
        }

        Write(value, row.Value is null ? Ink.NotYet : Ink.Strong);
        int phase = line.Columns >= PhaseColumns ? CellWidth.Of(row.Phase) : 0;
        int room = line.Columns - column - (phase > 0 ? phase + 1 : 0) - 2;
        if (room > 0)
        {
            canvas.Write(line.Column + column + 2, line.Row, CellWidth.Crop(row.Formula, room), Ink.Muted);
        }

        if (phase > 0 && column + phase < line.Columns)
        {
            canvas.Write(line.Column + line.Columns - phase, line.Row, row.Phase, Ink.Muted);
        }

        void Write(string text, Ink ink)
        {
            int cells = Math.Max(0, line.Columns - column);
            column += cells == 0 ? 0 : canvas.Write(line.Column + column, line.Row, CellWidth.Crop(text, cells), ink);
        }
    }

    /// <summary>The lines that lead to a row: <c>│ ├─</c>.</summary>
    private static string GuidesOf(ProvenanceNode node)
    {
        if (node.Guides.IsEmpty)
        {
            return "";
        }

        string above = string.Concat(node.Guides.SkipLast(1).Select(follows => follows ? "│ " : "  "));
        return above + (node.Guides[^1] ? "├─" : "└─");
    }
}
