namespace Simulator.Terminal;

/// <summary>What the terminal can or should show.</summary>
/// <param name="Ascii">Symbols are written with ASCII characters; words keep their letters.</param>
/// <param name="NoColor">No colours; bold, dim, underline and invert stay.</param>
/// <param name="NoStyle">Not even those: the terminal understands no attributes.</param>
internal sealed record TerminalOptions(bool Ascii = false, bool NoColor = false, bool NoStyle = false)
{
    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Default;

    /// <summary>Whether nobody chose the colours, so that the terminal may be asked for its background and <see cref="Theme.For"/> decides.</summary>
    public bool IsThemeOpen { get; init; }

    /// <summary>How many colours there are.</summary>
    public ColorDepth Depth { get; init; }

    /// <summary>The terminal shows characters of ambiguous width (box drawing, Greek, arrows) in two cells.</summary>
    public bool AmbiguousWide { get; init; }

    /// <summary>The terminal is asked to report the mouse.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>Whether the terminal can report more than keys: the mouse, and its background where it is asked. The Linux console cannot.</summary>
    public bool CanReport { get; init; } = true;

    /// <summary>The characters that the terminal is sent.</summary>
    public SymbolSet Symbols => Ascii ? SymbolSet.Ascii : AmbiguousWide ? SymbolSet.Narrow : SymbolSet.All;

    private const string LinuxConsole = "linux";

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Flags given by the user and, where they say nothing, the environment, asked by name (see https://no-color.org).</summary>
    public static TerminalOptions From(Func<string, string?> variable, bool ascii = false, bool noColor = false) => new(
        ascii || AsciiReason(variable) is not null,
        noColor || variable("NO_COLOR") is { Length: > 0 },
        variable("TERM") == "dumb")
    {
        Depth = ColorDepths.Of(variable, OperatingSystem.IsWindows()),
        CanReport = variable("TERM") != LinuxConsole,
    };

    /// <summary>
    /// The variable that says that the terminal shows few characters beside ASCII; null where none does. The Linux console has fonts of at
    /// most 512 characters, without braille and most symbols.
    /// </summary>
    public static string? AsciiReason(Func<string, string?> variable) =>
        AsciiLocale(variable) ?? (variable("TERM") == LinuxConsole ? "TERM" : null);

    /// <summary>
    /// The variable of a locale that names a character set other than UTF-8; null where none does. The plain C locale and none at all
    /// do not count: containers have them in terminals that show UTF-8 well.
    /// </summary>
    private static string? AsciiLocale(Func<string, string?> variable)
    {
        string? name = LocaleVariables.FirstOrDefault(name => variable(name) is { Length: > 0 });
        string locale = name is null ? "" : variable(name)!;
        string characterSet = locale.Split('@')[0].Split('.') is [_, var set, ..] ? set.Replace("-", "") : "UTF8";
        return characterSet.Equals("UTF8", StringComparison.OrdinalIgnoreCase) ? null : name;
    }
}
