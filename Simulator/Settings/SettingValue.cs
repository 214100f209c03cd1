using Simulator.Resources;

namespace Simulator.Settings;

/// <summary>Who decided on a value, the strongest last.</summary>
internal enum SettingOrigin
{
    /// <summary>Nobody: it is as the program comes.</summary>
    Default,

    /// <summary>What the desk is like: the locale, the terminal, a file that is there.</summary>
    Desk,
    File,
    Variable,
    Flag,
}

/// <summary>A setting's value and where it comes from.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value as text: a word, <c>true</c>, <c>false</c>, a name or a path.</param>
/// <param name="Origin">Who decided on it.</param>
/// <param name="Place">The flag, the variable, or the file and line; empty for the default.</param>
internal sealed record SettingValue(Setting Setting, string Value, SettingOrigin Origin, string Place)
{
    public bool IsOn => Value == "true";

    /// <summary>Where it comes from, as a person reads it.</summary>
    public string SourceIn(Words words) => Origin == SettingOrigin.Default ? words.Desk.ByDefault : Place;
}
