using System.Text.Json.Nodes;

namespace Lessons.Schema;

/// <summary>The pieces that a schema is made of. Each is new, because a node belongs to one place of a tree.</summary>
internal static class Shapes
{
    /// <summary>The schema with what it says to an author, which comes first.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="description">What it says.</param>
    public static JsonObject Described(this JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    /// <summary>The schema with what is meant where the key is left out.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">What is meant.</param>
    public static JsonObject WithDefault(this JsonObject schema, JsonNode value)
    {
        schema.Add("default", value);
        return schema;
    }

    /// <summary>A definition of the schema.</summary>
    public static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    public static JsonObject Number() => new() { ["type"] = "number" };

    public static JsonObject Boolean() => new() { ["type"] = "boolean" };

    /// <summary>An integer between two bounds that are both included.</summary>
    public static JsonObject Integer(int? least = null, int? most = null)
    {
        JsonObject schema = new() { ["type"] = "integer" };
        if (least is { } minimum)
        {
            schema["minimum"] = minimum;
        }

        if (most is { } maximum)
        {
            schema["maximum"] = maximum;
        }

        return schema;
    }

    /// <summary>A word that a regular expression describes.</summary>
    public static JsonObject Word(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>One of several words. What each means is read by editors that know <c>enumDescriptions</c>.</summary>
    public static JsonObject OneOf(IEnumerable<(string Word, string Meaning)> words)
    {
        JsonArray known = [];
        JsonArray meanings = [];
        foreach ((string word, string meaning) in words)
        {
            known.Add((JsonNode)word);
            meanings.Add((JsonNode)meaning);
        }

        JsonObject schema = new() { ["type"] = "string", ["enum"] = known };
        if (meanings.Any(meaning => meaning!.GetValue<string>().Length > 0))
        {
            schema["enumDescriptions"] = meanings;
        }

        return schema;
    }

    /// <summary>A list.</summary>
    /// <param name="items">What its items are.</param>
    /// <param name="least">How many there must be.</param>
    public static JsonObject List(JsonObject items, int least = 0)
    {
        JsonObject schema = new() { ["type"] = "array", ["items"] = items };
        if (least > 0)
        {
            schema["minItems"] = least;
        }

        return schema;
    }

    /// <summary>Any of several forms.</summary>
    public static JsonObject AnyOf(params JsonNode[] forms) => new() { ["anyOf"] = new JsonArray(forms) };

    /// <summary>A mapping that must have one of several keys.</summary>
    public static JsonArray AnyKeyOf(IEnumerable<string> keys) =>
        new([.. keys.Select(key => new JsonObject { ["required"] = Words(key) })]);

    /// <summary>A mapping of known keys; all others are refused.</summary>
    /// <param name="keys">The keys and what their values are.</param>
    /// <param name="required">Those that must be there.</param>
    public static JsonObject Mapping(IEnumerable<(string Key, JsonObject Value)> keys, params IReadOnlyList<string> required)
    {
        JsonObject properties = [];
        foreach ((string key, JsonObject value) in keys)
        {
            properties.Add(key, value);
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = Words([.. required]);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>A mapping whose keys are data, such as quantities.</summary>
    /// <param name="keys">What the keys are.</param>
    /// <param name="values">What the values are.</param>
    /// <param name="least">How many there must be.</param>
    public static JsonObject Entries(JsonObject keys, JsonObject values, int least = 0)
    {
        JsonObject schema = new() { ["type"] = "object", ["propertyNames"] = keys, ["additionalProperties"] = values };
        if (least > 0)
        {
            schema["minProperties"] = least;
        }

        return schema;
    }

    public static JsonArray Words(params string[] words) => new([.. words.Select(word => (JsonNode)word)]);
}
