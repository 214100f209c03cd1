using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>The two weights over which a loss surface lies.</summary>
/// <param name="First">The one along the lower edge.</param>
/// <param name="Second">The other one.</param>
internal sealed record SurfaceWeights(Address First, Address Second)
{
    /// <summary>The weight that is looked at, or whose gradient or new value is, and the one after it; otherwise the network's first two.</summary>
    public static PictureOrReason<SurfaceWeights> In(StepScreen screen)
    {
        Plan plan = screen.Timeline.Plan;
        ImmutableArray<Symbol> learned = LearnedIn(plan);
        long count = learned.Sum(symbol => (long)symbol.Shape.Size);
        if (count < 2)
        {
            return new(null, words => words.Plots.FewerThanTwoWeights);
        }

        Address first = LookedAt.AddressIn(screen) is { } address && WeightOf(plan, plan.SubjectOf(address)) is { } weight
            ? weight
            : new Address(learned[0].Index, 0);
        return Next(learned, first) is { } next ? new SurfaceWeights(first, next) : new SurfaceWeights(Previous(learned, first), first);
    }

    /// <summary>Two weights by name.</summary>
    /// <param name="screen">The lesson.</param>
    /// <param name="first">A weight as it is typed: <c>w1</c>, <c>W1[3,2]</c>.</param>
    /// <param name="second">Another one.</param>
    public static PictureOrReason<SurfaceWeights> Find(StepScreen screen, string first, string second)
    {
        if (Find(screen, first) is not { } one)
        {
            return new(null, words => words.Plots.NotAWeight(first));
        }

        if (Find(screen, second) is not { } other)
        {
            return new(null, words => words.Plots.NotAWeight(second));
        }

        return other != one ? new SurfaceWeights(one, other) : new PictureOrReason<SurfaceWeights>(null, words => words.Plots.SameWeight(second));
    }

    private static Address? Find(StepScreen screen, string text)
    {
        Timeline timeline = screen.Timeline;
        QuantityResolver resolver = new(timeline);
        return resolver.TryResolve(text, screen.Moment.Iteration, out ResolvedQuantity? quantity, out _) && quantity.Stored is { } stored
            ? WeightOf(timeline.Plan, timeline.Plan.SubjectOf(stored))
            : null;
    }

    private static Address? WeightOf(Plan plan, Address address) =>
        plan.SymbolOf(address).Role == SymbolRole.Parameter && plan.NextOf(plan.SymbolOf(address)) is not null ? address : null;

    private static ImmutableArray<Symbol> LearnedIn(Plan plan) =>
        [.. plan.Carries.Select(carry => carry.Current).Where(symbol => symbol.Role == SymbolRole.Parameter)];

    private static Address? Next(ImmutableArray<Symbol> learned, Address weight)
    {
        int at = IndexOf(learned, weight);
        return weight.Cell + 1 < learned[at].Shape.Size ? weight with { Cell = weight.Cell + 1 }
            : at + 1 < learned.Length ? new Address(learned[at + 1].Index, 0)
            : null;
    }

    private static Address Previous(ImmutableArray<Symbol> learned, Address weight)
    {
        int at = IndexOf(learned, weight);
        return weight.Cell > 0 ? weight with { Cell = weight.Cell - 1 } : new Address(learned[at - 1].Index, learned[at - 1].Shape.Size - 1);
    }

    private static int IndexOf(ImmutableArray<Symbol> learned, Address weight) =>
        learned.Select(symbol => symbol.Index).ToList().IndexOf(weight.Symbol);
}
