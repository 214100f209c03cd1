using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;

namespace Simulator.Screens.Stepping.Provenance;

/// <summary>What a row of the tree is.</summary>
internal enum ProvenanceKind
{
    /// <summary>The beginning of one of the two directions.</summary>
    Heading,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The rest of many numbers.</summary>
    More,

    /// <summary>That there is nothing.</summary>
    Nothing,
}

/// <summary>One row of the tree.</summary>
/// <param name="Path">Names the row among all: its direction, then the way through the children.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quantity">The number; null for what is none.</param>
/// <param name="Guides">For each level above whether more rows of it follow; the last is the row's own.</param>
/// <param name="IsUnfolded">Whether its children are shown; null where it has none.</param>
/// <param name="Rest">How many numbers are folded away, of <see cref="ProvenanceKind.More"/>.</param>
internal sealed record ProvenanceNode(
    string Path, ProvenanceKind Kind, ResolvedQuantity? Quantity, ImmutableArray<bool> Guides, bool? IsUnfolded, int Rest = 0);

/// <summary>
/// The tree around a number, as far as it is unfolded: the numbers that it is made from, back to data and the first weights, over iterations;
/// and the numbers that use it, on into later iterations.
/// </summary>
internal sealed class ProvenanceTree
{
    /// <summary>The path of what a number is made from.</summary>
    public const string MadeFrom = "from";

    /// <summary>The path of what uses a number.</summary>
    public const string UsedBy = "to";

    /// <summary>How many children are shown at first; each time more are asked for, twice as many.</summary>
    public const int FirstChildren = 20;

    private readonly Timeline timeline;
    private readonly Moment moment;
    private readonly ResolvedQuantity root;
    private readonly ProvenanceState state;
    private readonly ImmutableArray<ProvenanceNode>.Builder rows = ImmutableArray.CreateBuilder<ProvenanceNode>();

    private ProvenanceTree(Timeline timeline, Moment moment, ResolvedQuantity root, ProvenanceState state) =>
        (this.timeline, this.moment, this.root, this.state) = (timeline, moment, root, state);

    private Plan Plan => timeline.Plan;

    /// <summary>The rows of the tree around a number.</summary>
    /// <param name="timeline">The lesson's time.</param>
    /// <param name="moment">The moment looked at: of numbers that are known by then, only those count that a choice has taken.</param>
    /// <param name="root">The number.</param>
    /// <param name="state">What is unfolded.</param>
    public static ImmutableArray<ProvenanceNode> RowsOf(Timeline timeline, Moment moment, ResolvedQuantity root, ProvenanceState state)
    {
        ProvenanceTree tree = new(timeline, moment, root, state);
        tree.AddHeading(MadeFrom);
        tree.AddHeading(UsedBy);
        return tree.rows.ToImmutable();
    }

    /// <summary>Whether a number is known at a moment, in its own iteration.</summary>
    public static bool IsKnown(Timeline timeline, Moment moment, ResolvedQuantity quantity)
    {
        Address first = quantity.Stored ?? quantity.Derivative!.Value.Of;
        return quantity.Iteration < moment.Iteration || (quantity.Iteration == moment.Iteration && timeline.IsKnown(moment, first));
    }

    private void AddHeading(string path)
    {
        bool isUnfolded = state.Unfolded.Contains(path);
        rows.Add(new ProvenanceNode(path, ProvenanceKind.Heading, null, [], isUnfolded));
        if (!isUnfolded)
        {
            return;
        }

        ResolvedQuantity[] children = ChildrenOf(path, root);
        if (children.Length == 0)
        {
            rows.Add(new ProvenanceNode($"{path}.", ProvenanceKind.Nothing, null, [false], null));
        }

        AddChildren(path, path, children, []);
    }

