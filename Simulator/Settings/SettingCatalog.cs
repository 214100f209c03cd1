using System.Collections.Immutable;

namespace Simulator.Settings;

/// <summary>All settings.</summary>
internal static class SettingCatalog
{
    /// <summary>The choice that leaves the colours to the terminal's background.</summary>
    public const string AutomaticTheme = "auto";

    /// <summary>The learner where nobody said a name.</summary>
    public const string DefaultLearner = "default";

    public static Setting Language { get; } =
        new("language", SettingKind.Choice, "--lang", "SIMULATOR_LANG", "en") { Choices = ["en", "ko"] };

    public static Setting Theme { get; } =
        new("theme", SettingKind.Choice, "--theme", "SIMULATOR_THEME", AutomaticTheme) { Choices = [AutomaticTheme, .. Terminal.Theme.All.Select(theme => theme.Id)] };

    public static Setting Color { get; } =
        new("color", SettingKind.Switch, "--no-color", "NO_COLOR", "true") { IsOffByVariable = true };

    public static Setting Ascii { get; } = new("ascii", SettingKind.Switch, "--ascii", "SIMULATOR_ASCII", "false");

    public static Setting AmbiguousWide { get; } =
        new("ambiguous-wide", SettingKind.Switch, "--ambiguous-wide", "SIMULATOR_AMBIGUOUS_WIDE", "false");

    public static Setting Mouse { get; } = new("mouse", SettingKind.Switch, "--no-mouse", "SIMULATOR_MOUSE", "true");

    public static Setting Transcript { get; } = new("transcript", SettingKind.Switch, "--transcript", "SIMULATOR_TRANSCRIPT", "false");

    public static Setting Learner { get; } = new("learner", SettingKind.Text, "--learner", "SIMULATOR_LEARNER", DefaultLearner);

    public static Setting Keys { get; } = new("keys", SettingKind.Text, "--keys-file", "SIMULATOR_KEYS", "") { IsPath = true };

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<Setting> All { get; } =
        [Language, Theme, Color, Ascii, AmbiguousWide, Mouse, Transcript, Learner, Keys];
}
