using System.Runtime.InteropServices;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Time;

/// <summary>
/// The symbols of two plans that have the same names, and so numbers of the same names: whole symbols are matched, no label is made
/// for a number.
/// </summary>
/// <remarks>
/// Where symbols of one name have other lengths along an axis, such as layers of other sizes, the numbers at positions that both
/// have are matched. The first of several symbols of one name is matched with the first, the second with the second.
/// </remarks>
internal sealed class SymbolMatch
{
    private readonly Plan plan;
    private readonly Plan otherPlan;

    /// <summary>For each symbol the other plan's, or null.</summary>
    private readonly Symbol?[] others;

    public SymbolMatch(Plan plan, Plan otherPlan)
    {
        (this.plan, this.otherPlan) = (plan, otherPlan);
        others = new Symbol?[plan.Symbols.Length];
        Names names = new();
        Dictionary<(string Name, int Count), Symbol> theirs = [];
        Dictionary<string, int> counts = [];
        foreach (Symbol symbol in otherPlan.Symbols)
        {
            string name = names.Of(symbol);
            theirs.Add((name, CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++), symbol);
        }

        counts.Clear();
        foreach (Symbol symbol in plan.Symbols)
        {
            string name = names.Of(symbol);
            int count = CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
            if (theirs.TryGetValue((name, count), out Symbol? other) && HasSameNames(symbol, other))
            {
                others[symbol.Index] = other;
            }
        }
    }

    /// <summary>The other plan's symbol of the same name; null where there is none.</summary>
    public Symbol? Of(Symbol symbol) => others[symbol.Index];

    /// <summary>The other plan's number of the same name; null where there is none.</summary>
    public Address? Of(Address address)
    {
        Symbol symbol = plan.SymbolOf(address);
        if (Of(symbol) is not { } other)
        {
            return null;
        }

        if (symbol.Shape.Equals(other.Shape))
        {
            return new Address(other.Index, address.Cell);
        }

        int[] position = [.. symbol.Shape.PositionOf(address.Cell)];
        for (int axis = 0; axis < position.Length; axis++)
        {
            if (position[axis] >= other.Shape[axis])
            {
                return null;
            }
        }

        return new Address(other.Index, other.Shape.CellAt(position));
    }

    /// <summary>Whether numbers at equal positions have equal names: with one sample, names have no place for it.</summary>
    private bool HasSameNames(Symbol symbol, Symbol other)
    {
        bool hasSameAxes = symbol.Shape.Rank == other.Shape.Rank && symbol.HasBatchAxis == other.HasBatchAxis;
        bool hasSameSamples = !symbol.HasBatchAxis || plan.BatchSize == otherPlan.BatchSize || (plan.BatchSize > 1 && otherPlan.BatchSize > 1);

        // A name without a position is that of an only number.
        Shape features = symbol.HasBatchAxis && hasSameAxes ? symbol.Shape.WithoutFirst() : symbol.Shape;
        Shape otherFeatures = other.HasBatchAxis && hasSameAxes ? other.Shape.WithoutFirst() : other.Shape;
        return hasSameAxes && hasSameSamples && (features.Equals(otherFeatures) || (features.Size > 1 && otherFeatures.Size > 1));
    }

    /// <summary>A short name for each symbol's names, the same for symbols of both plans.</summary>
    private sealed class Names
    {
        private readonly Dictionary<Symbol, string> known = [];
        private readonly Dictionary<string, string> given = [];

        public string Of(Symbol symbol)
        {
            if (known.TryGetValue(symbol, out string? name))
            {
                return name;
            }

            return known[symbol] = symbol.Naming switch
            {
                Naming.Given { Names: { Shape: null } names } => names.Tensor,
                Naming.Given { Names: var names } => Short(string.Join(' ', names.Cells)),
                Naming.GradientOf gradient => $"d {Of(gradient.Loss)} / {Of(gradient.WithRespectTo)}",
                Naming.LocalDerivativeOf local => $"local {Of(local.Of)} / {Of(local.WithRespectTo)}",
                Naming.PathTo path => $"path {Of(path.Loss)} / {Of(path.WithRespectTo)} / {Of(path.Via)}",
                Naming.PartOf part => $"part {Of(part.Loss)} / {Of(part.WithRespectTo)} / {Of(part.Via)}",
                Naming.NextOf next => $"next {Of(next.Current)}",
                _ => symbol.Label.ToString(),
            };
        }

        private string Short(string names) => given.TryGetValue(names, out string? name) ? name : given[names] = $"names {given.Count}";
    }
}
