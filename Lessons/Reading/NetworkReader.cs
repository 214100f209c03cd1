using System.Collections.Immutable;
using Engine;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Schedules;

namespace Lessons.Reading;

/// <summary>
/// Reads a network. What layers, losses and optimizers exist and what they take comes from the engine's catalog, so that a
/// new kind needs nothing here.
/// </summary>
internal sealed class NetworkReader(NodeReader nodes)
{
    private readonly Dictionary<(int? Layer, string Part), SourceNode> places = [];
    private readonly Dictionary<string, SourceNode> names = [];
    private readonly HashSet<string> repeated = [];

    /// <summary>Where the network is described.</summary>
    public SourceNode Node { get; private set; } = null!;

    /// <summary>Whether the file gives the name to a number, rightly or not.</summary>
    public bool IsNamed(string name) => names.ContainsKey(name);

    /// <summary>Whether the file gives the name twice, which is a problem already.</summary>
    public bool IsRepeated(string name) => repeated.Contains(name);

    public Network? Read(MappingReader network)
    {
        Node = network.Node;
        ImmutableArray<NetworkInput> inputs = network.RequiredNode("inputs") is { } inputsNode ? ReadInputs(inputsNode) : [];
        string last = inputs.IsEmpty ? "" : inputs[^1].Name;
        var layers = ImmutableArray.CreateBuilder<Node>();
        ImmutableArray<SourceNode> items = network.RequiredItems("layers", least: 1);
        foreach (SourceNode item in items)
        {
            if (ReadNode(item, layers.ToImmutable(), last) is { } node)
            {
                layers.Add(node);
            }

            last = layers.Count == 0 ? last : layers[^1].Name;
        }

        ImmutableArray<NetworkOutput> outputs = network.Has("outputs") ? ReadOutputs(network, [.. layers.Select(node => node.Name)]) : ReadOnlyOutput(network, last);
        Optimizer? optimizer = network.RequiredNode("optimizer") is { } optimizerNode
            ? (Optimizer?)ReadKind(nodes, Place(null, "optimizer", optimizerNode), typeof(Optimizer), null)
            : null;
        return optimizer is null || inputs.IsEmpty || outputs.IsEmpty || items.IsEmpty || layers.Count < items.Length
            ? null
            : new Network(inputs, layers.ToImmutable(), outputs, optimizer);
    }

    /// <summary>The place in the file that a problem of the plan belongs to.</summary>
    public SourceNode NodeOf(PlanProblem problem)
    {
        string part = problem.Part;
        while (true)
        {
            if (places.TryGetValue((problem.Layer, part), out SourceNode? node))
            {
                return node;
            }

            if (part.Length == 0)
            {
                return Node;
            }

            int dot = part.LastIndexOf('.');
            part = dot < 0 ? "" : part[..dot];
        }
    }

    private SourceNode Place(int? layer, string part, SourceNode node) => places[(layer, part)] = node;

    /// <summary>
    /// What goes in: how many numbers, or their names; or several inputs by name, each a count, names, or a shape.
    /// </summary>
    private ImmutableArray<NetworkInput> ReadInputs(SourceNode node)
    {
        Place(0, "inputs", node);
        if (node is not MappingNode { Entries.IsEmpty: false } mapping)
        {
            return ReadInput(node, "x") is { } only ? [only] : [];
        }

        var inputs = ImmutableArray.CreateBuilder<NetworkInput>();
        foreach ((ScalarNode key, SourceNode value) in mapping.Entries)
        {
            if (nodes.Identifier(key) is { } name && ReadInput(value, name) is { } input)
            {
                inputs.Add(input);
            }
        }

        return inputs.Count == mapping.Entries.Length ? inputs.ToImmutable() : [];
    }

    private NetworkInput? ReadInput(SourceNode node, string name)
    {
        if (node is ScalarNode)
        {
            return nodes.Integer(node, 1, 1_000_000) is { } count ? new NetworkInput(name, new Shape(count)) : null;
        }

        if (node is MappingNode)
        {
            MappingReader reader = nodes.Mapping(node, $"the input '{name}'")!;
            return reader.RequiredNode("shape") is { } shape && nodes.Integers(shape, least: 1) is { } lengths
                ? new NetworkInput(name, new Shape([.. lengths]))
                : null;
        }

        return nodes.Names(node, rank: 1) is { } table
            ? new NetworkInput(name, new Shape(table.Shape[0])) { Names = NamesOf(node, table) }
            : null;
    }

