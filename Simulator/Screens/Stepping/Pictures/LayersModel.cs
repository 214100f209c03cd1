using System.Collections.Immutable;
using Engine;
using Engine.Layers;
using Engine.Numbers;
using Engine.Planning;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>What a box in the drawing of the layers stands for.</summary>
internal enum LayerBoxKind
{
    Input,
    Layer,
    Loss,
}

/// <summary>One input, layer or loss in the drawing of the layers.</summary>
/// <param name="Role">Which of these it is.</param>
/// <param name="Name">What the network calls it.</param>
/// <param name="Kind">The kind of layer or loss, as lessons name it; empty for inputs and for the sum of losses.</param>
/// <param name="Output">What it hands on.</param>
/// <param name="Features">The shape of that for one sample.</param>
/// <param name="Parameters">How many numbers training changes by their gradients.</param>
/// <param name="Inputs">The boxes that it takes from, by their positions.</param>
/// <param name="Depth">The column: one more than the greatest of those that it takes from.</param>
/// <param name="SharedWith">The earlier layer that has the same parameters; null for none.</param>
internal sealed record LayerBox(
    LayerBoxKind Role,
    string Name,
    string Kind,
    Symbol Output,
    Shape Features,
    long Parameters,
    ImmutableArray<int> Inputs,
    int Depth,
    string? SharedWith = null);

/// <summary>What is known of a layer's numbers.</summary>
/// <param name="Letter">What its outputs are called for short: <c>x</c>, <c>h</c>, <c>o</c> or <c>E</c>.</param>
/// <param name="Outputs">The outputs; null while none is known.</param>
/// <param name="Gradients">The loss's derivatives with respect to them; null while none is known, and on the way forward.</param>
/// <param name="Weights">The layer's largest tensor of parameters; null where it has none.</param>
/// <param name="WeightGradients">The loss's derivatives with respect to it, as for the outputs.</param>
internal readonly record struct LayerFacts(
    string Letter, NumbersSummary? Outputs, NumbersSummary? Gradients, NumbersSummary? Weights, NumbersSummary? WeightGradients);

/// <summary>
/// The network as boxes, one a layer, in columns by depth: from the inputs to the losses. Costs what its boxes cost, however many
/// units they have; what is known of a layer is looked up when its box is drawn.
/// </summary>
internal sealed class LayersModel : NetworkDrawing
{
    private readonly PictureNumbers numbers;
    private readonly Network network;
    private readonly ImmutableArray<LayerBox> boxes;
    private readonly int firstLoss;

    public LayersModel(StepScreen screen)
    {
        numbers = new PictureNumbers(screen);
        network = screen.Lesson.Fitting.Network;
        List<LayerBox> all = [];
        Dictionary<string, int> byName = [];
        for (int index = 0; index < network.Inputs.Length; index++)
        {
            NetworkInput input = network.Inputs[index];
            byName.Add(input.Name, all.Count);
            all.Add(new LayerBox(LayerBoxKind.Input, input.Name, "", numbers.Plan.Inputs[index], input.Features, 0, [], 0));
        }

        for (int index = 0; index < network.Nodes.Length; index++)
        {
            Node node = network.Nodes[index];
            ImmutableArray<int> inputs = [.. node.Inputs.Select(name => byName[name]).Distinct()];
            Symbol output = numbers.Plan.LayerOutputs[index];
            long parameters = ParametersOf(index + 1).Sum(symbol => (long)symbol.Shape.Size);
            string? first = network.Nodes.Take(index).FirstOrDefault(other => other.Layer == node.Layer)?.Name;
            int depth = inputs.Max(input => all[input].Depth) + 1;
            byName.Add(node.Name, all.Count);
            all.Add(new LayerBox(
                LayerBoxKind.Layer, node.Name, Catalog.NameOf(node.Layer), output, output.Shape.WithoutFirst(), parameters, inputs, depth, first));
        }

        firstLoss = all.Count;
        AddLosses(all, byName);
        boxes = [.. all];
        Active = numbers.Looked is null ? null : BoxOf(numbers.Subject!.Value);
        RecurrentLayer = FindRecurrentLayer();
    }

    public int Count => boxes.Length;

    /// <summary>The box that the number looked at belongs to; null at the start and for settings of the training.</summary>
    public int? Active { get; }

    public int Direction => numbers.Direction;

    public Phase? Phase => numbers.Phase;

    /// <summary>Whether the layers are one after the other.</summary>
    public bool IsSimple => IsChain(network) && network.Outputs.Length == 1;

    /// <summary>The number of the recurrent layer worth unrolling, from 1; null where the number looked at is better shown among layers.</summary>
    public int? RecurrentLayer { get; }

    /// <summary>The number that is looked at; null at the start.</summary>
    public string? LookedName => numbers.LookedName;

    /// <summary>Its value; null where it is not known.</summary>
    public string? LookedValue => numbers.LookedValue;

    /// <summary>Which sample the number looked at belongs to, from 1; null where there is only one.</summary>
    public int? Sample => numbers.Plan.BatchSize > 1 && numbers.Subject is { } subject && numbers.Plan.SymbolOf(subject).HasBatchAxis
        ? numbers.Sample + 1
        : null;

    public LayerBox this[int box] => boxes[box];

    /// <summary>Whether each layer takes from the one before it and from nothing else.</summary>
    public static bool IsChain(Network network)
    {
        string before = network.Inputs[0].Name;
        foreach (Node node in network.Nodes)
        {
            if (node.Inputs.Length != 1 || node.Inputs[0] != before)
            {
                return false;
            }

            before = node.Name;
        }

        return network.Inputs.Length == 1;
    }

    public override string TitleOf(Words words)
    {
        string title = $"{words.Network} · {(IsSimple ? words.Drawings.Layers : words.Drawings.Graph)}";
        return Sample is { } sample ? $"{title} · {words.Sample} {sample}" : title;
    }

