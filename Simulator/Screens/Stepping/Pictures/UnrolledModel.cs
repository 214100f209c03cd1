using System.Collections.Immutable;
using Engine;
using Engine.Formulas;
using Engine.Layers;
using Engine.Planning;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One number of a recurrent layer at one time step.</summary>
/// <param name="Value">Its value; null while it has not been computed.</param>
/// <param name="Gradient">The loss's derivative with respect to it; null while that has not been computed, and on the way forward.</param>
/// <param name="IsActive">Whether the moment's computation is about it.</param>
/// <param name="IsUsed">Whether that computation uses it, or its gradient.</param>
internal readonly record struct UnrolledCell(string? Value, string? Gradient, bool IsActive, bool IsUsed)
{
    /// <summary>Which number is shown.</summary>
    public required ResolvedQuantity Number { get; init; }

    /// <summary>Which number its gradient is; null where no step computes it.</summary>
    public required ResolvedQuantity? GradientNumber { get; init; }
}

/// <summary>
/// A recurrent layer unrolled: columns are time steps, rows are the states, gates and inputs of one unit. Cells are made when they
/// are asked for.
/// </summary>
internal sealed class UnrolledModel : NetworkDrawing
{
    /// <summary>More operands than this say nothing in a drawing.</summary>
    private const int MostUsed = 256;

    private readonly PictureNumbers numbers;
    private readonly ImmutableArray<Row> rows;
    private readonly HashSet<Address> used = [];
    private readonly Address? active;
    private readonly Dictionary<int, int> timeOf;

    /// <summary>For each time step, from that before the first, the layer's symbols by the layer's names for them.</summary>
    private readonly ImmutableArray<Dictionary<string, Symbol>> times;

    /// <summary>A layer unrolled.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="layers">The same network as boxes.</param>
    /// <param name="layer">The number of the recurrent layer, from 1.</param>
    public UnrolledModel(StepScreen screen, LayersModel layers, int layer)
    {
        numbers = new PictureNumbers(screen);
        Layers = layers;
        Node node = screen.Lesson.Fitting.Network.Nodes[layer - 1];
        Kind = Catalog.NameOf(node.Layer);
        Name = node.Name;
        times = TimesOf(screen, node, layer);
        Subjects = times[1]["h"].Shape[^1];
        timeOf = times.SelectMany((symbols, time) => symbols.Values.Select(symbol => (symbol.Index, time))).DistinctBy(pair => pair.Index).ToDictionary();
        active = TimeOf(numbers.Subject) is null ? null : numbers.Subject;
        Subject = Math.Clamp(screen.Subject ?? UnitOf(active), 0, Subjects - 1);
        Features = times[1]["x"].Shape[^1];
        rows = [.. RowsOf(node.Layer).Where(row => times[1].ContainsKey(row.Part)), .. Enumerable.Range(0, Features).Select(feature => new Row("x", [], feature))];
        TimeNow = TimeOf(active) ?? (numbers.Looked is { } looked ? TimeOf(ViaOf(looked)) : null);
        CollectUsed(screen);
    }

    /// <summary>The same network as boxes.</summary>
    public LayersModel Layers { get; }

    /// <summary>The kind of the layer, as lessons name it.</summary>
    public string Kind { get; }

    /// <summary>What the network calls the layer.</summary>
    public string Name { get; }

    /// <summary>How many units the layer has.</summary>
    public override int Subjects { get; }

    /// <summary>The unit that is drawn, from 0.</summary>
    public override int Subject { get; }

    /// <summary>How many numbers go in at each time step; they are the last rows.</summary>
    public int Features { get; }

    /// <summary>How many time steps there are.</summary>
    public int Steps => times.Length - 1;

    public int Rows => rows.Length;

    /// <summary>The time step that the number looked at belongs to, 0 for before the first; null where it belongs to none.</summary>
    public int? TimeNow { get; }

    public int Direction => numbers.Direction;

    public Phase? Phase => numbers.Phase;

    public override string TitleOf(Words words)
    {
        string title = $"{words.Network} · {Name} ({Kind}) {words.Drawings.Unrolled} · {words.Drawings.Unit(Subject + 1, Subjects)}";
        return numbers.Plan.BatchSize > 1 ? $"{title} · {words.Sample} {numbers.Sample + 1}" : title;
    }

    /// <summary>What a row is called: the name of its number without the time step, in the plain form, in which c and c̃ differ by letters.</summary>
    public string RowName(int row)
    {
        const int AnyTime = 1;
        Address address = numbers.AddressOf(times[AnyTime][rows[row].Part], CellOf(row));
        string name = numbers.Plan.LabelOf(address).ToText(Notation.Plain).Replace($"_t{AnyTime}", "", StringComparison.Ordinal);
        if (numbers.Plan.BatchSize > 1)
        {
            // The sample is the same for all of the drawing; the title tells it.
            (string only, string first) = ($"[{numbers.Sample + 1}]", $"[{numbers.Sample + 1},");
            name = name.Contains(first, StringComparison.Ordinal)
                ? name.Replace(first, "[", StringComparison.Ordinal)
                : name.Replace(only, "", StringComparison.Ordinal);
        }

        return name;
    }

    /// <summary>Whether a row's numbers pass on to the next time step: h, and of an LSTM c.</summary>
    public bool IsState(int row) => rows[row].Part is "h" or "c";

    /// <summary>Whether a row holds one of the numbers that go in.</summary>
    public bool IsInput(int row) => rows[row].Part == "x";

    /// <summary>Whether the number looked at is computed from a row's state of one time step and belongs to the next, or on the way back the other way round.</summary>
    public bool IsActivePassage(int row, int fromTime) =>
        IsState(row)
        && numbers.Direction != 0
        && TimeNow == (numbers.Direction > 0 ? fromTime + 1 : fromTime)
        && (numbers.Direction > 0 ? Cell(row, fromTime) is { IsUsed: true } : Cell(row, fromTime) is { IsActive: true } && UsesLater(fromTime));

