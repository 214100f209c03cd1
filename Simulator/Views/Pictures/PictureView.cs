using Simulator.Resources;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;

namespace Simulator.Views.Pictures;

/// <summary>The large panel: what there is to see in the chosen picture, or why there is nothing.</summary>
internal static class PictureView
{
    public static void Draw(Canvas canvas, Region region, IPictureModel? model, string? whyNot, Words words) =>
        canvas.DrawWithin(region, part =>
        {
            switch (model)
            {
                case NetworkDrawing drawing:
                    NetworkView.Draw(part, part.Region, drawing, words);
                    break;
                case HeatMapModel map:
                    HeatMapView.Draw(part, part.Region, map, words);
                    break;
                case CurvesModel curves:
                    CurvesView.Draw(part, part.Region, curves, words);
                    break;
                case BoundaryModel boundary:
                    BoundaryView.Draw(part, part.Region, boundary, words);
                    break;
                case FunctionModel function:
                    FunctionView.Draw(part, part.Region, function, words);
                    break;
                case HistogramModel histogram:
                    HistogramView.Draw(part, part.Region, histogram, words);
                    break;
                case SurfaceModel surface:
                    SurfaceView.Draw(part, part.Region, surface, words);
                    break;
                case LanesModel lanes:
                    LanesView.Draw(part, part.Region, lanes, words);
                    break;
                default:
                    DrawReason(part, whyNot ?? "");
                    break;
            }
        });

    private static void DrawReason(Canvas canvas, string reason)
    {
        IReadOnlyList<string> lines = CellWidth.Wrap(reason, canvas.Size.Columns);
        for (int line = 0; line < lines.Count; line++)
        {
            canvas.Write(0, line, lines[line], Ink.Muted);
        }
    }
}
