using System.Collections.Immutable;
using Engine;
using Engine.Layers;
using Engine.Planning;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>A layer that takes an activation.</summary>
/// <param name="Layer">Which layer, from 1.</param>
/// <param name="Activation">The activation as it is written, or that the layer has without a word; null for none.</param>
/// <param name="IsHidden">Whether it is no output of the network.</param>
internal sealed record LayerActivations(int Layer, SourceNode? Activation, bool IsHidden)
{
    private const string Argument = "activation";

    /// <summary>The layers that take an activation.</summary>
    public static ImmutableArray<LayerActivations> Of(Lesson lesson, MappingNode source)
    {
        Network network = lesson.Fitting.Network;
        var found = ImmutableArray.CreateBuilder<LayerActivations>();
        if (source.Find("network").Find("layers") is not SequenceNode layers)
        {
            return [];
        }

        for (int index = 0; index < layers.Items.Length; index++)
        {
            (string name, MappingNode? arguments) = SourceEdit.KindOf(KindIn(layers.Items[index]));
            if (Catalog.Find(typeof(Layer), name)?.Arguments.Any(argument => argument.Name == Argument) is true)
            {
                SourceNode? silent = network.Nodes[index].Layer is RecurrentLayer ? new ScalarNode("tanh", false, 0, 0) : null;
                bool isHidden = network.Outputs.All(output => output.Node != network.Nodes[index].Name);
                found.Add(new LayerActivations(index + 1, arguments.Find(Argument) ?? silent, isHidden));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The source with another activation in a layer.</summary>
    public static MappingNode Change(MappingNode source, int layer, SourceNode activation) => source.Change(["network", "layers"], node =>
    {
        SequenceNode layers = (SequenceNode)node!;
        SourceNode item = layers.Items[layer - 1];
        SourceNode kind = SourceEdit.WithArgument(KindIn(item), Argument, activation);
        if (SourceEdit.KindOf(activation).Name == "linear" && SourceEdit.KindOf(kind).Arguments.Find("symbols") is MappingNode symbols)
        {
            // Without an activation, what was the sum is the output.
            kind = SourceEdit.WithArgument(kind, "symbols", symbols.Without("z"));
        }

        MappingEntry changed = ((MappingNode)kind).Entries[0];
        SourceNode whole = item is MappingNode { Entries.Length: > 1 } graph ? graph.With(changed.Key.Text, changed.Value) : kind;
        return new SequenceNode(layers.Items.SetItem(layer - 1, whole), layers.Line, layers.Column);
    });

    /// <summary>The kind of a layer, without what it is called and takes from in a graph.</summary>
    private static SourceNode KindIn(SourceNode item) =>
        item is MappingNode { Entries.Length: > 1 } graph ? graph.Without("name", "inputs") : item;
}
