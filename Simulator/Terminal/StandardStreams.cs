using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Simulator.Terminal;

/// <summary>Standard input, output and error as UTF-8 text without a byte order mark, lines ending with a line feed.</summary>
internal static class StandardStreams
{
    private const int OutputBuffer = 32 * 1024;
    private const int OutputDescriptor = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static bool IsOutputTerminal => !Console.IsOutputRedirected;

    public static TextReader Input() => new StreamReader(Console.OpenStandardInput(), Utf8);

    /// <summary>Standard output, buffered: what is not flushed at the end is lost.</summary>
    public static TextWriter Output()
    {
        if (OperatingSystem.IsWindows() && IsOutputTerminal)
        {
            Console.OutputEncoding = Utf8;
        }

        return new StreamWriter(OpenOutput(), Utf8, OutputBuffer) { NewLine = "\n" };
    }

    public static TextWriter Error() => new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };

    /// <summary>
    /// The console's own stream says nothing when a pipe's reader has gone, and a long output would be computed for nobody. A
    /// file stream tells; but only a pipe may be opened so, because in a file it would not move the position that it shares
    /// with other processes.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || IsOutputTerminal)
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            FileStream pipe = new(new SafeFileHandle(OutputDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
