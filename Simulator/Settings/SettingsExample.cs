using Lessons;
using Simulator.Resources;

namespace Simulator.Settings;

/// <summary>A file of settings to begin with: every setting with what it is for, and none chosen.</summary>
internal static class SettingsExample
{
    /// <summary>Its lines.</summary>
    public static IEnumerable<string> LinesIn(Language language)
    {
        Words words = Words.In(language);
        yield return $"# {words.Desk.ExampleTitle(SettingsFile.Name)}";
        foreach (Setting setting in SettingCatalog.All)
        {
            yield return "";
            yield return $"# {setting.MeaningIn(words)}: {setting.Values}.";
            yield return $"# {setting.Flag} · {setting.Variable}";
            yield return $"#{setting.Id}: {ExampleOf(setting)}";
        }
    }

    private static string ExampleOf(Setting setting) => setting.Default.Length > 0 ? setting.Default : KeyMapFile.Name;
}
