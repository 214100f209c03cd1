using System.Collections.Immutable;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Provenance;

namespace Simulator.Screens.Stepping.Panels;

/// <summary>Where the number looked at comes from and where it goes.</summary>
internal sealed class ProvenancePanel : SidePanel
{
    public override string Id => "provenance";

    public override ImmutableArray<UserAction> Hints => [UserAction.FocusNext, UserAction.Unfold, UserAction.Follow, UserAction.Provenance];

    public override string Name(Words words) => words.Tracing.Provenance;

    public override IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words) => ProvenanceModel.Of(screen, words);

    public override bool HasRows(StepScreen screen) => screen.Looked is not null;

    public override StepScreen Choose(StepScreen screen, int step) => ProvenanceModel.Choose(screen, step);

    public override StepScreen ChooseAt(StepScreen screen, int row) => ProvenanceModel.ChooseAt(screen, row);

    public override ResolvedQuantity? NumberOf(StepScreen screen) => ProvenanceModel.ChosenOf(screen);

    public override Outcome Enter(Model model, StepScreen screen) => ProvenanceModel.Enter(model, screen);
}
