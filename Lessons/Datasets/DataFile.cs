using System.Buffers.Binary;
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

    /// <summary>The most rows that are read, and the most cells.</summary>
    public const int MostRows = 1_000_000;

    /// <inheritdoc cref="MostRows"/>
    public const int MostCells = 20_000_000;

    /// <summary>Where shipped files are among the resources.</summary>
    private const string Folder = "data/";

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

        return typeof(DataFile).Assembly.GetManifestResourceStream(Folder + name);
    }

    /// <summary>Whether a name leads to a file beside the lesson or below it, and nowhere else.</summary>
    public static bool IsBeside(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");
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
        using Stream plain = isCompressed ? Unpack(content) : content;
        using StreamReader reader = new(plain, new UTF8Encoding(false, throwOnInvalidBytes: true));
        char[] buffer = new char[1 << 16];
        StringBuilder text = new();
        for (int read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            text.Append(buffer, 0, read);
            RequireFits(text.Length <= MostCharacters);
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
        long cells = 0;
        while (parser.Read())
        {
            rows.Add([.. parser.Record!]);
            cells += rows[^1].Length;
            if (rows.Count > MostRows || cells > MostCells)
            {
                throw new InvalidDataException($"more than {MostRows:N0} rows or {MostCells:N0} cells");
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>What a gzip file holds, whole: its last four bytes say how much that is.</summary>
    private static MemoryStream Unpack(Stream content)
    {
        const int TrailerLength = 4;
        using MemoryStream packed = new();
        using (content)
        {
            RequireFits(CopyWithin(content, packed));
        }

        packed.Position = 0;
        MemoryStream plain = new();
        using GZipStream unpacking = new(packed, CompressionMode.Decompress, leaveOpen: true);
        bool fits;
        try
        {
            fits = CopyWithin(unpacking, plain);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException("not compressed with gzip, or damaged", exception);
        }

        RequireFits(fits);
        ReadOnlySpan<byte> bytes = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        if (bytes.Length < TrailerLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes[^TrailerLength..]) != (uint)plain.Length)
        {
            throw new InvalidDataException("cut off or damaged");
        }

        plain.Position = 0;
        return plain;
    }

    /// <summary>Copies a stream; whether it ends before it is too large.</summary>
    private static bool CopyWithin(Stream from, MemoryStream to)
    {
        byte[] buffer = new byte[1 << 16];
        for (int read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            to.Write(buffer, 0, read);
            if (to.Length > MostCharacters)
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireFits(bool fits)
    {
        if (!fits)
        {
            throw new InvalidDataException($"more than {MostCharacters / (1024 * 1024)} MiB of data");
        }
    }
}