    /// <summary>A row's number at a time step, 0 for before the first; null where there is none.</summary>
    public UnrolledCell? Cell(int row, int time)
    {
        if (!times[time].TryGetValue(rows[row].Part, out Symbol? symbol))
        {
            return null;
        }

        Address main = numbers.AddressOf(symbol, CellOf(row));
        Address shown = main;
        bool isActive = active == main;
        bool isUsed = used.Contains(main);
        foreach (string part in rows[row].Parts)
        {
            // What leads to the number is shown while it is what happens, and as long as the number is not known.
            if (times[time].TryGetValue(part, out Symbol? before))
            {
                Address address = numbers.AddressOf(before, CellOf(row));
                shown = address == active || (!isActive && !numbers.IsKnown(main) && numbers.IsKnown(address)) ? address : shown;
                isActive |= address == active;
                isUsed |= used.Contains(address);
            }
        }

        return new UnrolledCell(numbers.ValueOf(shown), numbers.GradientOf(shown), isActive, isUsed && !isActive)
        {
            Number = numbers.NumberAt(shown),
            GradientNumber = numbers.GradientAddressOf(shown) is { } gradient ? numbers.NumberAt(gradient) : null,
        };
    }

    /// <summary>The rows of the states and gates of a kind of layer, each with the parts on the way to it, the last before it.</summary>
    private static ImmutableArray<Row> RowsOf(Layer layer) => layer switch
    {
        LongShortTermMemory => [new("h", ["a"]), new("c", []), new("ctilde", ["zc"]), new("i", ["zi"]), new("f", ["zf"]), new("o", ["zo"])],
        GatedRecurrent => [new("h", []), new("htilde", ["xh", "hh", "rh", "zh"]), new("z", ["xz", "hz", "zz"]), new("r", ["xr", "hr", "zr"])],
        _ => [new("h", ["z"])],
    };

    private static ImmutableArray<Dictionary<string, Symbol>> TimesOf(StepScreen screen, Node node, int layer)
    {
        Plan plan = screen.Timeline.Plan;
        List<Dictionary<string, Symbol>> found = [[]];
        foreach (Step step in plan.Steps)
        {
            if (step.Phase != Engine.Planning.Phase.Forward || step.Output.Place.Layer != layer || plan.PartNameOf(step.Output) is not { } part || part == "sequence")
            {
                continue;
            }

            if (part == "x")
            {
                found.Add([]);
            }

            found[^1].TryAdd(part, step.Output);
        }

        // First states that are given are another layer's outputs.
        Network network = screen.Lesson.Fitting.Network;
        for (int input = 1; input < node.Inputs.Length; input++)
        {
            int from = network.Nodes.ToList().FindIndex(other => other.Name == node.Inputs[input]);
            found[0].TryAdd(input == 1 ? "h" : "c", from >= 0 ? plan.LayerOutputs[from] : plan.Inputs[network.Inputs.ToList().FindIndex(other => other.Name == node.Inputs[input])]);
        }

        return [.. found];
    }

    /// <summary>Of a part of a gradient the number of the unit that its path passes through; null otherwise.</summary>
    private Address? ViaOf(Address address) =>
        numbers.Plan.PathOf(address)
        ?? (numbers.Plan.ViaOf(address) is { Shape.Rank: > 0 } via && via.Shape[^1] == Subjects ? numbers.AddressOf(via, Subject) : null);

    private int CellOf(int row) => rows[row].Feature ?? Subject;

    private int UnitOf(Address? address)
    {
        if (address is not { } known)
        {
            return numbers.Subject is { } subject && numbers.Plan.SymbolOf(subject) is { Role: SymbolRole.Parameter, Shape: { Rank: > 0 } shape } && shape[^1] == Subjects
                ? subject.Cell % Subjects
                : 0;
        }

        Symbol symbol = numbers.Plan.SymbolOf(known);
        return symbol.Shape[^1] == Subjects && numbers.Plan.PartNameOf(symbol) != "x" ? known.Cell % Subjects : 0;
    }

    private int? TimeOf(Address? address) => address is { } known && timeOf.TryGetValue(known.Symbol, out int time) ? time : null;

    private bool UsesLater(int time) => used.Any(address => TimeOf(address) == time + 1);

    private void CollectUsed(StepScreen screen)
    {
        if (screen.Asked is { Stored: null } || numbers.Looked is not { } looked || numbers.Plan.ProducerOf(numbers.Plan.SymbolOf(looked)) is null)
        {
            return;
        }

        foreach (Address operand in numbers.Plan.Explain(looked).OperandsOf(numbers.Trace).Take(MostUsed))
        {
            AddUsed(operand);
            if (numbers.Plan.SymbolOf(operand).Role == SymbolRole.Contribution && numbers.Plan.SymbolOf(looked).Role == SymbolRole.Gradient)
            {
                // A part of the number looked at; where it comes from is one step further.
                foreach (Address origin in numbers.Plan.Explain(operand).OperandsOf(numbers.Trace).Take(MostUsed))
                {
                    AddUsed(origin);
                }
            }
        }

        AddUsed(looked);
        used.Remove(numbers.Subject!.Value);
    }

    private void AddUsed(Address address)
    {
        used.Add(numbers.Plan.SubjectOf(address));
        if (ViaOf(address) is { } via)
        {
            used.Add(via);
        }
    }

    /// <summary>A row: the layer's name for its numbers, those for the parts on the way to them, and of an input which one.</summary>
    private sealed record Row(string Part, ImmutableArray<string> Parts, int? Feature = null);
}
