namespace Simulator.Commands;

/// <summary>Where the platform wants a program to keep its user's files.</summary>
internal static class UserFolders
{
    private const string Name = "simulator";

    /// <summary>What the program keeps: on Linux in XDG_DATA_HOME or ~/.local/share, on macOS in ~/Library/Application Support, on Windows in %LOCALAPPDATA%.</summary>
    public static string? Data => Of("SIMULATOR_DATA", Environment.SpecialFolder.LocalApplicationData);

    /// <summary>What the user sets: on Linux in XDG_CONFIG_HOME or ~/.config, on macOS in ~/Library/Application Support, on Windows in %APPDATA%.</summary>
    public static string? Configuration => Of("SIMULATOR_CONFIG", Environment.SpecialFolder.ApplicationData);

    private static string? Of(string variable, Environment.SpecialFolder folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } chosen)
        {
            return chosen;
        }

        string path = Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
        return path.Length == 0 ? null : Path.Combine(path, Name);
    }
}
