using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The network in the drawing that suits it.</summary>
internal sealed class NetworkPicture : Picture
{
    public override string Id => "network";

    public override string Name(Words words) => words.Network;

    public override string TitleOf(IPictureModel model, Words words) => ((NetworkDrawing)model).TitleOf(words);

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen) => (NetworkDrawing.Of(screen), null);

    public override int SubjectsOf(StepScreen screen) => NetworkDrawing.Of(screen).Subjects;

    public override int? SubjectOf(StepScreen screen) => NetworkDrawing.Of(screen).Subject;
}
