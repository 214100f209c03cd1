using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Picking;
using Simulator.Terminal;

namespace Simulator.Tests.Screens;

/// <summary>A course as large as the whole one: 45 lessons in 14 chapters, some of them done.</summary>
internal static class ManyLessons
{
    private static readonly string[] English = ["A long way down to the smallest error there is", "Momentum", "Weights that begin too large", "Two layers, three gates"];
    private static readonly string[] Korean = ["오차가 가장 작은 곳까지 내려가는 먼 길", "모멘텀", "너무 크게 시작한 가중치", "층 둘, 게이트 셋"];

    /// <summary>Lesson n of chapter (n − 1) · 14 / 45 + 1; the worked example, with its exercises, is lesson 12.</summary>
    public static ImmutableArray<Lesson> All { get; } = [.. Enumerable.Range(1, 45).Select(Number)];

    /// <summary>Every exercise of the worked example but one is solved, three lessons are done, two begun.</summary>
    public static Progress Begun { get; } = new()
    {
        LastLesson = "lesson-05",
        Lessons = Progress.Empty.Lessons
            .Add("lesson-01", Seen(26))
            .Add("lesson-02", Seen(26))
            .Add("lesson-04", Seen(26))
            .Add("lesson-05", Seen(12))
            .Add("backprop-2-2-2", Seen(3)),
    };

    public static Model Start(Size size, Language language) =>
        new() { Size = size, Language = language, Progress = Begun, Screen = new PickerScreen(All).At(Begun.LastLesson) };

    /// <summary>A lesson of which so many stops were seen.</summary>
    public static LessonProgress Seen(int stops) => new() { FarthestStop = stops - 1, Place = new SavedPlace(7 * stops, stops - 1) };

    private static Lesson Number(int number)
    {
        Lesson worked = ScriptedRun.Worked;
        Chapter chapter = LessonLibrary.Chapters[(number - 1) * 14 / 45];
        return number == 12
            ? worked with { Chapter = chapter }
            : worked with
            {
                Id = $"lesson-{number:00}",
                Title = new LocalizedText($"{English[number % 4]} {number}", $"{Korean[number % 4]} {number}"),
                Chapter = chapter,
                Exercises = [],
            };
    }
}
