using System.Collections.Immutable;
using Lessons;
using Lessons.Reading;
using Simulator.Terminal;

namespace Simulator.Settings;

/// <summary>
/// The value of every setting and where it comes from: a flag before the environment, the environment before the file, the file before
/// what the desk is like, and that before the default.
/// </summary>
internal sealed class Configuration
{
    // As POSIX has it: the first that is set decides.
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly ImmutableDictionary<string, SettingValue> values;

    private Configuration(ImmutableDictionary<string, SettingValue> values) => this.values = values;

    /// <summary>Where nothing sets anything.</summary>
    public static Configuration Default { get; } = Resolve(_ => null, _ => null, null, new ProblemList(), []);

    /// <summary>All values, in the order of the catalog.</summary>
    public IEnumerable<SettingValue> Values => SettingCatalog.All.Select(Of);

    public Language Language => Of(SettingCatalog.Language).Value == "ko" ? Language.Korean : Language.English;

    /// <summary>The theme; that of an unknown background where the terminal is still to be asked.</summary>
    public Theme Theme => Theme.Named(Of(SettingCatalog.Theme).Value) ?? Theme.Default;

    /// <summary>Whether nobody chose a theme and the environment does not tell the background.</summary>
    public bool IsThemeOpen => Of(SettingCatalog.Theme).Value == SettingCatalog.AutomaticTheme;

    /// <summary>The key map file; null where there is none.</summary>
    public string? KeyFile => Of(SettingCatalog.Keys).Value is { Length: > 0 } path ? path : null;

    public SettingValue Of(Setting setting) => values[setting.Id];

    /// <summary>Puts the sources together.</summary>
    /// <param name="flag">The value that a setting's flag gives, by the setting's name; null where it is not given.</param>
    /// <param name="variable">The value of an environment variable, null where it is not set.</param>
    /// <param name="folder">The configuration folder; null where there is none.</param>
    /// <param name="problems">Problems of the file; those of flags and the environment go into <paramref name="usage"/>.</param>
    /// <param name="usage">What is wrong outside of files, a line each.</param>
    public static Configuration Resolve(
        Func<string, string?> flag, Func<string, string?> variable, string? folder, ProblemList problems, ICollection<string> usage)
    {
        SettingsFile file = folder is null ? SettingsFile.Empty : SettingsFile.Load(folder, problems);
        return new Configuration(SettingCatalog.All.ToImmutableDictionary(setting => setting.Id, ValueOf));

        SettingValue ValueOf(Setting setting)
        {
            SettingValue chosen = Given(setting, flag(setting.Id), SettingOrigin.Flag, setting.Flag, usage)
                ?? Given(setting, variable(setting.Variable) is { Length: > 0 } text ? text : null, SettingOrigin.Variable, setting.Variable, usage)
                ?? file.Values.GetValueOrDefault(setting.Id)
                ?? new SettingValue(setting, setting.Default, SettingOrigin.Default, "");
            bool isOpen = chosen.Origin == SettingOrigin.Default || chosen.Value == SettingCatalog.AutomaticTheme;
            return isOpen ? OfDesk(setting, variable, folder) ?? chosen : chosen;
        }
    }

    private static SettingValue? Given(Setting setting, string? text, SettingOrigin origin, string place, ICollection<string> usage)
    {
        if (text is null)
        {
            return null;
        }

        // A flag that is a switch has been read already, and says what the setting is.
        string expected = "", remedy = "";
        string? value = origin == SettingOrigin.Flag && setting.Kind == SettingKind.Switch ? text : setting.Read(text, out expected, out remedy);
        if (value is null)
        {
            usage.Add($"{place}: found '{Shown(text)}'; expected {expected}; {remedy}");
            return null;
        }

        return new SettingValue(setting, value, origin, place);
    }

    private static string Shown(string text) => CellWidth.Crop(string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter)), 40);

    private static SettingValue? OfDesk(Setting setting, Func<string, string?> variable, string? folder)
    {
        if (setting == SettingCatalog.Language)
        {
            string? name = LanguageVariables.FirstOrDefault(name => variable(name) is { Length: > 0 });
            string spoken = name is null ? "" : variable(name)!.Split('_', '.', '@', '-')[0];
            return name is null ? null : Desk(spoken.Equals("ko", StringComparison.OrdinalIgnoreCase) ? "ko" : "en", name);
        }

        if (setting == SettingCatalog.Theme)
        {
            TerminalBackground background = TerminalBackgrounds.FromVariable(variable("COLORFGBG"));
            return background == TerminalBackground.Unknown ? null : Desk(Theme.For(background).Id, "COLORFGBG");
        }

        if (setting == SettingCatalog.Ascii)
        {
            return TerminalOptions.AsciiReason(variable) is { } name ? Desk("true", name) : null;
        }

        if (setting == SettingCatalog.Keys && folder is not null)
        {
            string path = Path.Combine(folder, KeyMapFile.Name);
            return File.Exists(path) ? Desk(path, KeyMapFile.Name) : null;
        }

        return null;

        SettingValue Desk(string value, string place) => new(setting, value, SettingOrigin.Desk, place);
    }
}