    /// <summary>
    /// A layer and, in a graph, what it is called and takes from: <c>{dense: {…}, name: a, inputs: [x]}</c>. <c>reuse</c> in the
    /// place of a kind is an earlier layer again, with its parameters.
    /// </summary>
    private Node? ReadNode(SourceNode item, ImmutableArray<Node> before, string last)
    {
        int number = before.Length + 1;
        places[(number, "")] = item;
        (string name, ImmutableArray<string> inputs, SourceNode kind) = ($"layer{number}", [last], item);
        if (item is MappingNode { Entries.Length: > 1 } mapping && mapping.Entries.Any(entry => entry.Key.Text is "name" or "inputs"))
        {
            foreach ((ScalarNode key, SourceNode value) in mapping.Entries)
            {
                switch (key.Text)
                {
                    case "name":
                        name = nodes.Identifier(value) ?? name;
                        break;
                    case "inputs":
                        inputs = [.. (value is SequenceNode list ? list.Items : [value]).Select(nodes.Identifier).OfType<string>()];
                        Place(number, "inputs", value);
                        break;
                }
            }

            kind = new MappingNode([.. mapping.Entries.Where(entry => entry.Key.Text is not ("name" or "inputs"))], item.Line, item.Column);
        }

        if (kind is MappingNode { Entries: [{ Key.Text: "reuse" } reuse] })
        {
            return nodes.OneOf(reuse.Value, [.. before.Select(node => node.Name)]) is { } reused
                ? new Node(name, before.First(node => node.Name == reused).Layer, inputs)
                : null;
        }

        return ReadKind(nodes, kind, typeof(Layer), number) is Layer layer ? new Node(name, layer, inputs) : null;
    }

    private ImmutableArray<NetworkOutput> ReadOnlyOutput(MappingReader network, string node)
    {
        Loss? loss = network.RequiredNode("loss") is { } lossNode ? (Loss?)ReadKind(nodes, Place(null, "", lossNode), typeof(Loss), null) : null;
        SymbolNames? targets = network.OptionalNode("targets") is { } targetsNode ? ReadTargets(targetsNode) : null;
        return loss is null ? [] : [new NetworkOutput(node, loss) { TargetNames = targets }];
    }

    /// <summary>What comes out, by the layer's name, each with its loss.</summary>
    private ImmutableArray<NetworkOutput> ReadOutputs(MappingReader network, string[] layers)
    {
        var outputs = ImmutableArray.CreateBuilder<NetworkOutput>();
        ImmutableArray<MappingEntry> entries = network.RequiredEntries("outputs");
        Place(null, "outputs", network.OptionalNode("outputs")!);
        foreach ((ScalarNode key, SourceNode value) in entries)
        {
            if (nodes.OneOf(key, layers) is { } name && nodes.Mapping(value, $"the output '{name}'") is { } reader)
            {
                Loss? loss = reader.RequiredNode("loss") is { } lossNode
                    ? (Loss?)ReadKind(nodes, Place(null, "", lossNode), typeof(Loss), null)
                    : null;
                double? weight = reader.Has("weight") ? reader.OptionalNumber("weight") : 1;
                SymbolNames? targets = reader.OptionalNode("targets") is { } targetsNode ? ReadTargets(targetsNode) : null;
                if (loss is not null && weight is not null)
                {
                    outputs.Add(new NetworkOutput(name, loss) { Weight = weight.Value, TargetNames = targets });
                }
            }
        }

        return outputs.Count == entries.Length ? outputs.ToImmutable() : [];
    }

    private SymbolNames? ReadTargets(SourceNode node) =>
        nodes.Names(Place(null, "targets", node), rank: 1) is { } table ? NamesOf(node, table) : null;

    /// <summary>Names of numbers; one that was used before is a problem at its place.</summary>
    private SymbolNames NamesOf(SourceNode node, Table<string> table)
    {
        Claim(node);
        return SymbolNames.Each(new Shape(table.Shape.AsSpan()), table.Values);
    }

    private void Claim(SourceNode node)
    {
        switch (node)
        {
            case SequenceNode sequence:
                foreach (SourceNode item in sequence.Items)
                {
                    Claim(item);
                }

                break;
            case ScalarNode scalar when !names.TryAdd(scalar.Text, scalar):
                SourceNode first = names[scalar.Text];
                repeated.Add(scalar.Text);
                nodes.Report(
                    scalar, "every name once", "choose another name", $"the name '{scalar.Text}' again, first used in line {first.Line}");
                break;
        }
    }

