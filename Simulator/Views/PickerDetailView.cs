using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>What there is to know about a lesson before it is opened.</summary>
internal static class PickerDetailView
{
    public static void Draw(Canvas canvas, Region region, Model model, Lesson lesson)
    {
        (string Text, Ink Ink)[] paragraphs =
        [
            (lesson.Title.In(model.Language), Ink.Strong),
            (lesson.Summary.In(model.Language), Ink.Text),
            (FarOf(model, lesson), Ink.Text),
            (SourceOf(model.Words, lesson), Ink.Muted),
        ];
        (string Text, Ink Ink)[] lines =
        [
            .. paragraphs
                .Where(paragraph => paragraph.Text.Length > 0)
                .SelectMany(paragraph => CellWidth.Wrap(paragraph.Text, region.Columns).Select(line => (line, paragraph.Ink))),
        ];
        for (int index = 0; index < Math.Min(lines.Length, region.Rows); index++)
        {
            canvas.Write(region.Column, region.Row + index, lines[index].Text, lines[index].Ink, region.Columns);
        }
    }

    /// <summary>How far the learner is: exercises, the tour, and where the lesson was left.</summary>
    private static string FarOf(Model model, Lesson lesson)
    {
        PickerWords words = model.Words.Picker;
        LessonProgress done = model.Progress.In(lesson.Id);
        LessonStatus status = LessonStatus.Of(lesson, done);
        string[] parts =
        [
            status.Exercises > 0 ? words.SolvedLong(status.Solved, status.Exercises) : "",
            status.Stops > 0 ? words.Seen(status.Stops, status.AllStops) : "",
            done.Place is { } place ? LeftAt(words, lesson, place) : "",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string LeftAt(PickerWords words, Lesson lesson, SavedPlace place) => place switch
    {
        { Number: 0 } => words.LeftAtStart,
        { Stop: { } stop } when stop >= 0 && stop < lesson.Tour.Length => words.LeftAtStop(stop + 1, lesson.Tour.Length),
        _ => words.LeftAfter(place.Number),
    };

    private static string SourceOf(Words words, Lesson lesson) => string.Join(
        " · ",
        new[]
        {
            lesson.PrintedNumbers == 0 ? "" : words.NumbersChecked(lesson.PrintedNumbers),
            lesson.Document is { } document ? words.Picker.Document(document) : "",
        }.Where(part => part.Length > 0));
}
