using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The last line of every screen: a message if there is one, otherwise the keys that work.</summary>
internal static class BottomLine
{
    private const int MostNoticeRows = 3;

    public static void Draw(Canvas canvas, Region line, Model model)
    {
        if (model.Notice is { } notice)
        {
            DrawNotice(canvas, line, notice.Text(model.Words), notice.IsDone);
            return;
        }

        int column = line.Column + 1;
        string typed = (model.Count > 0 ? model.Count.ToString() : "") + string.Concat(model.Pending.Select(KeyMap.DisplayOf));
        if (typed.Length > 0)
        {
            column += canvas.Write(column, line.Row, typed, Ink.Strong) + 2;
        }

        // Help is named last but always fits: it leads to everything that does not.
        Binding[] shown =
        [
            .. model.Keys.Bindings
                .Select(binding => (Binding: binding, Rank: RankOf(binding, model)))
                .Where(ranked => ranked.Rank > 0 && !ranked.Binding.Keys.IsEmpty)
                .OrderBy(ranked => ranked.Rank)
                .Select(ranked => ranked.Binding),
        ];
        Binding help = shown.First(binding => binding.Action == UserAction.Help);
        int reserved = WidthOf(help, model);
        foreach (Binding binding in shown)
        {
            int width = WidthOf(binding, model);
            if (binding != help && column + width + reserved <= line.Column + line.Columns)
            {
                column = Write(canvas, column, line.Row, binding, model);
            }
        }

        Write(canvas, column, line.Row, help, model);
    }

    /// <summary>A message; where it needs more than the line, it takes those above.</summary>
    public static void DrawNotice(Canvas canvas, Region line, string text, bool isDone)
    {
        IReadOnlyList<string> rows = CellWidth.Wrap(text, Math.Max(1, line.Columns - 4));
        int first = line.Row - Math.Min(rows.Count, MostNoticeRows) + 1;
        Ink ink = isDone ? Ink.Good : Ink.Warning;
        for (int row = first; row <= line.Row; row++)
        {
            canvas.Fill(new Region(line.Column, row, line.Columns, 1));
            canvas.Write(line.Column + 1, row, row > first ? "  " : isDone ? "✓ " : "! ", ink);
            canvas.Write(line.Column + 3, row, rows[row - first], ink, line.Columns - 4);
        }
    }

    /// <summary>How early a key is named: behind the way on and back first what goes with what is on the screen.</summary>
    private static double RankOf(Binding binding, Model model)
    {
        const double BehindBack = 2.5;
        int hint = model.Screen is StepScreen screen ? screen.Hints.IndexOf(binding.Action) : -1;
        return hint >= 0 ? BehindBack + (hint / 100.0) : binding.BarRank;
    }

    private static int Write(Canvas canvas, int column, int row, Binding binding, Model model)
    {
        int first = column;
        column += canvas.Write(column, row, KeyMap.TextFor(binding, 1), Ink.Key) + 1;
        column += canvas.Write(column, row, model.Words.ShortAction(binding.Action), Ink.Muted);
        canvas.Target(new Region(first, row, column - first, 1), new KeysTarget(binding.Keys[0]));
        return column + 2;
    }

    private static int WidthOf(Binding binding, Model model) =>
        CellWidth.Of(KeyMap.TextFor(binding, 1)) + CellWidth.Of(model.Words.ShortAction(binding.Action)) + 3;
}
