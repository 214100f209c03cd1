using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>What the program does without a verb: it lets the person choose a lesson.</summary>
internal static class Picker
{
    public static int Run(Session session)
    {
        if (session.Context.NoTerminal is not { } reason)
        {
            return session.Open(
                new PickerScreen(LessonLibrary.All),
                new Changed(model => WelcomeUpdate.Start(model, welcomes: session.Context.DataDirectory is not null)));
        }

        session.Tell($"simulator: {reason}");
        session.Page.Paragraph(session.Words.OpenInTerminal);
        session.Page.Table(
            [
                [new InkedText("simulator", Ink.Strong), new InkedText(session.Words.PickerHint)],
                [new InkedText($"simulator play {WelcomeUpdate.LessonId}", Ink.Strong), new InkedText(session.Words.Action(UserAction.Open))],
                [new InkedText("simulator --help", Ink.Strong), new InkedText(session.Words.AllCommands)],
            ],
            indent: 2);
        session.Page.Line();
        if (LessonLibrary.Find(WelcomeUpdate.LessonId) is { } example)
        {
            TraceText.WriteLesson(session, example);
        }

        return ExitCode.AllRight;
    }
}
