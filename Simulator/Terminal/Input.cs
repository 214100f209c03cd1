namespace Simulator.Terminal;

/// <summary>What a terminal reports to the program.</summary>
internal abstract record Input;

/// <summary>A key was pressed.</summary>
internal sealed record KeyPressed(Key Key) : Input;

/// <summary>The screen may show something else than the last frame: it changed its size, or came back after a stop.</summary>
internal sealed record Resized(Size Size) : Input;

/// <summary>The program was asked from outside to end (SIGINT, SIGTERM, SIGHUP, SIGQUIT).</summary>
/// <param name="ExitCode">What the program should exit with: 128 + the signal's number.</param>
internal sealed record Interrupted(int ExitCode) : Input;

/// <summary>No input will ever come again.</summary>
internal sealed record EndOfInput : Input;
