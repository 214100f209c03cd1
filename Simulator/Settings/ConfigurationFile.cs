using Lessons.Reading;

namespace Simulator.Settings;

/// <summary>Reads the files of the configuration folder.</summary>
internal static class ConfigurationFile
{
    /// <summary>The mapping of a file; null where the file says nothing, or, with at least one problem, where it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="subject">What it is, for messages: <c>the settings</c>.</param>
    /// <param name="problems">Where problems go.</param>
    public static MappingNode? Load(string path, string subject, ProblemList problems) =>
        SaysNothing(path) ? null : SourceDocument.Load(path, problems, subject);

    /// <summary>Whether a file has comments at most: an example in which nothing was chosen yet is no mistake.</summary>
    private static bool SaysNothing(string path)
    {
        try
        {
            using StreamReader reader = new(path);
            for (int line = 0; line < SourceDocument.LargestSize; line++)
            {
                if (reader.ReadLine() is not { } text)
                {
                    return true;
                }

                if (text.Trim() is { Length: > 0 } written && written[0] != '#')
                {
                    return false;
                }
            }

            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Told by the reader that reads it whole.
            return false;
        }
    }
}
