using Simulator.Resources;

namespace Simulator.Screens.Stepping.Panels;

/// <summary>The table of all numbers of the iteration.</summary>
internal sealed class ValuesPanel : SidePanel
{
    public override string Id => "values";

    public override string Name(Words words) => words.Values;

    public override IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words) => new ValuesModel(screen, explanation);
}
