using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Simulator.Terminal;

/// <summary>Standard input, output and error as UTF-8 text without a byte order mark, lines ending with a line feed.</summary>
internal static class StandardStreams
{
    private const int OutputBuffer = 32 * 1024;
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static bool IsOutputTerminal => !Console.IsOutputRedirected;

    public static bool IsInputTerminal => !Console.IsInputRedirected;

    /// <summary>
    /// Standard input. At a terminal the lines come as the system edits them: the console's own stream would edit them itself, with sequences
    /// that move a cursor.
    /// </summary>
    public static TextReader Input() => new StreamReader(
        IsInputTerminal && !OperatingSystem.IsWindows()
            ? new FileStream(new SafeFileHandle(InputDescriptor, ownsHandle: false), FileAccess.Read, bufferSize: 0)
            : Console.OpenStandardInput(),
        Utf8);

    /// <summary>Standard output, buffered: what is not flushed at the end is lost.</summary>
    public static TextWriter Output()
    {
        if (OperatingSystem.IsWindows() && IsOutputTerminal)
        {
            Console.OutputEncoding = Utf8;
        }

        return new StreamWriter(Open(OutputDescriptor, Console.OpenStandardOutput), Utf8, OutputBuffer) { NewLine = "\n" };
    }

    public static TextWriter Error() =>
        new StreamWriter(Open(ErrorDescriptor, Console.OpenStandardError), Utf8) { NewLine = "\n", AutoFlush = true };

    /// <summary>
    /// The console's own stream says nothing when a pipe's reader has gone, so that a long output would be computed for nobody,
    /// and sends a terminal sequences that change its modes. A file stream does neither; but only a pipe or a terminal may be
    /// opened so, because in a file it would not move the position that it shares with other processes.
    /// </summary>
    private static Stream Open(int descriptor, Func<Stream> console)
    {
        if (OperatingSystem.IsWindows())
        {
            return console();
        }

        try
        {
            FileStream stream = new(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? console() : stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return console();
        }
    }
}
