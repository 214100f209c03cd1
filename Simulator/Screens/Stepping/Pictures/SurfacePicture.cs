using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The loss over two weights, and the way that training takes on it.</summary>
internal sealed class SurfacePicture : Picture
{
    public const string Key = "surface";

    public override string Id => Key;

    public override ImmutableArray<UserAction> Hints => [UserAction.Zoom];

    public override bool ShowsAhead => true;

    public override string Name(Words words) => words.Plots.Surface;

    public override string TitleOf(IPictureModel model, Words words)
    {
        SurfaceModel surface = (SurfaceModel)model;
        return $"{Name(words)} · {surface.FirstName}, {surface.SecondName}";
    }

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen)
    {
        PictureOrReason<SurfaceModel> found = SurfaceModel.Of(screen, screen.SurfaceWeights);
        return (found.Model, found.WhyNot);
    }

    public override IEnumerable<Preparation> PreparationsOf(StepScreen screen) =>
        (screen.SurfaceWeights ?? SurfaceWeights.In(screen).Model) is { } weights
            ?
            [
                new Preparation(
                    (screen.Timeline, weights),
                    words => words.Plots.ComputingSurface,
                    () => SurfaceModel.IsReady(screen, weights),
                    (progress, cancellation) => SurfaceModel.Prepare(screen, weights, progress, cancellation)),
            ]
            : [];
}
