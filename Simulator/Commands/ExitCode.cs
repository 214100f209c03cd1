namespace Simulator.Commands;

/// <summary>What the program tells whoever started it.</summary>
internal static class ExitCode
{
    public const int AllRight = 0;

    /// <summary>A number does not match what the document prints.</summary>
    public const int Mismatch = 1;

    /// <summary>The command line means nothing, or a file cannot be read or is no lesson.</summary>
    public const int WrongUsage = 2;

    /// <summary>The program itself is wrong (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;

    /// <summary>The reader of standard output has gone, as after <c>| head -1</c>: 128 + SIGPIPE, what a shell expects then.</summary>
    public const int BrokenPipe = 141;
}
