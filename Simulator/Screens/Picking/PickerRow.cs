using System.Collections.Immutable;
using Lessons;
using Simulator.Learning;

namespace Simulator.Screens.Picking;

/// <summary>A row of the list: a chapter's heading, or a lesson.</summary>
internal abstract record PickerRow
{
    /// <summary>The rows of a list: the lessons that are shown, each chapter's under its heading. Without chapters there are no headings.</summary>
    public static ImmutableArray<PickerRow> Of(PickerScreen picker, Progress progress)
    {
        bool hasChapters = picker.Lessons.Any(lesson => lesson.Chapter is not null);
        var rows = ImmutableArray.CreateBuilder<PickerRow>();
        foreach (var group in picker.ShownIn(progress).GroupBy(index => picker.Lessons[index].Chapter?.Number))
        {
            if (hasChapters)
            {
                int[] all = [.. Enumerable.Range(0, picker.Lessons.Length).Where(index => picker.Lessons[index].Chapter?.Number == group.Key)];
                int done = all.Count(index => picker.StatusIn(progress, index).State == LessonState.Done);
                rows.Add(new ChapterRow(picker.Lessons[all[0]].Chapter, done, all.Length));
            }

            rows.AddRange(group.Select(index => new LessonRow(index)));
        }

        return rows.ToImmutable();
    }
}

/// <summary>A chapter's heading, with how many of all its lessons are done.</summary>
/// <param name="Chapter">The chapter; null for the lessons that belong to none.</param>
/// <param name="Done">How many lessons are done.</param>
/// <param name="All">How many lessons there are.</param>
internal sealed record ChapterRow(Chapter? Chapter, int Done, int All) : PickerRow;

/// <summary>A lesson.</summary>
/// <param name="Index">Which of all lessons it is.</param>
internal sealed record LessonRow(int Index) : PickerRow;
