using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Lessons.Datasets;

/// <summary>A file of data in rows and columns: CSV in UTF-8, as it is or compressed with gzip (<c>.csv.gz</c>).</summary>
public static class DataFile
{
    /// <summary>The most characters that are read, uncompressed: a file that unpacks to more is not one of lessons' data.</summary>
    public const int MostCharacters = 64 * 1024 * 1024;

    /// <summary>
    /// Opens a lesson's file of data: beside the lesson where the lesson is a file, otherwise one that ships with the program.
    /// </summary>
    /// <param name="lessonFile">The lesson's file.</param>
    /// <param name="name">The file's name as the lesson writes it.</param>
    /// <returns>The file's content; null where there is none of that name.</returns>
    public static Stream? Open(string lessonFile, string name)
    {
        ArgumentNullException.ThrowIfNull(lessonFile);
        ArgumentNullException.ThrowIfNull(name);
        if (File.Exists(lessonFile))
        {
            string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(lessonFile))!, name);
            if (File.Exists(path))
            {
                return File.OpenRead(path);
            }
        }

        return typeof(DataFile).Assembly.GetManifestResourceStream(ResourceOf(name));
    }

    /// <summary>The names of the files of data that ship with the program.</summary>
    public static ImmutableArray<string> Shipped =>
    [
        .. typeof(DataFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the rows of a file.</summary>
    /// <param name="content">The content, which is closed.</param>
    /// <param name="isCompressed">Whether it is compressed with gzip.</param>
    /// <exception cref="InvalidDataException">It is not gzip though it should be, or too large.</exception>
    public static ImmutableArray<ImmutableArray<string>> ReadRows(Stream content, bool isCompressed)
    {
        ArgumentNullException.ThrowIfNull(content);
        using Stream plain = isCompressed ? new GZipStream(content, CompressionMode.Decompress) : content;
        using StreamReader reader = new(plain, new UTF8Encoding(false, throwOnInvalidBytes: true));
        char[] buffer = new char[1 << 16];
        StringBuilder text = new();
        for (int read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            text.Append(buffer, 0, read);
            if (text.Length > MostCharacters)
            {
                throw new InvalidDataException($"more than {MostCharacters / (1024 * 1024)} MiB of data");
            }
        }

        CsvConfiguration settings = new(System.Globalization.CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        };
        using CsvParser parser = new(new StringReader(text.ToString()), settings);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (parser.Read())
        {
            rows.Add([.. parser.Record!]);
        }

        return rows.ToImmutable();
    }

    private const string Folder = "data/";

    private static string ResourceOf(string name) => Folder + name;
}
