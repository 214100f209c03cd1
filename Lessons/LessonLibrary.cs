using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Lessons.Reading;

namespace Lessons;

/// <summary>The lessons that come with the program.</summary>
public static class LessonLibrary
{
    private const string Extension = ".yaml";

    /// <summary>A lesson's file begins with its place in the order of study, as in <c>041-backprop-2-2-2.yaml</c>.</summary>
    private const int PrefixLength = 4;

    private static readonly Assembly Assembly = typeof(LessonLibrary).Assembly;
    private static readonly ConcurrentDictionary<string, Lazy<(Lesson? Lesson, ProblemList Problems)>> Readings = new();
    private static readonly Lazy<ImmutableArray<Lesson>> Shipped = new(ReadAll);

    /// <summary>All lessons in their order of study.</summary>
    /// <exception cref="InvalidDataException">A shipped file is not right; the message holds every problem.</exception>
    public static ImmutableArray<Lesson> All => Shipped.Value;

    /// <summary>The ids of all lessons in their order of study, known without reading the lessons.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. FilesOf().Select(IdOf)];

    /// <summary>The chapters of the course, in their order; not all need have lessons.</summary>
    public static ImmutableArray<Chapter> Chapters => ChapterList.All;

    /// <summary>The lesson with the given id, the only one that is read; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The shipped file is not right; the message holds every problem.</exception>
    public static Lesson? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FilesOf().FirstOrDefault(file => IdOf(file) == id) is not { } file ? null
            : Read(file) is ({ } lesson, _) ? lesson
            : throw new InvalidDataException(Read(file).Problems.ToString());
    }

    /// <summary>A shipped lesson's file as it is written, for authors to begin with.</summary>
    /// <param name="fileName">The file's name, as <see cref="Lesson.File"/> gives it.</param>
    public static string TextOf(string fileName)
    {
        using Stream stream = Assembly.GetManifestResourceStream(fileName)
            ?? throw new ArgumentException($"No lesson file '{fileName}' is shipped.", nameof(fileName));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> FilesOf() => Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Extension, StringComparison.Ordinal) && char.IsAsciiDigit(name[0]))
        .Order(StringComparer.Ordinal);

    private static string IdOf(string file) => file[PrefixLength..^Extension.Length];

    private static (Lesson? Lesson, ProblemList Problems) Read(string file) => Readings.GetOrAdd(file, name => new(() =>
    {
        ProblemList problems = new();
        return (LessonReader.Parse(TextOf(name), name, problems), problems);
    })).Value;

    private static ImmutableArray<Lesson> ReadAll()
    {
        ImmutableArray<(Lesson? Lesson, ProblemList Problems)> readings = [.. FilesOf().AsParallel().AsOrdered().Select(Read)];
        string problems = string.Join('\n', readings.Where(reading => reading.Problems.Count > 0).Select(reading => reading.Problems));
        return problems.Length == 0 ? [.. readings.Select(reading => reading.Lesson!)] : throw new InvalidDataException(problems);
    }
}
