namespace Simulator.Terminal;

/// <summary>What a terminal reports to the program.</summary>
internal abstract record Input;

/// <summary>A key was pressed.</summary>
internal sealed record KeyPressed(Key Key) : Input;

/// <summary>The mouse was used on a cell.</summary>
/// <param name="Column">The cell's column, from 0.</param>
/// <param name="Row">The cell's row, from 0.</param>
/// <param name="Action">What was done with it.</param>
internal sealed record PointerInput(int Column, int Row, PointerAction Action) : Input;

/// <summary>What is done with a mouse. Where a button is let go and how the mouse gets there does not matter.</summary>
internal enum PointerAction
{
    Click,
    WheelUp,
    WheelDown,
}

/// <summary>The terminal told what is behind its text, as it was asked to.</summary>
internal sealed record BackgroundTold(TerminalBackground Background) : Input;

/// <summary>The screen may show something else than the last frame: it changed its size, or came back after a stop.</summary>
internal sealed record Resized(Size Size) : Input;

/// <summary>The program was asked from outside to end (SIGINT, SIGTERM, SIGHUP, SIGQUIT).</summary>
/// <param name="ExitCode">What the program should exit with: 128 + the signal's number.</param>
internal sealed record Interrupted(int ExitCode) : Input;

/// <summary>No input will ever come again.</summary>
internal sealed record EndOfInput : Input;
