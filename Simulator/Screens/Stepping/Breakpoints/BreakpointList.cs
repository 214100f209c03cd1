using System.Collections.Immutable;
using Engine.Time;
using Engine.Time.Search;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Breakpoints;

/// <summary>The breakpoints of a lesson, one of them chosen, and where continuing stopped last.</summary>
internal sealed record BreakpointList
{
    public static BreakpointList Empty { get; } = new();

    public ImmutableArray<Breakpoint> Items { get; init; } = [];

    /// <summary>Which one is chosen, from 0; null for none.</summary>
    public int? Selected { get; init; }

    /// <summary>Where continuing stopped last, and at which breakpoint; null where it has not, or the breakpoint is gone.</summary>
    public (Breakpoint Breakpoint, SearchHit Hit)? Last { get; init; }

    /// <summary>Those of another lane that name what this one does not have: they wait until there is such a number.</summary>
    public ImmutableArray<(string Text, bool IsOn)> Waiting { get; init; } = [];

    /// <summary>The breakpoint that is chosen; null for none.</summary>
    public Breakpoint? Chosen => Selected is { } index && index < Items.Length ? Items[index] : null;

    /// <summary>Whether there is one that stops at the same.</summary>
    public bool Has(Breakpoint breakpoint) => IndexOf(breakpoint) >= 0;

    /// <summary>With one more, switched on; the same where there is one that stops at the same.</summary>
    public BreakpointList Add(Breakpoint breakpoint)
    {
        int index = IndexOf(breakpoint);
        return index < 0
            ? this with { Items = Items.Add(breakpoint), Selected = Items.Length }
            : this with { Items = Items.SetItem(index, Items[index] with { IsOn = true }), Selected = index };
    }

    /// <summary>Without the one that stops at the same.</summary>
    public BreakpointList Remove(Breakpoint breakpoint)
    {
        int index = IndexOf(breakpoint);
        if (index < 0)
        {
            return this;
        }

        ImmutableArray<Breakpoint> left = Items.RemoveAt(index);
        int? selected = left.IsEmpty || Selected is not { } chosen ? null : Math.Min(chosen > index ? chosen - 1 : chosen, left.Length - 1);
        return this with { Items = left, Selected = selected, Last = Last?.Breakpoint.Condition.Equals(breakpoint.Condition) == true ? null : Last };
    }

    /// <summary>With the chosen one switched off, or on again.</summary>
    public BreakpointList SwitchChosen() => Chosen is { } chosen
        ? this with { Items = Items.SetItem(Selected!.Value, chosen with { IsOn = !chosen.IsOn }) }
        : this;

    /// <summary>With another one chosen, so many further, round the end.</summary>
    public BreakpointList Choose(int step) => this with { Selected = Rows.Moved(Selected, step, Items.Length) };

    /// <summary>The same in a lane of other steps.</summary>
    public BreakpointList In(Timeline timeline)
    {
        var items = ImmutableArray.CreateBuilder<Breakpoint>();
        var waiting = ImmutableArray.CreateBuilder<(string Text, bool IsOn)>();
        foreach ((string text, bool isOn) in Items.Select(item => (item.Text, item.IsOn)).Concat(Waiting))
        {
            if (BreakpointText.TryParse(text, timeline, out Breakpoint? breakpoint, out _))
            {
                items.Add(breakpoint with { IsOn = isOn });
            }
            else
            {
                waiting.Add((text, isOn));
            }
        }

        return new BreakpointList { Items = items.ToImmutable(), Waiting = waiting.ToImmutable() };
    }

    private int IndexOf(Breakpoint breakpoint) =>
        Items.IndexOf(Items.FirstOrDefault(item => item.Condition.Equals(breakpoint.Condition))!);
}
