using Lessons;
using Simulator.Screens.Picking;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>What the program does without a verb: it lets the person choose a lesson.</summary>
internal static class Picker
{
    /// <summary>The lesson that is shown where nobody can choose: the worked example.</summary>
    private const string ExampleId = "backprop-2-2-2";

    public static int Run(Session session)
    {
        if (session.Context.NoTerminal is not { } reason)
        {
            return session.Open(_ => new PickerScreen(LessonLibrary.All));
        }

        session.Tell($"simulator: {reason}");
        session.Page.Paragraph(session.Words.OpenInTerminal);
        session.Page.Table(
            [
                [new InkedText("simulator", Ink.Strong), new InkedText(session.Words.PickerHint)],
                [new InkedText($"simulator play {ExampleId}", Ink.Strong), new InkedText(session.Words.Action(App.UserAction.Open))],
                [new InkedText("simulator --help", Ink.Strong), new InkedText(session.Words.AllCommands)],
            ],
            indent: 2);
        session.Page.Line();
        if (LessonLibrary.Find(ExampleId) is { } example)
        {
            TraceText.WriteLesson(session, example);
        }

        return ExitCode.AllRight;
    }
}
