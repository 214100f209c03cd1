using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>Two lanes side by side, locked to the same step.</summary>
internal sealed class LanesPicture : Picture
{
    public const string Key = "lanes";

    public override string Id => Key;

    public override bool ShowsAhead => true;

    public override string Name(Words words) => words.Lanes.Name;

    public override (IPictureModel? Model, Func<Words, string>? WhyNot) ModelOf(StepScreen screen) => screen.Pair is { } pair
        ? (new LanesModel(screen, pair), null)
        : (null, words => words.Lanes.NotBeside);

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
