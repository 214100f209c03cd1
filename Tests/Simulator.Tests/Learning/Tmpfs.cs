using System.Diagnostics;

namespace Simulator.Tests.Learning;

/// <summary>A disk so small that it is soon full.</summary>
internal static class Tmpfs
{
    public static bool IsAvailable { get; } = Try();

    public static void Mount(string folder, int kilobytes) => Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder).ShouldBe(0);

    public static void Unmount(string folder) => Run("umount", folder).ShouldBe(0);

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return false;
        }

        string folder = Directory.CreateTempSubdirectory("simulator-test-").FullName;
        bool isMounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) == 0;
        if (isMounted)
        {
            Run("umount", folder);
        }

        Directory.Delete(folder);
        return isMounted;
    }

    private static int Run(string command, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}

/// <summary>A test that needs a small disk, which only an administrator of a Linux system can make.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute() => Skip = Tmpfs.IsAvailable ? null : "A small disk can only be mounted by an administrator of a Linux system.";
}
