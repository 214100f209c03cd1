using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Watches;

/// <summary>A number that is watched, whatever the iteration: one that is stored, or a derivative that no step computes.</summary>
/// <param name="Stored">The number's address; null for a derivative.</param>
/// <param name="Derivative">The two numbers of a derivative.</param>
internal readonly record struct Watched(Address? Stored, (Address Of, Address WithRespectTo)? Derivative)
{
    /// <summary>What a quantity names, without its iteration.</summary>
    public static Watched Of(ResolvedQuantity quantity) => new(quantity.Stored, quantity.Derivative);

    /// <summary>The number in an iteration.</summary>
    public ResolvedQuantity At(Plan plan, int iteration) => Stored is { } stored
        ? new ResolvedQuantity(plan, iteration, stored)
        : new ResolvedQuantity(plan, iteration, Derivative!.Value.Of, Derivative.Value.WithRespectTo);
}

/// <summary>The numbers that are watched, one of them chosen.</summary>
internal sealed record WatchList
{
    public static WatchList Empty { get; } = new();

    public ImmutableArray<Watched> Items { get; init; } = [];

    /// <summary>Which one is chosen, from 0; null for none.</summary>
    public int? Selected { get; init; }

    /// <summary>Names of another lane that this one does not have: they wait until there is such a number.</summary>
    public ImmutableArray<string> Waiting { get; init; } = [];

    /// <summary>The number that is chosen; null for none.</summary>
    public Watched? Chosen => Selected is { } index && index < Items.Length ? Items[index] : null;

    /// <summary>The addresses of the numbers that are stored.</summary>
    public ImmutableArray<Address> Addresses => [.. Items.Where(item => item.Stored is not null).Select(item => item.Stored!.Value)];

    /// <summary>With one more; the same where it is there.</summary>
    public WatchList Add(Watched watched) => Items.Contains(watched) ? this : this with { Items = Items.Add(watched) };

    /// <summary>Without one.</summary>
    public WatchList Remove(Watched watched)
    {
        int index = Items.IndexOf(watched);
        if (index < 0)
        {
            return this;
        }

        ImmutableArray<Watched> left = Items.RemoveAt(index);
        int? selected = left.IsEmpty || Selected is not { } chosen ? null : Math.Min(chosen > index ? chosen - 1 : chosen, left.Length - 1);
        return this with { Items = left, Selected = selected };
    }

    /// <summary>The same in a lane of other steps.</summary>
    public WatchList In(Plan plan, Timeline timeline)
    {
        QuantityResolver resolver = new(timeline);
        var items = ImmutableArray.CreateBuilder<Watched>();
        var waiting = ImmutableArray.CreateBuilder<string>();
        foreach (string name in Items.Select(item => $"{item.At(plan, timeline.FirstIteration).Label}").Concat(Waiting))
        {
            if (resolver.TryResolve(name, timeline.FirstIteration, out ResolvedQuantity? quantity, out _))
            {
                items.Add(Watched.Of(quantity));
            }
            else
            {
                waiting.Add(name);
            }
        }

        return new WatchList { Items = items.ToImmutable(), Waiting = waiting.ToImmutable() };
    }

    /// <summary>With another one chosen, so many further, round the end.</summary>
    public WatchList Choose(int step) => this with { Selected = Rows.Moved(Selected, step, Items.Length) };
}
