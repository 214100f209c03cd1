using Simulator.App;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The last line of every screen: a message if there is one, otherwise the keys that work.</summary>
internal static class BottomLine
{
    public static void Draw(Canvas canvas, Region line, Model model)
    {
        if (model.Notice is { } notice)
        {
            canvas.Write(line.Column + 1, line.Row, "! " + notice.Text(model.Words), Ink.Warning, line.Columns - 2);
            return;
        }

        int column = line.Column + 1;
        string typed = (model.Count > 0 ? model.Count.ToString() : "") + string.Concat(model.Pending.Select(KeyMap.DisplayOf));
        if (typed.Length > 0)
        {
            column += canvas.Write(column, line.Row, typed, Ink.Strong) + 2;
        }

        // Help is named last but always fits: it leads to everything that does not.
        Binding[] shown = [.. model.Screen.Keys.Bindings.Where(binding => binding.BarRank > 0).OrderBy(binding => binding.BarRank)];
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

    private static int Write(Canvas canvas, int column, int row, Binding binding, Model model)
    {
        column += canvas.Write(column, row, KeyMap.TextFor(binding, 1), Ink.Key) + 1;
        return column + canvas.Write(column, row, model.Words.ShortAction(binding.Action), Ink.Muted) + 2;
    }

    private static int WidthOf(Binding binding, Model model) =>
        CellWidth.Of(KeyMap.TextFor(binding, 1)) + CellWidth.Of(model.Words.ShortAction(binding.Action)) + 3;
}
