using Simulator.App;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>An exercise: the question and what is said about the answer in one place, what there is to choose in another.</summary>
internal static class ExerciseView
{
    private const int Indent = 5;

    /// <summary>The question, then the verdict or hint, then what can be done.</summary>
    public static void DrawQuestion(Canvas canvas, Region region, ExerciseModel exercise)
    {
        List<(string Text, Ink Ink)> lines =
        [
            .. CellWidth.Wrap(exercise.Question, region.Columns).Select(line => (line, Ink.Strong)),
            .. exercise.Replies.SelectMany(reply => CellWidth.Wrap(reply.Text, region.Columns).Select(line => (line, InkOf(reply.Tone)))),
        ];
        int room = region.Rows;
        IReadOnlyList<string> howTo = CellWidth.Wrap(exercise.HowTo, region.Columns);
        if (howTo.Count > 0 && lines.Count < room)
        {
            canvas.Write(region.Column, region.Row + room - 1, howTo[0], Ink.Muted, region.Columns);
            room--;
        }

        // What was said last matters more than the question, which was read already; whether it was right matters most.
        int skipped = Math.Max(0, lines.Count - room);
        int verdict = exercise.Replies is [{ Tone: ReplyTone.Right or ReplyTone.Wrong }, ..] ? lines.Count - exercise.Replies.Sum(reply => CellWidth.Wrap(reply.Text, region.Columns).Count) : 0;
        for (int index = 0; index < Math.Min(room, lines.Count); index++)
        {
            (string text, Ink ink) = lines[index == 0 && verdict < skipped ? verdict : skipped + index];
            canvas.Write(region.Column, region.Row + index, text, ink, region.Columns);
        }
    }

    /// <summary>What there is to choose, scrolled so that what is chosen can be seen.</summary>
    public static void DrawRows(Canvas canvas, Region region, ExerciseModel exercise)
    {
        List<(string Begin, string Text, AnswerRow Row)> lines = [];
        int anchor = 0;
        foreach (AnswerRow row in exercise.Rows)
        {
            anchor = row.IsChosen ? lines.Count : anchor;
            string begin = $"{(row.IsChosen ? "▶" : " ")} {row.Number}";
            foreach (string line in CellWidth.Wrap(row.Text, Math.Max(1, region.Columns - Indent)))
            {
                lines.Add((begin, line, row));
                begin = "";
            }
        }

        int first = Math.Clamp(anchor - (region.Rows / 2), 0, Math.Max(0, lines.Count - region.Rows));
        int rows = Math.Min(region.Rows, lines.Count - first);
        for (int index = 0; index < rows; index++)
        {
            (string begin, string text, AnswerRow row) = lines[first + index];
            canvas.Write(region.Column, region.Row + index, begin, Ink.Key);
            canvas.Write(region.Column + Indent, region.Row + index, text, row.IsChosen ? Ink.Selection : Ink.Text, Math.Max(0, region.Columns - Indent));
            canvas.Target(new Region(region.Column, region.Row + index, region.Columns, 1), new OptionTarget(row.Number - 1));
        }

        // Marks at the edge say that there are more lines than fit.
        if (first > 0)
        {
            canvas.Write(region.Column + region.Columns - 1, region.Row, "↑", Ink.Accent);
        }

        if (first + rows < lines.Count)
        {
            canvas.Write(region.Column + region.Columns - 1, region.Row + rows - 1, "↓", Ink.Accent);
        }
    }

    private static Ink InkOf(ReplyTone tone) => tone switch
    {
        ReplyTone.Right => Ink.Good,
        ReplyTone.Wrong => Ink.Bad,
        ReplyTone.Hint => Ink.Accent,
        _ => Ink.Text,
    };
}
