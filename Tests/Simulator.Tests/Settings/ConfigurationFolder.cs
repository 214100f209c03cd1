namespace Simulator.Tests.Settings;

/// <summary>A configuration folder that is gone when the test is over.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    public ConfigurationFolder(string? settings = null, string? keys = null)
    {
        Path = Directory.CreateTempSubdirectory("configuration-").FullName;
        Write("settings.yaml", settings);
        Write("keys.yaml", keys);
    }

    public string Path { get; }

    public string Settings => System.IO.Path.Combine(Path, "settings.yaml");

    public string Keys => System.IO.Path.Combine(Path, "keys.yaml");

    public void Write(string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
