using System.Collections.Immutable;
using Engine.Time;

namespace Lessons.Checking;

/// <summary>Holds every printed number of a lesson against the engine.</summary>
public static class LessonChecker
{
    /// <summary>One row for each expectation, in the lesson's order.</summary>
    public static ImmutableArray<CheckRow> Check(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        Timeline timeline = lesson.NewTimeline();
        return
        [
            .. lesson.Expectations.Select(expectation => new CheckRow(
                lesson.Id,
                expectation.Quantity.Label.ToString(),
                expectation.Quantity.Iteration,
                expectation.Printed,
                expectation.Quantity.ValueIn(timeline.At(expectation.Quantity.Iteration)),
                expectation.Source.ToString(),
                expectation.Line)),
            .. lesson.FactExpectations.Select(expectation => new CheckRow(
                lesson.Id,
                expectation.Fact,
                null,
                expectation.Printed,
                lesson.Facts.Values[expectation.Fact],
                expectation.Source.ToString(),
                expectation.Line)),
        ];
    }
}
