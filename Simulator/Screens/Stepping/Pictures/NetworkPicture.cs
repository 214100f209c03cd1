using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The drawing of the network.</summary>
internal sealed class NetworkPicture : Picture
{
    public override string Id => "network";

    public override string Name(Words words) => words.Network;

    public override string TitleOf(StepScreen screen, Words words) =>
        new DiagramModel(screen).Sample is { } number ? $"{words.Network} · {words.Sample} {number}" : words.Network;

    public override IPictureModel ModelOf(StepScreen screen, Words words) => new DiagramModel(screen);
}
