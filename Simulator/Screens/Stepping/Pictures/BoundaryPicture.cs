using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What the network answers over the plane of its two inputs.</summary>
internal sealed class BoundaryPicture : Picture
{
    public override string Id => "boundary";

    public override ImmutableArray<UserAction> Hints => [UserAction.NextSubject, UserAction.Zoom];

    public override string Name(Words words) => words.Plots.Boundary;

    public override string TitleOf(IPictureModel model, Words words)
    {
        BoundaryModel boundary = (BoundaryModel)model;
        return boundary.HasClasses ? Name(words) : words.Plots.OverInputs(boundary.OutputName);
    }

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen)
    {
        PictureOrReason<BoundaryModel> found = BoundaryModel.Of(screen, screen.Subject);
        return (found.Model, found.WhyNot);
    }

    public override int SubjectsOf(StepScreen screen) => BoundaryModel.Of(screen).Model?.Subjects ?? 0;
}
