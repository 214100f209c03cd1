using System.Collections.Immutable;
using Lessons.Reading;

namespace Lessons;

/// <summary>The chapters of the course, from the file that ships with the lessons.</summary>
internal static class ChapterList
{
    /// <summary>The file among those of the lessons.</summary>
    public const string File = "chapters.yaml";

    private static readonly Lazy<ImmutableArray<Chapter>> Read = new(ReadAll);

    /// <summary>All chapters in the order of the course.</summary>
    public static ImmutableArray<Chapter> All => Read.Value;

    private static ImmutableArray<Chapter> ReadAll()
    {
        ProblemList problems = new();
        var chapters = ImmutableArray.CreateBuilder<Chapter>();
        if (SourceDocument.Parse(LessonLibrary.TextOf(File), File, problems) is { } root)
        {
            MappingReader reader = new(root, File, problems, "the list of chapters");
            foreach (SourceNode item in reader.RequiredItems("chapters"))
            {
                if (reader.Nodes.Mapping(item, "the chapter") is { } chapter
                    && chapter.RequiredText("id") is { } id
                    && chapter.RequiredLocalized("title") is { } title)
                {
                    chapters.Add(new Chapter(id, chapters.Count + 1, title));
                }
            }

            reader.Finish();
        }

        return problems.Count == 0 ? chapters.ToImmutable() : throw new InvalidDataException(problems.ToString());
    }
}
