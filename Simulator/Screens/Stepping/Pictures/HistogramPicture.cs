using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>How the activations and gradients of the layers are spread.</summary>
internal sealed class HistogramPicture : Picture
{
    public override string Id => "histogram";

    public override ImmutableArray<UserAction> Hints => [UserAction.NextSubject, UserAction.Zoom];

    public override string Name(Words words) => words.Plots.Histogram;

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen)
    {
        PictureOrReason<HistogramModel> found = HistogramModel.Of(screen, screen.Subject);
        return (found.Model, found.WhyNot);
    }

    public override int SubjectsOf(StepScreen screen) => HistogramModel.Of(screen).Model?.Layers.Length ?? 0;
}
