using System.Diagnostics;
using Simulator.Terminal;

namespace Simulator.Tests.EndToEnd;

/// <summary>A terminal of its own, with a shell in it, on a server of its own.</summary>
internal sealed class Tmux : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string server = $"simulator-test-{Guid.NewGuid():N}";

    private readonly string home = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    public Tmux(Size size)
    {
        // What the program keeps is kept there, and not where whoever runs the tests keeps theirs.
        string shell = $"env PS1='ready> ' LANG=C.UTF-8 SIMULATOR_DATA='{home}' SIMULATOR_CONFIG='{home}' sh";
        Run("-f", "/dev/null", "new-session", "-d", "-x", $"{size.Columns}", "-y", $"{size.Rows}", shell);
        Run("set-option", "-g", "escape-time", "0");
        Run("set-option", "-g", "window-size", "manual");
        WaitFor(text => text.Contains("ready>"), "the shell");
    }

    public static bool IsInstalled { get; } = Find();

    /// <summary>What the screen shows, lines trimmed at the end, as a frame's text is.</summary>
    public string Screen() => string.Join('\n', Run("capture-pane", "-p").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()));

    public void Type(string line) => Run("send-keys", line, "Enter");

    public void Press(params string[] keys) => Run(["send-keys", .. keys]);

    /// <summary>Sends characters as they are.</summary>
    public void Send(string text) => Run("send-keys", "-l", text);

    public void Resize(Size size) => Run("resize-window", "-x", $"{size.Columns}", "-y", $"{size.Rows}");

    /// <summary>A property of the terminal, such as whether the alternate screen is on.</summary>
    public string Property(string name) => Run("display-message", "-p", "#{" + name + "}").Trim();

    public void WaitFor(Func<string, bool> condition, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string screen = Screen();
        while (!condition(screen))
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Waited in vain for {what}. The screen shows:\n{screen}");
            }

            Thread.Yield();
            screen = Screen();
        }
    }

    public void Dispose()
    {
        Run("kill-server");
        Directory.Delete(home, recursive: true);
    }

    private static bool Find()
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("tmux", "-V") { RedirectStandardOutput = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private string Run(params string[] arguments)
    {
        ProcessStartInfo start = new("tmux", ["-u", "-L", server, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("TMUX");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
