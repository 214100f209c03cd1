using Engine.Numbers;

namespace Engine.Planning;

/// <summary>What looking up a name found: an address, or why there is none.</summary>
/// <param name="Address">The number, where there is one.</param>
/// <param name="Problem">What is wrong with the name, in words; null where there is an address.</param>
public readonly record struct NameLookup(Address? Address, NameProblem? Problem);

/// <summary>Why a name does not lead to a number.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Example">A name of the same symbol that would be right; empty where the symbol is unknown.</param>
public sealed record NameProblem(NameProblemKind Kind, string Example);

/// <summary>What can be wrong with a name.</summary>
public enum NameProblemKind
{
    /// <summary>No symbol has that name.</summary>
    Unknown,

    /// <summary>The symbol has several numbers; positions say which.</summary>
    PositionsMissing,

    /// <summary>There are too few or too many positions.</summary>
    PositionCount,

    /// <summary>A position is outside its axis.</summary>
    PositionOutside,
}

/// <summary>Names of numbers to addresses and back.</summary>
internal sealed class NameTable
{
    private readonly Plan plan;
    private readonly Dictionary<string, Entry> entries = [];

    public NameTable(Plan plan)
    {
        this.plan = plan;
        foreach (Symbol symbol in plan.Symbols)
        {
            if (symbol.Naming is not Naming.Given { Names: var names })
            {
                continue;
            }

            if (names.Shape is null)
            {
                entries.TryAdd(names.Tensor, new Entry(symbol, 0, FeaturesOf(symbol)));
                continue;
            }

            for (int cell = 0; cell < names.Cells.Length; cell++)
            {
                entries.TryAdd(names.Cells[cell], new Entry(symbol, cell, Shape.Scalar));
            }
        }
    }

    public IEnumerable<string> All => entries.Keys;

    public static string NameOf(SymbolNames names, Symbol symbol, int batchSize, int cell)
    {
        Shape features = FeaturesOf(symbol);
        bool each = names.Shape is not null;
        string name = each ? names.Cells[cell % features.Size] : names.Tensor;
        List<int> positions = [];
        if (symbol.HasBatchAxis && batchSize > 1)
        {
            positions.Add(cell / features.Size);
        }

        if (!each && features.Size > 1)
        {
            positions.AddRange(features.PositionOf(cell % features.Size));
        }

        return positions.Count == 0 ? name : $"{name}[{string.Join(',', positions.Select(position => position + 1))}]";
    }

    /// <summary>Notes a problem for every name that is used twice, at the later of the two, or at the one that can be changed.</summary>
    public static void RequireUnique(PlanBuilder plan)
    {
        Dictionary<string, Symbol> seen = [];
        foreach (Symbol symbol in plan.Symbols)
        {
            if (symbol.Naming is not Naming.Given { Names: var names })
            {
                continue;
            }

            foreach (string name in names.Shape is null ? [names.Tensor] : names.Cells.AsEnumerable())
            {
                if (!seen.TryAdd(name, symbol))
                {
                    bool isFixed = symbol.Index >= plan.FirstOfUpdate;
                    (Symbol changed, Symbol other) = isFixed ? (seen[name], symbol) : (symbol, seen[name]);
                    (int? layer, string part) = changed.Index >= plan.FirstOfUpdate ? (null, "optimizer") : PartOf(plan, changed);
                    string found = other == changed ? $"the name '{name}' twice" : $"the name '{name}' of {Where(other)} again";
                    plan.Problems.Add(new PlanProblem(layer, part, Where(changed), "every name once", found) { RepeatedName = name });
                }
            }
        }

        string Where(Symbol symbol) =>
            symbol.Index >= plan.FirstOfUpdate && symbol.Role != SymbolRole.Hyperparameter ? "the optimizer" : WhereIs(plan, symbol);
    }

    public NameLookup Find(string name, IReadOnlyList<int> positions)
    {
        if (!entries.TryGetValue(name, out Entry entry))
        {
            return new NameLookup(null, new NameProblem(NameProblemKind.Unknown, ""));
        }

        List<int> lengths = entry.Symbol.HasBatchAxis && plan.BatchSize > 1 ? [plan.BatchSize] : [];
        if (entry.Features.Size > 1)
        {
            lengths.AddRange(entry.Features.Lengths);
        }

        if (positions.Count != lengths.Count)
        {
            return Problem(positions.Count == 0 ? NameProblemKind.PositionsMissing : NameProblemKind.PositionCount, name, lengths);
        }

        int cell = 0;
        for (int axis = 0; axis < lengths.Count; axis++)
        {
            if (positions[axis] < 1 || positions[axis] > lengths[axis])
            {
                return Problem(NameProblemKind.PositionOutside, name, lengths);
            }

            cell = (cell * lengths[axis]) + positions[axis] - 1;
        }

        // With a name for each unit, the only position is the sample's.
        int units = FeaturesOf(entry.Symbol).Size;
        bool each = entry.Features.Rank == 0 && units > 1;
        return new NameLookup(new Address(entry.Symbol.Index, each ? (cell * units) + entry.Cell : cell + entry.Cell), null);
    }

    /// <summary>Where a symbol's names are given, in the terms of <see cref="PlanProblem"/>.</summary>
    private static (int? Layer, string Part) PartOf(PlanBuilder plan, Symbol symbol) => symbol.Role switch
    {
        SymbolRole.Input => (0, "inputs"),
        SymbolRole.Target => (null, "targets"),
        SymbolRole.LossTerm => (null, "symbols.terms"),
        SymbolRole.Loss => (null, "symbols.total"),
        _ => (symbol.Place.Layer, $"symbols.{NameOfPart(plan, symbol)}"),
    };

    private static string WhereIs(PlanBuilder plan, Symbol symbol) => symbol.Role switch
    {
        SymbolRole.Input => "the inputs",
        SymbolRole.Target => "the targets",
        SymbolRole.LossTerm => "the loss, terms",
        SymbolRole.Loss => "the loss, total",
        SymbolRole.Hyperparameter when !plan.PartNames.ContainsKey(symbol) => "a setting of the optimizer",
        _ => $"layer {symbol.Place.Layer}, {NameOfPart(plan, symbol)}",
    };

    /// <summary>What the layer calls the symbol; of an optimizer's slot, what it calls the parameter that the slot is named after.</summary>
    private static string NameOfPart(PlanBuilder plan, Symbol symbol) => plan.PartNames.GetValueOrDefault(symbol) ?? symbol.Place.Part switch
    {
        LayerPart.Kernel => "kernel",
        LayerPart.Bias => "bias",
        LayerPart.PreActivation => "z",
        _ => "output",
    };

    private static Shape FeaturesOf(Symbol symbol) => symbol.HasBatchAxis ? symbol.Shape.WithoutFirst() : symbol.Shape;

    private static NameLookup Problem(NameProblemKind kind, string name, List<int> lengths) =>
        new(null, new NameProblem(kind, lengths.Count == 0 ? name : $"{name}[{string.Join(',', lengths)}]"));

    private readonly record struct Entry(Symbol Symbol, int Cell, Shape Features);
}
