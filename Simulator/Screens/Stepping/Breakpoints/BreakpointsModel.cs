using System.Collections.Immutable;
using Simulator.Resources;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Breakpoints;

/// <summary>One breakpoint as it is listed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="When">When it stops, where the name does not say it.</param>
/// <param name="Hit">The number that met it here, and what it was before; null where this is not where it stopped last.</param>
/// <param name="IsOn">Whether continuing looks at it.</param>
/// <param name="IsSelected">Whether the row is chosen.</param>
internal sealed record BreakpointRow(string Name, string When, string? Hit, bool IsOn, bool IsSelected);

/// <summary>The breakpoints of a lesson.</summary>
internal sealed record BreakpointsModel(ImmutableArray<BreakpointRow> Rows) : IPanelModel
{
    public static BreakpointsModel Of(StepScreen screen, Words words)
    {
        BreakpointList list = screen.Breakpoints;
        return new BreakpointsModel(
        [
            .. list.Items.Select((breakpoint, index) => new BreakpointRow(
                breakpoint.NameIn(screen.Timeline.Plan),
                WhenOf(breakpoint, words),
                HitOf(breakpoint, screen, words),
                breakpoint.IsOn,
                index == list.Selected)),
        ]);
    }

    private static string WhenOf(Breakpoint breakpoint, Words words) =>
        !breakpoint.IsOn ? words.Tracing.Off
        : breakpoint.Number is null ? ""
        : breakpoint.IsOfChange ? words.Tracing.WhenChanged
        : words.Tracing.WhenComputed;

    private static string? HitOf(Breakpoint breakpoint, StepScreen screen, Words words) =>
        screen.Breakpoints.Last is var (last, hit) && hit.Moment == screen.Moment && last.Condition.Equals(breakpoint.Condition)
            ? breakpoint.Describe(screen.Timeline.Plan, hit, screen.Timeline.AddressAt(hit.Moment), words)
            : null;
}
