using System.Collections.Immutable;
using System.Globalization;
using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Transcripts;

namespace Simulator.Commands;

/// <summary>Lessons as sentences on standard output: plain lines, no colour, nothing for a cursor.</summary>
internal static class Transcript
{
    /// <summary>The whole lesson.</summary>
    public static void WriteAll(Session session, Lesson lesson)
    {
        TextPage page = PageOf(session);
        foreach (string line in LessonTranscript.LinesOf(lesson, session.Language))
        {
            page.Line(line);
        }
    }

    /// <summary>What keys of a script do.</summary>
    public static int Play(Session session, StepScreen opened, Message first, ImmutableArray<Input> inputs)
    {
        using ProgressStore? store = session.IsLearnerNamed ? session.OpenProgress() : null;
        return LoopOf(session, opened, store).Run(inputs, first);
    }

    /// <summary>What a person asks for, line by line.</summary>
    public static int Converse(Session session, Screen opened, Message first)
    {
        using TextReader lines = session.Context.OpenInput();
        return Converse(session, opened, first, lines);
    }

    /// <summary>Lists the lessons and goes to the one that is chosen by its number or id.</summary>
    public static int Choose(Session session)
    {
        TextPage page = PageOf(session);
        TranscriptWords words = session.Words.Transcript;
        ImmutableArray<Lesson> lessons = LessonLibrary.All;
        page.Line(words.Lessons);
        for (int index = 0; index < lessons.Length; index++)
        {
            page.Line(words.Row(index + 1, $"{SpokenText.Of(lessons[index].Title.In(session.Language), session.Language)}, {lessons[index].Id}"));
        }

        if (!session.Context.IsInputTerminal)
        {
            return ExitCode.AllRight;
        }

        using TextReader lines = session.Context.OpenInput();
        while (true)
        {
            page.Line(words.ChooseLesson);
            session.Context.Out.Flush();
            string? line = lines.ReadLine()?.Trim();
            if (line is null || TypedCommand.Parse(line) is { Command: TranscriptCommand.Quit })
            {
                return ExitCode.AllRight;
            }

            Lesson? chosen = int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= lessons.Length
                ? lessons[number - 1]
                : lessons.FirstOrDefault(lesson => lesson.Id == line);
            if (chosen is not null)
            {
                return Converse(session, StepScreen.Open(chosen), new Changed(model => Opening.Open(model, chosen)), lines);
            }

            page.Line(words.NoSuchLesson(line));
        }
    }

    private static int Converse(Session session, Screen opened, Message first, TextReader lines)
    {
        using ProgressStore? store = session.OpenProgress();
        return LoopOf(session, opened, store).Run(lines, first);
    }

    private static TranscriptLoop LoopOf(Session session, Screen opened, ProgressStore? store) => new(
        PageOf(session),
        session.Context.Out.Flush,
        session.NewModel(opened, Model.SmallestSize, store?.Initial ?? Progress.Empty),
        store);

    private static TextPage PageOf(Session session) => new(session.Context.Out, session.Ascii, color: false);
}
