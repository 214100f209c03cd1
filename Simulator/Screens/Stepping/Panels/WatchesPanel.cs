using System.Collections.Immutable;
using Engine.Planning;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping.Panels;

/// <summary>The numbers that are watched.</summary>
internal sealed class WatchesPanel : SidePanel
{
    public override string Id => "watches";

    public override ImmutableArray<UserAction> Hints => [UserAction.LastChange, UserAction.RemoveRow, UserAction.NextPanel];

    public override string Name(Words words) => words.Tracing.Watches;

    public override IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words) => WatchesModel.Of(screen);

    public override IEnumerable<Preparation> PreparationsOf(StepScreen screen)
    {
        ImmutableArray<Address> numbers = screen.Watches.Addresses;
        WatchHistory history = WatchHistory.Of(screen.Timeline);
        return numbers.IsEmpty || screen.Timeline.Iterations == screen.Timeline.FirstIteration
            ? []
            :
            [
                new Preparation(
                    (screen.Timeline, nameof(WatchHistory)),
                    words => words.Tracing.PrepareHistory,
                    () => history.Has(numbers),
                    (progress, cancellation) => history.Record(screen.Timeline, numbers, progress, cancellation)),
            ];
    }

    public override bool HasRows(StepScreen screen) => !screen.Watches.Items.IsEmpty;

    public override StepScreen Choose(StepScreen screen, int step) => screen with { Watches = screen.Watches.Choose(step) };

    public override StepScreen ChooseAt(StepScreen screen, int row) =>
        row < screen.Watches.Items.Length ? screen with { Watches = screen.Watches with { Selected = row } } : screen;

    /// <summary>Goes to the step that computes the chosen number in this iteration.</summary>
    public override Outcome Enter(Model model, StepScreen screen) => screen.Watches.Chosen is { } watched
        ? model with { Screen = StepUpdate.Visit(screen, watched.At(screen.Timeline.Plan, screen.Moment.Iteration)) }
        : model with { Notice = new Notice(words => words.NothingToFollow) };
}
