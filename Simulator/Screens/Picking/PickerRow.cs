using System.Collections.Immutable;
using Lessons;
using Simulator.Learning;
using Simulator.Resources;

namespace Simulator.Screens.Picking;

/// <summary>A row of the list: a chapter's heading, or a lesson.</summary>
internal abstract record PickerRow
{
    /// <summary>The rows of a list: the lessons that are shown, each chapter's under its heading. Without chapters there are no headings.</summary>
    public static ImmutableArray<PickerRow> Of(PickerScreen picker, Progress progress)
    {
        bool hasChapters = picker.Lessons.Any(lesson => lesson.Chapter is not null);
        var rows = ImmutableArray.CreateBuilder<PickerRow>();
        Lesson? before = null;
        foreach (int index in picker.ShownIn(progress))
        {
            Lesson lesson = picker.Lessons[index];
            if (hasChapters && (before is null || before.Chapter != lesson.Chapter))
            {
                rows.Add(Heading(lesson.Chapter, picker, progress));
            }

            rows.Add(new LessonRow(index));
            before = lesson;
        }

        return rows.ToImmutable();
    }

    private static ChapterRow Heading(Chapter? chapter, PickerScreen picker, Progress progress)
    {
        int[] all = [.. Enumerable.Range(0, picker.Lessons.Length).Where(index => picker.Lessons[index].Chapter == chapter)];
        return new ChapterRow(chapter, all.Count(index => picker.StatusIn(progress, index).State == LessonState.Done), all.Length);
    }
}

/// <summary>A chapter's heading, with how many of all its lessons are done.</summary>
/// <param name="Chapter">The chapter; null for the lessons that belong to none.</param>
/// <param name="Done">How many lessons are done.</param>
/// <param name="All">How many lessons there are.</param>
internal sealed record ChapterRow(Chapter? Chapter, int Done, int All) : PickerRow
{
    public string TitleIn(Language language) =>
        Chapter is { } chapter ? $"{chapter.Number} {chapter.Title.In(language)}" : Words.In(language).Picker.OtherLessons;
}

/// <summary>A lesson.</summary>
/// <param name="Index">Which of all lessons it is.</param>
internal sealed record LessonRow(int Index) : PickerRow;
