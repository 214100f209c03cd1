using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The activation function and its derivative, with the current number on both.</summary>
internal sealed class FunctionPicture : Picture
{
    public override string Id => "function";

    public override ImmutableArray<UserAction> Hints => [UserAction.NextSubject, UserAction.Zoom];

    public override string Name(Words words) => words.Plots.Function;

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen)
    {
        PictureOrReason<FunctionModel> found = FunctionModel.Of(screen, screen.Subject);
        return (found.Model, found.WhyNot);
    }

    public override int SubjectsOf(StepScreen screen) => FunctionModel.Of(screen, 0).Model?.Subjects ?? 0;
}
