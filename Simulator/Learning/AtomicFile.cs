using System.Text;

namespace Simulator.Learning;

/// <summary>Files that are either as they were or wholly written, whatever happens in between.</summary>
internal static class AtomicFile
{
    /// <summary>What a file is called while it is being written.</summary>
    private const string Unfinished = ".tmp";

    /// <summary>Writes a file beside the old one, on to the disk, and puts it in the old one's place.</summary>
    /// <exception cref="IOException">It could not be written; the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the old one is as it was.</exception>
    public static void Write(string path, string text)
    {
        string beside = $"{path}.{Environment.ProcessId}{Unfinished}";
        try
        {
            using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            TryDelete(beside);
            throw;
        }
    }

    /// <summary>Deletes what was left of files whose writing was cut off.</summary>
    public static void CleanUp(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        if (folder is null || !Directory.Exists(folder))
        {
            return;
        }

        foreach (string left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*{Unfinished}"))
        {
            TryDelete(left);
        }
    }

    /// <summary>Puts a file aside under a name that is free: <c>default.damaged-1.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">What it is put aside as.</param>
    /// <param name="isKept">Whether the file stays where it is too.</param>
    /// <returns>The name under which it is now.</returns>
    public static string PutAside(string path, string why, bool isKept)
    {
        for (int number = 1; ; number++)
        {
            string aside = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{why}-{number}{Path.GetExtension(path)}");
            if (File.Exists(aside))
            {
                continue;
            }

            if (isKept)
            {
                File.Copy(path, aside);
            }
            else
            {
                File.Move(path, aside);
            }

            return aside;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }
}
