using System.Globalization;
using System.Text;

namespace Lessons.Reading;

/// <summary>
/// Reads a lesson file into nodes with places. All problems of the file go into one list; nothing a file contains, and no
/// file that cannot be opened, raises an exception.
/// </summary>
/// <remarks>
/// Lesson files are YAML 1.2 in UTF-8, without the parts that hide what a value is: anchors, aliases, tags and several documents
/// are problems. A byte order mark and line ends of carriage return and line feed are accepted.
/// </remarks>
public static class SourceDocument
{
    /// <summary>The size of the largest file that is read, in bytes: 1 MiB, hundreds of times a long lesson.</summary>
    public const int LargestSize = 1024 * 1024;

    /// <summary>How many lists and mappings may lie inside one another.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path; problems repeat it as given.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <param name="subject">What the file is, for messages: <c>a lesson</c>.</param>
    /// <returns>
    /// The keys and values of the file, also when some are problems; <see langword="null"/>, and at least one problem, when the file
    /// cannot be opened or is not a YAML mapping.
    /// </returns>
    public static MappingNode? Load(string path, ProblemList problems, string subject = "a lesson")
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        return Read(path, problems, subject) is { } bytes && Decode(bytes, path, problems) is { } text ? Parse(text, path, problems, subject) : null;
    }

    /// <summary>Reads a text that is already in memory.</summary>
    /// <param name="text">The whole file; a byte order mark at its start is passed over.</param>
    /// <param name="fileName">The file that problems name.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <param name="subject">What the file is, for messages: <c>a lesson</c>.</param>
    /// <returns>As <see cref="Load"/>.</returns>
    public static MappingNode? Parse(string text, string fileName, ProblemList problems, string subject = "a lesson")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(problems);
        if (Encoding.UTF8.GetByteCount(text) is > LargestSize and var size)
        {
            problems.Add(TooLarge(fileName, size));
            return null;
        }

        text = text.TrimStart('\uFEFF');
        return IsPrintable(text, fileName, problems, subject) ? new SourceComposer(text, fileName, problems, subject).Compose() : null;
    }

    private static byte[]? Read(string path, ProblemList problems, string subject)
    {
        if (Directory.Exists(path))
        {
            problems.Add(Whole(path, "a directory", $"{subject} file", "name a file inside it"));
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > LargestSize)
            {
                problems.Add(TooLarge(path, stream.Length));
                return null;
            }

            return ReadAll(stream, path, problems);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(Whole(path, "no file of this name", $"{subject} file", "check the path and its spelling"));
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(Whole(path, "a file that may not be read", "a readable file", "give yourself permission to read it"));
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            var reason = $"a file that cannot be read ({exception.Message.TrimEnd('.')})";
            problems.Add(Whole(path, reason, "a readable file", "check the path and whether another program holds the file"));
        }

        return null;
    }

    // A device has no length to ask for: never read more than one byte past the limit.
    private static byte[]? ReadAll(FileStream stream, string path, ProblemList problems)
    {
        var bytes = new byte[LargestSize + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestSize)
        {
            problems.Add(TooLarge(path, length));
            return null;
        }

        return bytes[..length];
    }

    private static string? Decode(byte[] bytes, string path, ProblemList problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(Whole(path, "text in UTF-16", "text in UTF-8", "save the file as UTF-8"));
            return null;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            // The index counts bytes from the start of the buffer; everything before it is valid.
            var index = Math.Max(0, exception.Index);
            var (line, column) = PlaceAfter(Encoding.UTF8.GetString(bytes, 0, index).TrimStart('\uFEFF'));
            var found = $"the byte 0x{bytes[index]:X2}, which is not UTF-8";
            problems.Add(new Problem(path, line, column, found, "text in UTF-8", "save the file as UTF-8"));
            return null;
        }
    }

    private static bool IsPrintable(string text, string fileName, ProblemList problems, string subject)
    {
        var index = Characters.FirstRefused(text);
        if (index < 0)
        {
            return true;
        }

        var (line, column) = PlaceAfter(text[..index]);
        var remedy = $"remove it, or check that this is {subject} file";
        problems.Add(new Problem(fileName, line, column, Characters.Describe(text[index]), "text", remedy));
        return false;
    }

    /// <summary>The place that follows a text, which is the beginning of a file.</summary>
    internal static (int Line, int Column) PlaceAfter(string before)
    {
        var lines = before.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return (lines.Length, lines[^1].Length + 1);
    }

    private static Problem TooLarge(string file, long size)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"a file of {size:N0} bytes");
        return Whole(file, found, "at most 1 MiB (1,048,576 bytes)", "put large data into a file of its own");
    }

    private static Problem Whole(string file, string found, string expected, string remedy) => new(file, 0, 0, found, expected, remedy);
}
