using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Learning;
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
    public static int Play(Session session, StepScreen opened, StepScreen first, ImmutableArray<Input> inputs) =>
        LoopOf(session, opened).Run(inputs, first);

    /// <summary>What a person asks for, line by line.</summary>
    public static int Converse(Session session, Screen opened, Screen first)
    {
        using TextReader lines = session.Context.OpenInput();
        return LoopOf(session, opened).Run(lines, first);
    }

    private static TranscriptLoop LoopOf(Session session, Screen opened) => new(
        PageOf(session),
        session.Context.Out.Flush,
        session.NewModel(opened, Model.SmallestSize, Progress.Empty));

    private static TextPage PageOf(Session session) => new(session.Context.Out, session.Ascii, color: false);
}
