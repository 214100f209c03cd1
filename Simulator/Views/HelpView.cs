using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The keys of the screen beneath, over it. Made from the key map, so that it cannot be wrong.</summary>
internal static class HelpView
{
    public static void Draw(Canvas canvas, Model model, int scroll)
    {
        List<(string Keys, string Text)> lines =
        [
            .. model.Screen.Keys.Bindings.Select(binding => (KeyMap.TextFor(binding), model.Words.Action(binding.Action))),
            ("1 … 9", model.Words.CountHelp),
            .. model.Screen is StepScreen ? LegendOf(model.Words) : [],
        ];
        int keysWidth = lines.Max(line => CellWidth.Of(line.Keys)) + 2;
        int width = Math.Min(canvas.Size.Columns - 4, lines.Max(line => keysWidth + CellWidth.Of(line.Text)) + 4);
        int height = Math.Min(canvas.Size.Rows - 2, lines.Count + 3);
        Region box = new((canvas.Size.Columns - width) / 2, (canvas.Size.Rows - height) / 2, width, height);
        canvas.Fill(box);
        canvas.Box(box, model.Words.HelpTitle, Ink.Accent);
        Region inner = box.Inset(2, 1);
        int visible = inner.Rows - 1;
        int first = Math.Clamp(scroll, 0, Math.Max(0, lines.Count - visible));
        for (int index = 0; index < Math.Min(visible, lines.Count - first); index++)
        {
            (string keys, string text) = lines[first + index];
            canvas.Write(inner.Column, inner.Row + index, keys, Ink.Key, keysWidth);
            canvas.Write(inner.Column + keysWidth, inner.Row + index, text, Ink.Text, inner.Columns - keysWidth);
        }

        string more = first + visible < lines.Count ? $"↓ {model.Words.More(lines.Count - first - visible)}   " : "";
        string close = more + model.Words.HelpClose;
        canvas.Write(inner.Column, inner.Row + inner.Rows - 1, close, Ink.Muted, inner.Columns);
    }

    /// <summary>The marks of a lesson's screen, which are not keys but are looked up here all the same.</summary>
    private static (string Marks, string Text)[] LegendOf(Words words) =>
    [
        ("∂0.2", words.LegendGradient),
        ("✓ ✗", words.LegendPrinted),
        ("▶ › ·", words.LegendValues),
    ];
}
