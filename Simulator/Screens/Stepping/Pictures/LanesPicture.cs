using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>Two lanes side by side, locked to the same step.</summary>
internal sealed class LanesPicture : Picture
{
    public const string Key = "lanes";

    public override string Id => Key;

    public override string Name(Words words) => words.Lanes.Name;

    public override string? WhyNot(StepScreen screen, Words words) => screen.Pair is null ? words.Lanes.NotBeside : null;

    public override IPictureModel ModelOf(StepScreen screen, Words words) => new LanesModel(screen, words);

    public override IEnumerable<Preparation> PreparationsOf(StepScreen screen)
    {
        if (screen.Pair is not { } pair)
        {
            yield break;
        }

        yield return pair.Seek(screen.Lane, screen.Moment);
        yield return pair.Search();
    }
}
