using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Explaining;
using Simulator.Resources;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Screens.Stepping.Provenance;

/// <summary>One row of the tree as it is shown.</summary>
/// <param name="Node">What it is and where.</param>
/// <param name="Text">The number's name, the direction, or how many more there are.</param>
/// <param name="Value">The number's value; null for what is none, or is not known at the moment.</param>
/// <param name="Formula">How the number comes about, in short.</param>
/// <param name="Phase">The phase that computes it; empty where nothing does.</param>
internal sealed record ProvenanceRow(ProvenanceNode Node, string Text, string? Value, string Formula, string Phase);

/// <summary>Where the number looked at comes from and where it goes.</summary>
/// <param name="Chain">How the loss depends on it; null where that is not stored.</param>
/// <param name="SelectedFactor">Which of the chain's factors is chosen; null for none.</param>
/// <param name="Rows">The tree.</param>
/// <param name="SelectedRow">Which of the rows is chosen; null for none.</param>
internal sealed record ProvenanceModel(
    ChainLine? Chain, int? SelectedFactor, ImmutableArray<ProvenanceRow> Rows, int? SelectedRow) : IPanelModel
{
    private const string FactorPath = "factor";
    private const int MostTerms = 3;

    /// <summary>What there is to see.</summary>
    public static ProvenanceModel Of(StepScreen screen, Words words)
    {
        if (screen.Looked is not { } root)
        {
            return new ProvenanceModel(null, null, [], null);
        }

        ProvenanceState state = screen.Provenance.For(Watched.Of(root));
        ChainLine? chain = ChainLine.Of(screen.Timeline, screen.KnownMoment, root);
        ImmutableArray<ProvenanceNode> nodes = ProvenanceTree.RowsOf(screen.Timeline, screen.KnownMoment, root, state);
        int selected = IndexOf(state.Selected, chain, nodes);
        int factors = chain?.Factors.Length ?? 0;
        return new ProvenanceModel(
            chain,
            selected >= 0 && selected < factors ? selected : null,
            [.. nodes.Select(node => RowOf(node, screen, words))],
            selected >= factors ? selected - factors : null);
    }

    /// <summary>The screen with another row chosen, so many further: first the chain's factors, then the tree's rows.</summary>
    public static StepScreen Choose(StepScreen screen, int step)
    {
        if (Open(screen) is not var (state, chain, nodes))
        {
            return screen;
        }

        int current = IndexOf(state.Selected, chain, nodes);
        int factors = chain?.Factors.Length ?? 0;
        int? before = current >= 0 ? current : step > 0 ? factors + FirstOf(nodes) - 1 : null;
        int? next = Panels.Rows.Moved(before, step, factors + nodes.Length);
        string? path = next is not { } row ? null : PathOf(row, chain, nodes);
        return screen with { Provenance = state with { Selected = path } };
    }

    /// <summary>The screen with a certain row chosen, the chain's factors counted before the tree's rows.</summary>
    public static StepScreen ChooseAt(StepScreen screen, int row)
    {
        if (Open(screen) is not var (state, chain, nodes) || row >= (chain?.Factors.Length ?? 0) + nodes.Length)
        {
            return screen;
        }

        string path = PathOf(row, chain, nodes);
        return state.Selected == path ? screen : screen with { Provenance = state with { Selected = path } };
    }

    /// <summary>What comes of unfolding the chosen row, or folding it again.</summary>
    public static Model Unfold(Model model, StepScreen screen)
    {
        if (Open(screen) is not var (state, chain, nodes))
        {
            return model with { Notice = new Notice(words => words.Tracing.NothingUnfolds) };
        }

        if (RowToUnfold(state, chain, nodes) is not { } node)
        {
            return model with { Notice = new Notice(words => words.Tracing.ChooseRow) };
        }

        if (node.IsUnfolded is null)
        {
            return model with { Notice = new Notice(words => words.Tracing.NothingUnfolds) };
        }

        // The first of those that come to light takes the place of the row that counted them.
        int at = nodes.IndexOf(node);
        string selected = node.Kind == ProvenanceKind.More ? FirstOfRest(nodes, at) : node.Path;
        return model with { Screen = screen with { Provenance = state.Toggle(node.Path) with { Selected = selected } } };
    }

    /// <summary>What comes of going to the chosen row: the number is looked at, what is none unfolds.</summary>
    public static Model Enter(Model model, StepScreen screen)
    {
        if (screen.Provenance.Selected is null)
        {
            return model with { Notice = new Notice(words => words.NothingToFollow) };
        }

        return ChosenOf(screen) is { } target ? model with { Screen = StepUpdate.Visit(screen, target) } : Unfold(model, screen);
    }

    /// <summary>The number of the chosen row; null where none is chosen or the row is none.</summary>
    public static ResolvedQuantity? ChosenOf(StepScreen screen)
    {
        if (Open(screen) is not var (state, chain, nodes) || IndexOf(state.Selected, chain, nodes) is not (>= 0 and var selected))
        {
            return null;
        }

        int factors = chain?.Factors.Length ?? 0;
        return selected < factors ? chain!.Factors[selected] : nodes[selected - factors].Quantity;
    }

    private static (ProvenanceState State, ChainLine? Chain, ImmutableArray<ProvenanceNode> Nodes)? Open(StepScreen screen)
    {
        if (screen.Looked is not { } root)
        {
            return null;
        }

        ProvenanceState state = screen.Provenance.For(Watched.Of(root));
        return (state, ChainLine.Of(screen.Timeline, screen.KnownMoment, root), ProvenanceTree.RowsOf(screen.Timeline, screen.KnownMoment, root, state));
    }

    /// <summary>The row that is chosen, or is the chosen factor's number; the first where none is chosen, null where the factor has no row.</summary>
    private static ProvenanceNode? RowToUnfold(ProvenanceState state, ChainLine? chain, ImmutableArray<ProvenanceNode> nodes)
    {
        int factors = chain?.Factors.Length ?? 0;
        return IndexOf(state.Selected, chain, nodes) switch
        {
            < 0 => nodes[FirstOf(nodes)],
            var factor when factor < factors => nodes.FirstOrDefault(node => node.Quantity == chain!.Factors[factor]),
            var row => nodes[row - factors],
        };
    }

    /// <summary>The row to begin with: the first operand that is made from others, the first operand, or the first number that uses the root.</summary>
    private static int FirstOf(ImmutableArray<ProvenanceNode> nodes)
    {
        ProvenanceNode[] numbers = [.. nodes.Where(node => node.Kind == ProvenanceKind.Number)];
        ProvenanceNode[] operands = [.. numbers.Where(node => node.Path.StartsWith(ProvenanceTree.MadeFrom, StringComparison.Ordinal))];
        ProvenanceNode? first = operands.FirstOrDefault(node => node.IsUnfolded is not null) ?? operands.FirstOrDefault() ?? numbers.FirstOrDefault();
        return first is null ? 0 : nodes.IndexOf(first);
    }

    private static string PathOf(int row, ChainLine? chain, ImmutableArray<ProvenanceNode> nodes)
    {
        int factors = chain?.Factors.Length ?? 0;
        return row < factors ? FactorPath + row : nodes[row - factors].Path;
    }

    private static int IndexOf(string? path, ChainLine? chain, ImmutableArray<ProvenanceNode> nodes)
    {
        int factors = chain?.Factors.Length ?? 0;
        if (path is null)
        {
            return -1;
        }

        if (path.StartsWith(FactorPath, StringComparison.Ordinal))
        {
            int factor = int.Parse(path[FactorPath.Length..], System.Globalization.CultureInfo.InvariantCulture);
            return factor < factors ? factor : -1;
        }

        int row = nodes.IndexOf(nodes.FirstOrDefault(node => node.Path == path)!);
        return row < 0 ? -1 : factors + row;
    }

    private static string FirstOfRest(ImmutableArray<ProvenanceNode> nodes, int more)
    {
        string parent = nodes[more].Path[..nodes[more].Path.LastIndexOf('+')];
        int shown = nodes.Count(node => node.Kind == ProvenanceKind.Number && node.Path.LastIndexOf('.') == parent.Length && node.Path.StartsWith(parent, StringComparison.Ordinal));
        return $"{parent}.{shown}";
    }

    private static ProvenanceRow RowOf(ProvenanceNode node, StepScreen screen, Words words)
    {
        if (node.Quantity is not { Stored: { } address } quantity)
        {
            string text = node.Kind switch
            {
                ProvenanceKind.Heading => node.Path == ProvenanceTree.MadeFrom ? words.Tracing.MadeFrom : words.Tracing.UsedBy,
                ProvenanceKind.More => words.Tracing.MoreOf(node.Rest),
                _ => words.Tracing.NothingUses,
            };
            return new ProvenanceRow(node, text, null, "", "");
        }

        Plan plan = screen.Timeline.Plan;
        string at = quantity.Iteration == screen.Moment.Iteration ? "" : $"@{quantity.Iteration}";
        string? value = ProvenanceTree.IsKnown(screen.Timeline, screen.KnownMoment, quantity)
            ? ChangeText.Number(screen.Timeline.At(quantity.Iteration)[address])
            : null;
        Step? step = plan.ProducerOf(plan.SymbolOf(address));
        string formula = step is not null
            ? $"= {plan.Explain(address).Symbolic(Notation.Mathematical, MostTerms)}"
            : OriginOf(plan, quantity, screen.Timeline, words);
        return new ProvenanceRow(
            node, plan.LabelOf(address).ToText(Notation.Mathematical) + at, value, formula, step is null ? "" : words.Phase(step.Phase));
    }

    private static string OriginOf(Plan plan, ResolvedQuantity quantity, Timeline timeline, Words words)
    {
        Symbol symbol = plan.SymbolOf(quantity.Stored!.Value);
        return timeline.HasIteration(quantity.Iteration - 1) && plan.NextOf(symbol) is { } next
            ? $"= {plan.LabelOf(quantity.Stored.Value with { Symbol = next.Index }).ToText(Notation.Mathematical)}@{quantity.Iteration - 1}"
            : GivenDescription.OriginOf(symbol.Role, words);
    }
}
