using System.Collections.Immutable;
using System.CommandLine;
using Lessons;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The lessons that come with the program, and what the learner has done.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Option<string> format = Choice.Of("--format", "How the list is written", "text", "json");

    public ListVerb()
        : base("list", "Lists the lessons by chapter: id, title, what is done, what each teaches, how many printed numbers it is checked against")
    {
        Options.Add(format);
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator list", "all lessons"),
        new("simulator list --format json", "the same for programs"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        using ProgressStore? store = session.OpenProgress();
        Progress progress = store?.Initial ?? Progress.Empty;
        while (store?.TakeProblem() is { } problem)
        {
            session.Tell($"simulator: {problem(session.Words)}");
        }

        if (arguments.GetValue(format) == "json")
        {
            DataWriter.WriteJson(session, LessonLibrary.All.Select(lesson => RecordOf(lesson, session, progress)));
            return ExitCode.AllRight;
        }

        PickerScreen list = new(LessonLibrary.All);
        foreach (PickerRow row in PickerRow.Of(list, progress))
        {
            switch (row)
            {
                case ChapterRow chapter:
                    session.Page.Line(
                        new InkedText(chapter.TitleIn(session.Language), Ink.Title), new InkedText($" · {chapter.Done}/{chapter.All}", Ink.Muted));
                    break;
                case LessonRow lesson:
                    Write(session, list.Lessons[lesson.Index], list.StatusIn(progress, lesson.Index));
                    break;
            }
        }

        return ExitCode.AllRight;
    }

    private static DataRecord RecordOf(Lesson lesson, Session session, Progress progress)
    {
        LessonStatus status = LessonStatus.Of(lesson, progress.In(lesson.Id));
        return new DataRecord(
            ("id", lesson.Id),
            ("title", lesson.Title.In(session.Language)),
            ("titleEnglish", lesson.Title.English),
            ("titleKorean", lesson.Title.Korean),
            ("summary", lesson.Summary.In(session.Language)),
            ("concepts", lesson.Concepts),
            ("numbers", lesson.PrintedNumbers),
            ("chapter", lesson.Chapter?.Id),
            ("status", NameOf(status.State)),
            ("solved", status.Solved),
            ("exercises", status.Exercises));
    }

    private static void Write(Session session, Lesson lesson, LessonStatus status)
    {
        PickerWords words = session.Words.Picker;
        string solved = status.Exercises > 0 ? $" · {words.Solved(status.Solved, status.Exercises)}" : "";
        session.Page.Line(
            new InkedText("  "),
            new InkedText(lesson.Id, Ink.Strong),
            new InkedText("  "),
            new InkedText(lesson.Title.In(session.Language), Ink.Title),
            new InkedText("  "),
            new InkedText($"{words.Status(status)}{solved}", status.State == LessonState.Done ? Ink.Good : Ink.Text));
        session.Page.Paragraph($"{lesson.Summary.In(session.Language)} {session.Words.NumbersChecked(lesson.PrintedNumbers)}.", indent: 4);
    }

    /// <summary>The state as programs read it, the same in every language.</summary>
    private static string NameOf(LessonState state) => state switch
    {
        LessonState.Done => "done",
        LessonState.InProgress => "in-progress",
        _ => "not-begun",
    };
}