    /// <summary>One kind of a family, such as a layer, with its arguments.</summary>
    public object? ReadKind(NodeReader reader, SourceNode node, Type family, int? layer)
    {
        string[] known = [.. Catalog.Of(family).Select(entry => entry.Name)];
        if (reader.Kind(node, known) is not { } kind)
        {
            return null;
        }

        CatalogEntry entry = Catalog.Find(family, kind.Name)!;
        Dictionary<string, object?> arguments = [];
        bool isComplete = true;
        foreach (CatalogArgument argument in entry.Arguments)
        {
            SourceNode? value = kind.Arguments?.OptionalNode(argument.Name);
            if (value is null)
            {
                if (argument.IsRequired)
                {
                    isComplete = false;
                    reader.Report(
                        (SourceNode?)kind.Arguments?.Node ?? kind.Node,
                        $"the argument '{argument.Name}'",
                        $"add '{argument.Name}: …' under {kind.Name}",
                        $"no '{argument.Name}' in '{kind.Name}'");
                }

                continue;
            }

            Place(layer, argument.Name, value);
            object? read = ReadArgument(kind.Arguments!.Nodes, value, argument.Type, layer);
            isComplete &= read is not null;
            arguments[argument.Name] = read;
        }

        return isComplete ? Create(entry, arguments, kind, layer) : null;
    }

    private object? Create(CatalogEntry entry, Dictionary<string, object?> arguments, Kind kind, int? layer)
    {
        try
        {
            return Catalog.Create(entry, arguments);
        }
        catch (CatalogException problem)
        {
            SourceNode place = kind.Arguments?.OptionalNode(problem.Argument) ?? kind.Node;
            nodes.Report(
                place,
                problem.IsOutOfRange ? problem.Message : $"arguments that fit '{entry.Name}'",
                problem.IsOutOfRange ? "change the value" : "remove or rename it",
                problem.IsOutOfRange ? null : problem.Message);
            return null;
        }
    }

    private object? ReadArgument(NodeReader reader, SourceNode node, Type type, int? layer)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int))
        {
            return reader.Integer(node);
        }

        if (type == typeof(double))
        {
            return reader.Number(node);
        }

        if (type == typeof(bool))
        {
            return reader.Boolean(node);
        }

        if (type.IsEnum)
        {
            var choices = Catalog.ChoicesOf(type);
            return reader.OneOf(node, [.. choices.Select(choice => choice.Name)]) is { } name
                ? choices.First(choice => choice.Name == name).Value
                : null;
        }

        if (type == typeof(ImmutableArray<double>))
        {
            return reader.Numbers(node, rank: 1) is { } numbers ? numbers.Values : null;
        }

        if (type == typeof(ImmutableArray<int>))
        {
            return reader.Integers(node);
        }

        if (type == typeof(Schedule) && node is ScalarNode scalar && Catalog.Find(type, scalar.Text) is null)
        {
            return ReadConstantRate(reader, scalar);
        }

        if (type == typeof(PartNames))
        {
            return ReadPartNames(reader, node, layer);
        }

        if (type == typeof(Tensor))
        {
            return reader.Nested(node) is { } rows ? TrainingAssembler.TensorOf(rows) : null;
        }

        if (type == typeof(Initializer) && node is SequenceNode)
        {
            return reader.Nested(node) is { } table ? new Given(TrainingAssembler.TensorOf(table)) : null;
        }

        return ReadKind(reader, node, type, layer);
    }

    /// <summary>A plain number where a schedule is asked for: the same learning rate in every update.</summary>
    private object? ReadConstantRate(NodeReader reader, ScalarNode node)
    {
        CatalogEntry entry = Catalog.Find(typeof(Schedule), "constant")!;
        return reader.Number(node) is { } rate
            ? Create(entry, new Dictionary<string, object?> { [entry.Arguments[0].Name] = rate }, new Kind(entry.Name, null, node), null)
            : null;
    }

    private PartNames? ReadPartNames(NodeReader reader, SourceNode node, int? layer)
    {
        Dictionary<string, SymbolNames> parts = [];
        bool isRight = node is MappingNode;
        foreach ((ScalarNode key, SourceNode value) in reader.Entries(node))
        {
            Place(layer, $"symbols.{key.Text}", value);
            if (value is ScalarNode)
            {
                if (reader.Identifier(value) is { } name)
                {
                    Claim(value);
                    parts[key.Text] = SymbolNames.Indexed(name);
                    continue;
                }
            }
            else if (reader.Names(value) is { } table)
            {
                parts[key.Text] = NamesOf(value, table);
                continue;
            }

            isRight = false;
        }

        return isRight ? new PartNames(parts) : null;
    }
}
