using System.Collections.Immutable;
using Engine.Numbers;

namespace Engine.Planning;

/// <summary>One line of a network's summary.</summary>
/// <param name="Name">What the network calls the layer, or the input.</param>
/// <param name="Kind">The layer's kind; <c>input</c> for what goes in.</param>
/// <param name="Inputs">What it takes from.</param>
/// <param name="Output">The shape of what it hands on, for one sample.</param>
/// <param name="Trainable">How many numbers training changes by their gradients; a shared layer counts at its first use.</param>
/// <param name="Other">How many other numbers the layer keeps, such as running means.</param>
public sealed record SummaryLine(string Name, string Kind, ImmutableArray<string> Inputs, Shape Output, long Trainable, long Other);

/// <summary>The layers of a network with their shapes and sizes, as Keras' <c>summary</c>.</summary>
public sealed class NetworkSummary
{
    private NetworkSummary(ImmutableArray<SummaryLine> lines) => Lines = lines;

    /// <summary>The inputs and the layers, in the network's order.</summary>
    public ImmutableArray<SummaryLine> Lines { get; }

    /// <summary>How many numbers training changes by their gradients.</summary>
    public long Trainable => Lines.Sum(line => line.Trainable);

    /// <summary>How many other numbers layers keep.</summary>
    public long Other => Lines.Sum(line => line.Other);

    /// <summary>Sums a network up.</summary>
    /// <exception cref="PlanException">The network cannot be put together.</exception>
    public static NetworkSummary Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);

        // To answer, a network has no slots of an optimizer.
        Plan plan = Planner.Build(network, 1, new PlanOptions { Mode = Mode.Inference });
        return new NetworkSummary(
        [
            .. network.Inputs.Select(input => new SummaryLine(input.Name, "input", [], input.Features, 0, 0)),
            .. network.Nodes.Select((node, index) => new SummaryLine(
                node.Name,
                Catalog.NameOf(node.Layer),
                node.Inputs,
                plan.LayerOutputs[index].Shape.WithoutFirst(),
                SizeOf(plan, index + 1, SymbolRole.Parameter),
                SizeOf(plan, index + 1, SymbolRole.State))),
        ]);
    }

    private static long SizeOf(Plan plan, int layer, SymbolRole role) =>
        plan.Symbols.Where(symbol => symbol.Role == role && symbol.Place.Layer == layer).Sum(symbol => (long)symbol.Shape.Size);
}
