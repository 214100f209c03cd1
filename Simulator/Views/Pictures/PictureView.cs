using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>The large panel: what the chosen picture shows, or why it shows nothing.</summary>
internal static class PictureView
{
    public static void Draw(Canvas canvas, Region region, StepScreen screen, Words words)
    {
        if (screen.Picture.WhyNot(screen, words) is { } reason)
        {
            IReadOnlyList<string> lines = CellWidth.Wrap(reason, region.Columns);
            for (int line = 0; line < Math.Min(lines.Count, region.Rows); line++)
            {
                canvas.Write(region.Column, region.Row + line, lines[line], Ink.Muted, region.Columns);
            }

            return;
        }

        switch (screen.Picture.ModelOf(screen, words))
        {
            case DiagramModel diagram:
                DiagramView.Draw(canvas, region, diagram, words);
                break;
        }
    }
}
