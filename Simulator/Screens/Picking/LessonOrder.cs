using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping;

namespace Simulator.Screens.Picking;

/// <summary>From one lesson to the next in the order of the course, whatever the list shows.</summary>
internal static class LessonOrder
{
    /// <summary>Whether a lesson follows the one on the screen.</summary>
    public static bool HasNext(Model model, StepScreen screen)
    {
        ImmutableArray<string> ids = IdsIn(model);
        int here = ids.IndexOf(screen.Lesson.Id);
        return here >= 0 && here + 1 < ids.Length;
    }

    /// <summary>Opens the lesson so many after the one on the screen, or before it; the last or first where there are not so many.</summary>
    public static Model Go(Model model, StepScreen screen, int count)
    {
        ImmutableArray<string> ids = IdsIn(model);
        int here = ids.IndexOf(screen.Lesson.Id);
        if (here < 0)
        {
            return model with { Notice = new Notice(words => words.Picker.NotInList) };
        }

        int there = (int)Math.Clamp((long)here + count, 0, ids.Length - 1);
        return there == here
            ? model with { Notice = new Notice(count > 0 ? words => words.Picker.IsLastLesson : words => words.Picker.IsFirstLesson) }
            : Opening.Open(model with { Picker = model.Picker is { } picker ? picker with { Selected = there } : null }, LessonOf(model, there));
    }

    private static ImmutableArray<string> IdsIn(Model model) =>
        model.Picker is { } picker ? [.. picker.Lessons.Select(lesson => lesson.Id)] : LessonLibrary.Ids;

    private static Lesson LessonOf(Model model, int index) => model.Picker?.Lessons[index] ?? LessonLibrary.Find(LessonLibrary.Ids[index])!;
}
