using System.Collections.Immutable;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The explanation, each line wrapped at its operators; the chosen number stands out.</summary>
internal static class ExplanationView
{
    private const int Indent = 2;

    public static void Draw(Canvas canvas, Region region, ExplanationModel explanation, int? focus, string more)
    {
        List<List<(ExplanationSpan Span, int Column)>> rows = [];
        int focusRow = -1;
        foreach (ImmutableArray<ExplanationSpan> line in explanation.Lines)
        {
            Layout(line, region.Columns, rows);
        }

        for (int row = 0; row < rows.Count && focusRow < 0; row++)
        {
            focusRow = focus is not null && rows[row].Any(part => part.Span.Choice == focus) ? row : -1;
        }

        // Of one explanation the beginning matters, of a list that grows with each step its end.
        int anchor = focusRow >= 0 ? focusRow - (region.Rows / 2) : explanation.IsList ? rows.Count : 0;
        int first = Math.Clamp(anchor, 0, Math.Max(0, rows.Count - region.Rows));
        int shown = Math.Min(region.Rows, rows.Count - first);

        // The value, in the last line, is seen where there is not room for all that leads to it.
        bool isCut = first + shown < rows.Count;
        bool keepsLast = isCut && first == 0 && !explanation.IsList && region.Rows >= 3;
        for (int row = 0; row < shown; row++)
        {
            foreach ((ExplanationSpan span, int column) in keepsLast && row == shown - 1 ? rows[^1] : rows[first + row])
            {
                bool isChosen = span.Choice is { } choice && choice == focus;
                int width = canvas.Write(region.Column + column, region.Row + row, span.Text, isChosen ? Ink.Selection : InkOf(span.Tone));
                if (span.Choice is { } number)
                {
                    canvas.Target(new Region(region.Column + column, region.Row + row, width, 1), new NumberTarget(explanation.Choices[number]));
                }

                if (isChosen && column > 0)
                {
                    canvas.Write(region.Column + column - 1, region.Row + row, "▸", Ink.Key);
                }
            }
        }

        if (isCut)
        {
            string text = $" ↓ {more} ";
            canvas.Write(region.Column + region.Columns - CellWidth.Of(text), region.Row + region.Rows - (keepsLast ? 2 : 1), text, Ink.Muted);
        }
    }

    /// <summary>How a piece looks.</summary>
    public static Ink InkOf(Tone tone) => tone switch
    {
        Tone.Name => Ink.Title,
        Tone.Value => Ink.Strong,
        Tone.Muted => Ink.Muted,
        Tone.Good => Ink.Good,
        Tone.Bad => Ink.Bad,
        Tone.NotYet => Ink.NotYet,
        _ => Ink.Text,
    };

    /// <summary>Breaks a line into rows of a width, after spaces; rows after the first are indented.</summary>
    public static void Layout(ImmutableArray<ExplanationSpan> line, int width, List<List<(ExplanationSpan Span, int Column)>> rows)
    {
        List<(ExplanationSpan, int)> row = [];
        int column = 0;
        foreach (ExplanationSpan span in line.SelectMany(Words))
        {
            int cells = CellWidth.Of(span.Text);
            if (column + CellWidth.Of(span.Text.TrimEnd()) > width && column > Indent)
            {
                rows.Add(row);
                row = [];
                column = Indent;
                if (string.IsNullOrWhiteSpace(span.Text))
                {
                    continue;
                }
            }

            // A space at the end of a row is no reason for an ellipsis.
            string text = CellWidth.Crop(cells > width - column ? span.Text.TrimEnd() : span.Text, Math.Max(0, width - column));
            row.Add((span with { Text = text }, column));
            column += Math.Min(cells, width);
        }

        rows.Add(row);
    }

    /// <summary>The pieces between which a line may be broken: after spaces, but not inside a number that can be chosen.</summary>
    private static IEnumerable<ExplanationSpan> Words(ExplanationSpan span)
    {
        int start = 0;
        for (int index = 1; index < span.Text.Length && span.Choice is null; index++)
        {
            if (span.Text[index - 1] == ' ' && span.Text[index] != ' ')
            {
                yield return span with { Text = span.Text[start..index] };
                start = index;
            }
        }

        if (start < span.Text.Length)
        {
            yield return span with { Text = span.Text[start..] };
        }
    }
}
