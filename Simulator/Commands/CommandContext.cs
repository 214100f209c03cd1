using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>What a command sees of the outside world; the console, or what a test puts in its place.</summary>
internal sealed record CommandContext
{
    /// <summary>Where data goes.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where messages go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens what <c>--keys -</c> and transcripts read; nothing else touches standard input but the terminal.</summary>
    public required Func<TextReader> OpenInput { get; init; }

    /// <summary>The value of an environment variable, null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Whether <see cref="Out"/> is read by a person at a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether standard input is typed by a person at a terminal, so that it can be asked for lines.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Why no terminal can be opened; null where one can.</summary>
    public string? NoTerminal { get; init; }

    /// <summary>The folder for what the program keeps for its user; null where nothing is kept.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The folder of the user's settings; null where there are none.</summary>
    public string? ConfigurationDirectory { get; init; }

    /// <summary>Takes over the terminal; called only where <see cref="NoTerminal"/> is null.</summary>
    public required Func<TerminalOptions, ITerminal> OpenTerminal { get; init; }

    /// <summary>Tells messages. Where standard error is closed or full nobody can be told, which is no reason to fail.</summary>
    public void Tell(bool ascii, params IReadOnlyList<string> lines)
    {
        TextPage page = new(Error, ascii, color: false);
        try
        {
            foreach (string line in lines)
            {
                page.Line(line);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The exit code has to do.
        }
    }

    public static CommandContext OfConsole() => new()
    {
        Out = StandardStreams.Output(),
        Error = StandardStreams.Error(),
        OpenInput = StandardStreams.Input,
        Environment = System.Environment.GetEnvironmentVariable,
        IsOutputTerminal = StandardStreams.IsOutputTerminal,
        DataDirectory = UserFolders.Data,
        ConfigurationDirectory = UserFolders.Configuration,
        IsInputTerminal = StandardStreams.IsInputTerminal,
        NoTerminal = ConsoleTerminal.IsAvailable(out string reason) ? null : reason,
        OpenTerminal = options => new ConsoleTerminal(options),
    };
}
