using Simulator.Terminal;

namespace Simulator.Views.Panels;

/// <summary>What stands in a panel that has nothing to show yet: how to fill it.</summary>
internal static class HintView
{
    public static void Draw(Canvas canvas, Region region, string hint)
    {
        IReadOnlyList<string> lines = region.Columns == 0 ? [] : CellWidth.Wrap(hint, region.Columns);
        for (int line = 0; line < Math.Min(lines.Count, region.Rows); line++)
        {
            canvas.Write(region.Column, region.Row + line, lines[line], Ink.Muted, region.Columns);
        }
    }
}
