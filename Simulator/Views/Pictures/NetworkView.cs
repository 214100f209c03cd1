using Engine.Planning;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>The network in the drawing that suits it.</summary>
internal static class NetworkView
{
    public static void Draw(Canvas canvas, Region region, NetworkDrawing drawing, Words words)
    {
        switch (drawing)
        {
            case DiagramModel diagram:
                DiagramView.Draw(canvas, region, diagram, words);
                break;
            case LayersModel layers:
                canvas.DrawWithin(region, part => LayersView.Draw(part, part.Region, layers, words));
                break;
            case UnrolledModel unrolled:
                canvas.DrawWithin(region, part => UnrolledView.Draw(part, part.Region, unrolled, words));
                break;
        }
    }

    /// <summary>The ink of what happens in a phase.</summary>
    public static Ink FlowOf(Phase? phase) => phase switch
    {
        Phase.Forward => Ink.Forward,
        Phase.Loss => Ink.Loss,
        Phase.Backward => Ink.Backward,
        Phase.Update => Ink.Update,
        _ => Ink.Muted,
    };

    /// <summary>The number that is looked at, on a line of its own.</summary>
    public static void DrawLooked(Canvas canvas, Region line, string? name, string? value, Ink ink)
    {
        if (line.IsEmpty || name is null)
        {
            return;
        }

        string text = $"▶ {name} = ";
        int width = canvas.Write(line.Column, line.Row, text, ink, line.Columns);
        canvas.Write(line.Column + width, line.Row, value ?? "·", value is null ? Ink.NotYet : Ink.Strong, Math.Max(0, line.Columns - width));
    }
}
