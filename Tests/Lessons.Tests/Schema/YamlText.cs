using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lessons.Tests.Schema;

/// <summary>YAML as editors hand it to a schema: plain values by the core rules of YAML 1.2, keys as texts.</summary>
internal static partial class YamlText
{
    public static JsonNode? Parse(string text)
    {
        using StringReader reader = new(text);
        YamlStream stream = [];
        stream.Load(reader);
        return NodeOf(stream.Documents[0].RootNode);
    }

    private static JsonNode? NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, NodeOf(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(NodeOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => PlainOf(plain.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value!),
        _ => throw new ArgumentException($"No JSON for {node}.", nameof(node)),
    };

    private static JsonNode? PlainOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Integer().IsMatch(text) => decimal.Parse(text, CultureInfo.InvariantCulture),
        _ when Float().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Float();
}