    private void AddChildren(string direction, string parent, ResolvedQuantity[] children, ImmutableArray<bool> above)
    {
        (int shown, string more) = ShownOf(parent, children.Length);
        for (int index = 0; index < shown; index++)
        {
            string path = $"{parent}.{index}";
            ImmutableArray<bool> guides = above.Add(index < children.Length - 1);
            bool isUnfolded = state.Unfolded.Contains(path);
            bool hasChildren = HasChildren(direction, children[index]);
            rows.Add(new ProvenanceNode(path, ProvenanceKind.Number, children[index], guides, hasChildren ? isUnfolded : null));
            if (isUnfolded)
            {
                AddChildren(direction, path, ChildrenOf(direction, children[index]), guides);
            }
        }

        if (shown < children.Length)
        {
            rows.Add(new ProvenanceNode(more, ProvenanceKind.More, null, above.Add(false), false, children.Length - shown));
        }
    }

    /// <summary>How many of a row's children are shown, and the path of the rest.</summary>
    private (int Shown, string More) ShownOf(string parent, int count)
    {
        long shown = FirstChildren;
        int page = 1;
        while (shown < count && state.Unfolded.Contains($"{parent}+{page}"))
        {
            shown *= 2;
            page++;
        }

        return ((int)Math.Min(shown, count), $"{parent}+{page}");
    }

    private ResolvedQuantity[] ChildrenOf(string direction, ResolvedQuantity of) =>
        [.. direction == MadeFrom ? OperandsOf(of) : UsersOf(of)];

    private bool HasChildren(string direction, ResolvedQuantity of)
    {
        Symbol symbol = Plan.SymbolOf(of.Stored!.Value);
        return direction == MadeFrom
            ? Plan.ProducerOf(symbol) is not null || Before(of) is not null
            : After(of) is not null || Plan.UsersOf(of.Stored.Value).Any();
    }

    private IEnumerable<ResolvedQuantity> OperandsOf(ResolvedQuantity of)
    {
        if (of.Derivative is { } pair)
        {
            CellDerivative derivative = CellDerivative.Between(timeline.At(of.Iteration), pair.Of, pair.WithRespectTo);
            return derivative.Spans(Engine.Formulas.Notation.Plain, digits: null)
                .Where(span => span.Operand is not null)
                .Select(span => derivative.AddressOf(span.Operand!))
                .Distinct()
                .Select(address => new ResolvedQuantity(Plan, of.Iteration, address));
        }

        if (Plan.ProducerOf(Plan.SymbolOf(of.Stored!.Value)) is null)
        {
            return Before(of) is { } before ? [before] : [];
        }

        Explanation explanation = Plan.Explain(of.Stored.Value);
        bool isDecided = explanation.Formula.HasChoices && IsKnown(timeline, moment, of);
        return (isDecided ? explanation.OperandsOf(timeline.At(of.Iteration)) : explanation.Operands)
            .Select(address => new ResolvedQuantity(Plan, of.Iteration, address));
    }

    private IEnumerable<ResolvedQuantity> UsersOf(ResolvedQuantity of)
    {
        if (of.Stored is not { } stored)
        {
            return [];
        }

        IEnumerable<ResolvedQuantity> here = Plan.UsersOf(stored).Select(address => new ResolvedQuantity(Plan, of.Iteration, address));
        return After(of) is { } after ? here.Append(after) : here;
    }

    /// <summary>The number of the iteration before that a weight or state is; null for what is given.</summary>
    private ResolvedQuantity? Before(ResolvedQuantity of) =>
        timeline.HasIteration(of.Iteration - 1) && Plan.NextOf(Plan.SymbolOf(of.Stored!.Value)) is { } next
            ? new ResolvedQuantity(Plan, of.Iteration - 1, of.Stored.Value with { Symbol = next.Index })
            : null;

    /// <summary>The number of the next iteration that an updated weight or state is; null for others.</summary>
    private ResolvedQuantity? After(ResolvedQuantity of)
    {
        Symbol symbol = Plan.SymbolOf(of.Stored!.Value);
        return timeline.HasIteration(of.Iteration + 1) && Plan.Carries.FirstOrDefault(carry => carry.Next == symbol) is { } carry
            ? new ResolvedQuantity(Plan, of.Iteration + 1, of.Stored.Value with { Symbol = carry.Current.Index })
            : null;
    }
}