    /// <summary>Whether numbers pass between two boxes now.</summary>
    public bool IsActiveEdge(int from, int to)
    {
        if (Active is not { } active || numbers.Direction == 0)
        {
            return false;
        }

        if (numbers.Direction > 0)
        {
            return to == active;
        }

        // On the way back a gradient comes from where the output goes, in its parts by path from one of these.
        // A part that comes by way of the layer itself, such as a kernel's, is still on the way to the layer.
        Symbol? via = numbers.Plan.ViaOf(numbers.Looked!.Value);
        int? through = via is null ? null : BoxOf(new Address(via.Index, 0));
        return from == active && (through is null || through == active || through == to);
    }

    /// <summary>The first number that a box hands on, of the sample that is looked at; null where it hands on none.</summary>
    public ResolvedQuantity? NumberOf(int box) =>
        boxes[box].Output.Shape.Size == 0 ? null : numbers.NumberAt(numbers.AddressOf(boxes[box].Output, 0));

    public LayerFacts FactsOf(int box)
    {
        LayerBox layer = boxes[box];
        string letter = layer.Role switch
        {
            LayerBoxKind.Input => "x",
            LayerBoxKind.Loss => "E",
            _ => network.Outputs.Any(output => output.Node == layer.Name) ? "o" : "h",
        };
        Symbol? weights = layer.Parameters == 0 ? null : ParametersOf(box - network.Inputs.Length + 1).MaxBy(symbol => symbol.Shape.Size);
        return new LayerFacts(
            letter,
            numbers.SummaryOf(layer.Output),
            layer.Role == LayerBoxKind.Layer ? GradientsOf(layer.Output) : null,
            weights is null ? null : numbers.SummaryOf(weights),
            weights is null ? null : GradientsOf(weights));
    }

    private NumbersSummary? GradientsOf(Symbol symbol) =>
        Phase >= Engine.Planning.Phase.Backward && numbers.GradientOf(symbol) is { } gradient ? numbers.SummaryOf(gradient) : null;

    private IEnumerable<Symbol> ParametersOf(int layer) =>
        numbers.Plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter && symbol.Place.Layer == layer);

    private void AddLosses(List<LayerBox> all, Dictionary<string, int> byName)
    {
        Plan plan = numbers.Plan;
        ImmutableArray<Symbol> parts = plan.ProducerOf(plan.Loss) is { } sum && sum.Inputs.All(input => input.Role == SymbolRole.LossPart) ? sum.Inputs : [];
        ImmutableArray<int> summed = [];
        for (int index = 0; index < network.Outputs.Length; index++)
        {
            NetworkOutput output = network.Outputs[index];
            int from = byName[output.Node];
            Symbol symbol = parts.IsEmpty ? plan.Loss : parts[index];
            summed = summed.Add(all.Count);
            all.Add(new LayerBox(
                LayerBoxKind.Loss, NameOf(symbol), Catalog.NameOf(output.Loss), symbol, Shape.Scalar, 0, [from], all[from].Depth + 1));
        }

        if (!parts.IsEmpty)
        {
            int depth = summed.Max(box => all[box].Depth) + 1;
            all.Add(new LayerBox(LayerBoxKind.Loss, NameOf(plan.Loss), "", plan.Loss, Shape.Scalar, 0, summed, depth));
        }
    }

    private string NameOf(Symbol symbol) => numbers.Plan.LabelOf(new Address(symbol.Index, 0)).ToText(Engine.Formulas.Notation.Mathematical);

    private int? BoxOf(Address address)
    {
        Symbol symbol = numbers.Plan.SymbolOf(address);
        int input = numbers.Plan.Inputs.IndexOf(symbol);
        if (input >= 0)
        {
            return input;
        }

        int target = numbers.Plan.Targets.IndexOf(symbol);
        if (target >= 0)
        {
            return firstLoss + target;
        }

        if (symbol.Place.Layer > 0 && symbol.Place.Layer <= network.Nodes.Length)
        {
            return network.Inputs.Length + symbol.Place.Layer - 1;
        }

        return numbers.Plan.ProducerOf(symbol) is { Phase: Engine.Planning.Phase.Loss } ? LossBoxOf(symbol) : null;
    }

    /// <summary>The loss that a number on the way to it belongs to.</summary>
    private int? LossBoxOf(Symbol symbol)
    {
        for (int box = firstLoss; box < boxes.Length; box++)
        {
            if (LeadsTo(symbol, boxes[box].Output))
            {
                return box;
            }
        }

        return null;
    }

    private bool LeadsTo(Symbol symbol, Symbol result)
    {
        HashSet<Symbol> seen = [];
        Stack<Symbol> open = new([result]);
        while (open.TryPop(out Symbol? next))
        {
            if (next == symbol)
            {
                return true;
            }

            if (seen.Add(next) && numbers.Plan.ProducerOf(next) is { Phase: Engine.Planning.Phase.Loss } step)
            {
                foreach (Symbol before in step.Inputs)
                {
                    open.Push(before);
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The recurrent layer that the number looked at belongs to; where layers are one after the other the nearest one otherwise, so
    /// that the drawing does not change on every step.
    /// </summary>
    private int? FindRecurrentLayer()
    {
        int[] recurrent = [.. Enumerable.Range(1, network.Nodes.Length).Where(layer => network.Nodes[layer - 1].Layer is RecurrentLayer)];
        int at = Active is { } box ? box - network.Inputs.Length + 1 : 0;
        if (recurrent.Length == 0 || (!IsSimple && !recurrent.Contains(at)))
        {
            return null;
        }

        return recurrent.MinBy(layer => Math.Abs(layer - at));
    }
}
