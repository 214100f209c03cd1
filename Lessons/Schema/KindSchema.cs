using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engine;
using Engine.Initializers;
using Engine.Layers;
using Engine.Numbers;
using Engine.Planning;
using Engine.Schedules;

namespace Lessons.Schema;

/// <summary>
/// The form of layers, activations, losses and whatever else there are kinds of, from the engine's catalog: a name, or a name with its
/// arguments. A new kind needs nothing here but its words in <see cref="KindTexts"/>.
/// </summary>
internal sealed class KindSchema
{
    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    /// <summary>The families that were asked for, and those that their arguments are of.</summary>
    public IEnumerable<(string Name, JsonObject Schema)> Definitions => definitions.Select(definition => (definition.Key, definition.Value));

    /// <summary>The definition's name of a family.</summary>
    public static string NameOf(Type family) => family.Name.ToLowerInvariant();

    /// <summary>One kind of a family.</summary>
    /// <param name="family">The family, such as <see cref="Layer"/>.</param>
    public JsonObject Of(Type family)
    {
        string name = NameOf(family);
        if (definitions.TryAdd(name, []))
        {
            definitions[name] = Family(family);
        }

        return Shapes.Ref(name);
    }

    /// <summary>The arguments of one kind by name.</summary>
    /// <param name="family">The family.</param>
    /// <param name="name">The kind.</param>
    public JsonObject ArgumentsOf(Type family, string name) => Arguments(family, Catalog.Find(family, name)!);

    private static JsonNode? DefaultOf(CatalogArgument argument) => argument.Default switch
    {
        int integer => integer,
        double number => number,
        bool truth => truth,
        Enum choice => Catalog.ChoicesOf(choice.GetType()).First(known => known.Value.Equals(choice)).Name,
        _ => null,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => Shapes.Words([.. texts]);

    private JsonObject Family(Type family)
    {
        ImmutableArray<CatalogEntry> entries = Catalog.Of(family);
        JsonArray forms = [];
        if (family == typeof(Initializer))
        {
            forms.Add(Shapes.Ref("numbers"));
        }

        if (family == typeof(Schedule))
        {
            JsonObject rate = Shapes.Number();
            NumberRange.NotNegative.AddTo(rate);
            forms.Add(rate);
        }

        ImmutableArray<CatalogEntry> complete = [.. entries.Where(entry => entry.Arguments.All(argument => !argument.IsRequired))];
        if (!complete.IsEmpty)
        {
            forms.Add(Shapes.OneOf(complete.Select(entry => (entry.Name, KindTexts.Of(family, entry.Name)))));
        }

        JsonObject mapping = Shapes.Mapping(entries.Select(entry => (entry.Name, Arguments(family, entry).Described(KindTexts.Of(family, entry.Name)))));
        if (family == typeof(Layer))
        {
            AddNode(mapping);
        }
        else
        {
            mapping["minProperties"] = 1;
            mapping["maxProperties"] = 1;
        }

        forms.Add(mapping);
        return new JsonObject { ["anyOf"] = forms };
    }

    /// <summary>What a layer has beside its kind, in a graph. How many keys there are says that there is exactly one kind.</summary>
    private static void AddNode(JsonObject mapping)
    {
        JsonObject properties = mapping["properties"]!.AsObject();
        properties.Insert(0, "name", Shapes.Ref("identifier").Described("What the layer is called, for those that take from it."));
        properties.Insert(1, "inputs", Shapes.AnyOf(Shapes.Ref("identifier"), Shapes.List(Shapes.Ref("identifier")))
            .Described("The inputs or earlier layers that it takes from; the one before it where left out."));
        properties.Insert(2, "reuse", Shapes.Ref("identifier").Described("An earlier layer again, with the same weights; in the place of a kind."));
        mapping["if"] = new JsonObject { ["required"] = Shapes.Words("name", "inputs") };
        mapping["then"] = Properties(3);
        mapping["else"] = new JsonObject
        {
            ["if"] = new JsonObject { ["anyOf"] = Shapes.AnyKeyOf(["name", "inputs"]) },
            ["then"] = Properties(2),
            ["else"] = Properties(1),
        };

        static JsonObject Properties(int count) => new() { ["minProperties"] = count, ["maxProperties"] = count };
    }

    private JsonObject Arguments(Type family, CatalogEntry entry)
    {
        JsonObject schema = Shapes.Mapping(
            entry.Arguments.Select(argument => (argument.Name, Argument(family, entry.Name, argument))),
            [.. entry.Arguments.Where(argument => argument.IsRequired).Select(argument => argument.Name)]);
        if (entry.Arguments.All(argument => !argument.IsRequired))
        {
            // All of them may be left out, so that nothing need follow the name.
            schema["type"] = Texts(["object", "null"]);
        }

        return schema;
    }

    private JsonObject Argument(Type family, string kind, CatalogArgument argument)
    {
        ArgumentText text = KindTexts.Of(family, kind, argument.Name);
        JsonObject schema = Value(Nullable.GetUnderlyingType(argument.Type) ?? argument.Type, text.Range);
        return (DefaultOf(argument) is { } value ? schema.WithDefault(value) : schema).Described(text.Text);
    }

    /// <summary>A value of a type, read as <see cref="Reading.NetworkReader"/> does.</summary>
    private JsonObject Value(Type type, NumberRange? range)
    {
        if (type == typeof(int))
        {
            return Ranged(Shapes.Integer());
        }

        if (type == typeof(double))
        {
            return Ranged(Shapes.Number());
        }

        if (type == typeof(bool))
        {
            return Shapes.Boolean();
        }

        if (type.IsEnum)
        {
            return Shapes.OneOf(Catalog.ChoicesOf(type).Select(choice => (choice.Name, "")));
        }

        if (type == typeof(ImmutableArray<double>))
        {
            return Shapes.List(Ranged(Shapes.Number()), least: 1);
        }

        if (type == typeof(ImmutableArray<int>))
        {
            return Shapes.AnyOf(Ranged(Shapes.Integer()), Shapes.List(Ranged(Shapes.Integer()), least: 1));
        }

        if (type == typeof(Tensor))
        {
            return Shapes.Ref("numbers");
        }

        return type == typeof(PartNames) ? Shapes.Ref("symbols") : Of(type);

        JsonObject Ranged(JsonObject number)
        {
            range?.AddTo(number);
            return number;
        }
    }
}
