using System.Runtime.InteropServices;

namespace Simulator.Terminal;

/// <summary>Stopping as a shell's job, which .NET has no call for. The signals' numbers are Linux's and macOS's.</summary>
internal static class JobControl
{
    private static int StopRequest => OperatingSystem.IsLinux() ? 20 : 18;

    private static int UnconditionalStop => OperatingSystem.IsLinux() ? 19 : 17;

    /// <summary>Whether the terminal is this job's now; a job continued in the background has no right to the screen.</summary>
    public static bool IsForeground => ForegroundGroup(0) == Group();

    /// <summary>Asks all of the job to stop, as the terminal does when it handles control-Z itself.</summary>
    public static void StopGroup() => _ = Kill(0, StopRequest);

    /// <summary>Stops this process until it is continued.</summary>
    public static void StopSelf() => _ = Kill(Environment.ProcessId, UnconditionalStop);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ForegroundGroup(int terminal);

    [DllImport("libc", EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Group();
}
