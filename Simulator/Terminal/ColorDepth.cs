namespace Simulator.Terminal;

/// <summary>How many colours a terminal shows.</summary>
internal enum ColorDepth
{
    /// <summary>The sixteen named ones, which look as the terminal's palette has them.</summary>
    Sixteen,

    /// <summary>256, of which all but the first sixteen look the same everywhere.</summary>
    Palette,

    /// <summary>Every colour.</summary>
    True,
}

/// <summary>Finds out how many colours a terminal shows.</summary>
internal static class ColorDepths
{
    /// <summary>What the environment says: <c>COLORTERM</c>, <c>TERM</c>, and Windows, whose consoles show every colour and set neither.</summary>
    /// <param name="variable">The value of an environment variable, null where it is not set.</param>
    /// <param name="isWindows">Whether the program runs on Windows.</param>
    public static ColorDepth Of(Func<string, string?> variable, bool isWindows)
    {
        string term = variable("TERM") ?? "";
        bool isTrue = variable("COLORTERM") is "truecolor" or "24bit"
            || term.Contains("direct", StringComparison.Ordinal)
            || (isWindows && term.Length == 0);
        return isTrue ? ColorDepth.True
            : term.Contains("256color", StringComparison.Ordinal) ? ColorDepth.Palette
            : ColorDepth.Sixteen;
    }
}
