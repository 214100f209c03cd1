using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The panel at the side: what the chosen content shows.</summary>
internal static class SidePanelView
{
    public static void Draw(Canvas canvas, Region region, StepScreen screen, ExplanationModel explanation, Words words)
    {
        switch (screen.Panel.ModelOf(screen, explanation, words))
        {
            case ValuesModel values:
                ValuesView.Draw(canvas, region, values);
                break;
        }
    }
}
