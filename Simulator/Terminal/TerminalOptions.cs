namespace Simulator.Terminal;

/// <summary>What the terminal can or should show.</summary>
/// <param name="Ascii">Symbols are written with ASCII characters; words keep their letters.</param>
/// <param name="NoColor">No colours; bold, dim, underline and invert stay.</param>
/// <param name="NoStyle">Not even those: the terminal understands no attributes.</param>
internal sealed record TerminalOptions(bool Ascii = false, bool NoColor = false, bool NoStyle = false)
{
    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Default;

    /// <summary>The terminal shows characters of ambiguous width (box drawing, Greek, arrows) in two cells.</summary>
    public bool AmbiguousWide { get; init; }

    /// <summary>The terminal is asked to report the mouse.</summary>
    public bool Mouse { get; init; } = true;

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Flags given by the user and, where they say nothing, the environment, asked by name (see https://no-color.org).</summary>
    public static TerminalOptions From(Func<string, string?> variable, bool ascii = false, bool noColor = false) => new(
        ascii || IsAscii(variable),
        noColor || variable("NO_COLOR") is { Length: > 0 },
        variable("TERM") == "dumb");

    /// <summary>
    /// The locale names a character set other than UTF-8. The plain C locale and none at all do not count: containers have
    /// them in terminals that show UTF-8 well.
    /// </summary>
    private static bool IsAscii(Func<string, string?> variable)
    {
        var locale = LocaleVariables.Select(variable).FirstOrDefault(static value => value is { Length: > 0 });
        var characterSet = locale?.Split('@')[0].Split('.') is [_, var name, ..] ? name.Replace("-", "") : "UTF8";
        return !characterSet.Equals("UTF8", StringComparison.OrdinalIgnoreCase);
    }
}
