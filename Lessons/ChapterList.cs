using System.Collections.Immutable;
using Lessons.Reading;

namespace Lessons;

/// <summary>The chapters of the course, from the file that ships with the lessons.</summary>
internal static class ChapterList
{
    /// <summary>The file among those of the lessons.</summary>
    public const string File = "chapters.yaml";

    private static readonly Lazy<ImmutableArray<Chapter>> Read = new(() => ShippedList.Read(File, "chapters", (chapter, before) =>
        chapter.RequiredText("id") is { } id && chapter.RequiredLocalized("title") is { } title ? new Chapter(id, before + 1, title) : null));

    /// <summary>All chapters in the order of the course.</summary>
    public static ImmutableArray<Chapter> All => Read.Value;
}
