using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Screens.Stepping.Provenance;
using Simulator.Screens.Stepping.Watches;
using Simulator.Terminal;
using Simulator.Views.Panels;

namespace Simulator.Views;

/// <summary>The panel at the side: what the chosen content shows.</summary>
internal static class SidePanelView
{
    public static void Draw(Canvas canvas, Region region, Model model, StepScreen screen, ExplanationModel explanation)
    {
        Words words = model.Words;
        canvas.Target(region, new RowTarget(null));
        switch (screen.Panel.ModelOf(screen, explanation, words))
        {
            case ValuesModel values:
                ValuesView.Draw(canvas, region, values);
                break;
            case BreakpointsModel breakpoints:
                BreakpointsView.Draw(canvas, region, breakpoints, words);
                break;
            case WatchesModel watches:
                WatchesView.Draw(canvas, region, watches, words);
                break;
            case ExercisesModel exercises:
                ExercisesView.Draw(canvas, region, exercises, model);
                break;
            case ProvenanceModel provenance:
                ProvenanceView.Draw(canvas, region, provenance, words);
                break;
        }
    }
}
