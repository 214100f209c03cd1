using System.Collections.Immutable;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;

namespace Engine.Planning;

/// <summary>
/// A network: what goes in, the layers and how they are connected, what it is trained on and how. It holds no numbers that
/// change.
/// </summary>
/// <param name="Inputs">What goes in; at least one.</param>
/// <param name="Nodes">The layers in an order in which each comes after those that it takes from; at least one.</param>
/// <param name="Outputs">What comes out and the loss of each; at least one.</param>
/// <param name="Optimizer">How training makes the losses small.</param>
public sealed record Network(
    ImmutableArray<NetworkInput> Inputs, ImmutableArray<Node> Nodes, ImmutableArray<NetworkOutput> Outputs, Optimizer Optimizer)
{
    /// <summary>A network of layers one after the other.</summary>
    /// <param name="features">The shape of one sample.</param>
    /// <param name="layers">The layers, from the inputs to the outputs.</param>
    /// <param name="loss">What training makes small.</param>
    /// <param name="optimizer">How it does so.</param>
    /// <param name="inputNames">The names of a sample's numbers; <c>x</c> and positions where null.</param>
    /// <param name="targetNames">The names of the targets; made from the names of the outputs where null: <c>target_o1</c>.</param>
    public static Network Sequential(
        Shape features,
        ImmutableArray<Layer> layers,
        Loss loss,
        Optimizer optimizer,
        SymbolNames? inputNames = null,
        SymbolNames? targetNames = null)
    {
        string before = "x";
        var nodes = ImmutableArray.CreateBuilder<Node>();
        foreach (Layer layer in layers)
        {
            nodes.Add(new Node($"layer{nodes.Count + 1}", layer, [before]));
            before = nodes[^1].Name;
        }

        NetworkInput input = new("x", features) { Names = inputNames ?? SymbolNames.Indexed("x") };
        return new Network([input], nodes.ToImmutable(), [new NetworkOutput(before, loss) { TargetNames = targetNames }], optimizer);
    }
}

/// <summary>One of the things that go into a network.</summary>
/// <param name="Name">What layers call it.</param>
/// <param name="Features">The shape of one sample.</param>
public sealed record NetworkInput(string Name, Shape Features)
{
    /// <summary>The names of a sample's numbers.</summary>
    public SymbolNames Names { get; init; } = SymbolNames.Indexed(Name);
}

/// <summary>One use of a layer. The same layer in two nodes is shared: both have the same parameters.</summary>
/// <param name="Name">What later nodes and outputs call it.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The inputs and earlier nodes that it takes from.</param>
public sealed record Node(string Name, Layer Layer, ImmutableArray<string> Inputs);

/// <summary>One of the things that come out of a network, and what training wants of it.</summary>
/// <param name="Node">The node that makes it.</param>
/// <param name="Loss">What training makes small.</param>
public sealed record NetworkOutput(string Node, Loss Loss)
{
    /// <summary>What the loss is multiplied by before it is added to the others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The names of the targets; made from the names of the outputs where null.</summary>
    public SymbolNames? TargetNames { get; init; }
}
