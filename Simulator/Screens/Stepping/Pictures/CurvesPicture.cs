using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>Loss and metrics over the whole training.</summary>
internal sealed class CurvesPicture : Picture
{
    public override string Id => "curves";

    public override ImmutableArray<UserAction> Hints => [UserAction.Zoom];

    public override bool ShowsAhead => true;

    public override string Name(Words words) => words.Plots.Curves;

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen)
    {
        PictureOrReason<CurvesModel> found = CurvesModel.Of(screen);
        return (found.Model, found.WhyNot);
    }

    public override IEnumerable<Preparation> PreparationsOf(StepScreen screen) =>
    [
        new Preparation(
            (screen.Timeline, Id),
            words => words.Plots.Recording,
            () => Recordings.Of(screen).IsReady,
            Recordings.Of(screen).Prepare),
    ];
}
