using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Breakpoints;

namespace Simulator.Screens.Stepping.Panels;

/// <summary>What continuing stops at.</summary>
internal sealed class BreakpointsPanel : SidePanel
{
    public override string Id => "breakpoints";

    public override ImmutableArray<UserAction> Hints => [UserAction.Continue, UserAction.ContinueBack, UserAction.RemoveRow, UserAction.NextPanel];

    public override string Name(Words words) => words.Tracing.Breakpoints;

    public override IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words) => BreakpointsModel.Of(screen, words);

    public override bool HasRows(StepScreen screen) => !screen.Breakpoints.Items.IsEmpty;

    public override StepScreen Choose(StepScreen screen, int step) => screen with { Breakpoints = screen.Breakpoints.Choose(step) };

    public override StepScreen ChooseAt(StepScreen screen, int row) =>
        row < screen.Breakpoints.Items.Length ? screen with { Breakpoints = screen.Breakpoints with { Selected = row } } : screen;

    /// <summary>Switches the chosen breakpoint off, or on again.</summary>
    public override Outcome Enter(Model model, StepScreen screen) => TracingUpdate.SwitchChosen(model, screen);
}
