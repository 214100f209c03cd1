using System.Collections.Immutable;
using Simulator.App;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The keys of the screen beneath, over it. Made from the key map, so that it cannot be wrong.</summary>
internal static class HelpView
{
    public static void Draw(Canvas canvas, Model model, int scroll)
    {
        ImmutableArray<(string Keys, string Text)> lines = HelpLines.Of(model);
        int keysWidth = lines.Max(line => line.Text.Length == 0 ? 0 : CellWidth.Of(line.Keys)) + 2;
        int width = Math.Min(canvas.Size.Columns - 4, lines.Max(line => keysWidth + CellWidth.Of(line.Text)) + 4);
        int height = Math.Min(canvas.Size.Rows - 2, lines.Length + 3);
        Region box = new((canvas.Size.Columns - width) / 2, (canvas.Size.Rows - height) / 2, width, height);
        canvas.Fill(box);
        canvas.Box(box, model.Words.HelpTitle, Ink.Accent);
        Region inner = box.Inset(2, 1);
        int visible = inner.Rows - 1;
        int first = Math.Clamp(scroll, 0, Math.Max(0, lines.Length - visible));
        for (int index = 0; index < Math.Min(visible, lines.Length - first); index++)
        {
            (string keys, string text) = lines[first + index];
            if (text.Length == 0)
            {
                canvas.Write(inner.Column, inner.Row + index, keys, Ink.Title, inner.Columns);
                continue;
            }

            canvas.Write(inner.Column, inner.Row + index, keys, Ink.Key, keysWidth);
            canvas.Write(inner.Column + keysWidth, inner.Row + index, text, Ink.Text, inner.Columns - keysWidth);
        }

        string more = first + visible < lines.Length ? $"↓ {model.Words.More(lines.Length - first - visible)}   " : "";
        string close = more + model.Words.HelpClose;
        canvas.Write(inner.Column, inner.Row + inner.Rows - 1, close, Ink.Muted, inner.Columns);
    }
}
