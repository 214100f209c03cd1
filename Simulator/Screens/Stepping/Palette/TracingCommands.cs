using System.Collections.Immutable;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>The palette's commands for breakpoints and watches.</summary>
internal static class TracingCommands
{
    public const string Break = "break";

    public const string Watch = "watch";

    public static ImmutableArray<PaletteCommand> All { get; } =
    [
        new(Break, words => words.Tracing.BreakArgument, words => words.Tracing.BreakVerb, TracingUpdate.Break)
        {
            Completions = screen => screen.Timeline.Plan.Names.Take(MostCompletions),
        },
        new(Watch, words => words.Tracing.WatchArgument, words => words.Tracing.WatchVerb, TracingUpdate.Watch)
        {
            Completions = screen => screen.Timeline.Plan.Names.Take(MostCompletions),
        },
    ];

    private const int MostCompletions = 100;
}
