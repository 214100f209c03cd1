using System.Collections.Immutable;
using Lessons.Reading;

namespace Simulator.Settings;

/// <summary>The file of settings: a mapping of their names.</summary>
/// <param name="Values">What it sets, by the settings' names.</param>
internal sealed record SettingsFile(ImmutableDictionary<string, SettingValue> Values)
{
    /// <summary>The file's name in the configuration folder.</summary>
    public const string Name = "settings.yaml";

    public static SettingsFile Empty { get; } = new(ImmutableDictionary<string, SettingValue>.Empty);

    /// <summary>Reads the file of a folder; a file that is not there sets nothing.</summary>
    public static SettingsFile Load(string folder, ProblemList problems)
    {
        string path = Path.Combine(folder, Name);
        if (!Path.Exists(path) || ConfigurationFile.Load(path, "the settings", problems) is not { } root)
        {
            return Empty;
        }

        var values = ImmutableDictionary.CreateBuilder<string, SettingValue>();
        MappingReader reader = new(root, path, problems, "the settings");
        foreach (Setting setting in SettingCatalog.All)
        {
            if (reader.OptionalNode(setting.Id) is { } node && ValueOf(setting, node, reader.Nodes) is { } value)
            {
                string whole = setting.IsPath ? Path.Combine(folder, value) : value;
                values.Add(setting.Id, new SettingValue(setting, whole, SettingOrigin.File, $"{Name}:{node.Line}"));
            }
        }

        reader.Finish();
        return new SettingsFile(values.ToImmutable());
    }

    private static string? ValueOf(Setting setting, SourceNode node, NodeReader nodes)
    {
        switch (setting.Kind)
        {
            case SettingKind.Switch:
                return nodes.Boolean(node) is { } isOn ? (isOn ? "true" : "false") : null;
            case SettingKind.Choice:
                return nodes.OneOf(node, setting.Choices);
        }

        if (nodes.Text(node) is not { } text)
        {
            return null;
        }

        if (setting.Read(text, out string expected, out string remedy) is { } value)
        {
            return value;
        }

        nodes.Report(node, expected, remedy);
        return null;
    }
}
