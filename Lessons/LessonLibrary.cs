using System.Collections.Immutable;
using System.Reflection;
using Lessons.Reading;

namespace Lessons;

/// <summary>The lessons that come with the program.</summary>
public static class LessonLibrary
{
    private static readonly Lazy<ImmutableArray<Lesson>> Shipped = new(ReadAll);

    /// <summary>All lessons in their order of study.</summary>
    /// <exception cref="InvalidDataException">A shipped file is not right; the message holds every problem.</exception>
    public static ImmutableArray<Lesson> All => Shipped.Value;

    /// <summary>The chapters of the course, in their order; not all need have lessons.</summary>
    public static ImmutableArray<Chapter> Chapters => ChapterList.All;

    /// <summary>The lesson with the given id; null where there is none.</summary>
    public static Lesson? Find(string id) => All.FirstOrDefault(lesson => lesson.Id == id);

    /// <summary>A shipped lesson's file as it is written, for authors to begin with.</summary>
    /// <param name="fileName">The file's name, as <see cref="Lesson.File"/> gives it.</param>
    public static string TextOf(string fileName)
    {
        using Stream stream = typeof(LessonLibrary).Assembly.GetManifestResourceStream(fileName)
            ?? throw new ArgumentException($"No lesson file '{fileName}' is shipped.", nameof(fileName));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<Lesson> ReadAll()
    {
        ProblemList problems = new();
        Assembly assembly = typeof(LessonLibrary).Assembly;
        var lessons = ImmutableArray.CreateBuilder<Lesson>();
        foreach (string file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) && name != ChapterList.File).Order())
        {
            if (LessonReader.Parse(TextOf(file), file, problems) is { } lesson)
            {
                lessons.Add(lesson);
            }
        }

        return problems.Count == 0 ? lessons.ToImmutable() : throw new InvalidDataException(problems.ToString());
    }
}
