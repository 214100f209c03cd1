using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.Views;

/// <summary>The welcome's box. It lies over the lesson's words, so that what it speaks about is seen; while something is typed or asked, in the other corner.</summary>
internal static class WelcomeView
{
    private const int Columns = 51;
    private const int Rows = 6;

    public static void Draw(Canvas canvas, Model model, StepScreen screen, WelcomeState welcome)
    {
        WelcomeWords words = model.Words.Picker.Welcome;
        Region box = screen.Prompt is null && screen.Exercise is not { IsOpen: true }
            ? StepScreenView.WordsRegion(canvas.Size)
            : new Region(canvas.Size.Columns - Columns, 1, Columns, Rows);
        canvas.Fill(box);
        canvas.Target(box, Target.None);
        string dots = new string('●', welcome.Key) + new string('○', WelcomeState.Keys - welcome.Key);
        canvas.Box(box, $"{words.Title} {dots} {welcome.Key}/{WelcomeState.Keys}", Ink.Accent);
        Region inner = box.Inset(2, 1);
        IReadOnlyList<string> lines = CellWidth.Wrap(TextOf(model, screen, welcome, words), inner.Columns);
        for (int index = 0; index < Math.Min(lines.Count, inner.Rows - 1); index++)
        {
            canvas.Write(inner.Column, inner.Row + index, lines[index], Ink.Strong, inner.Columns);
        }

        string foot = words.Skip(KeyMap.DisplayOf(Key.Named(KeyCode.Escape)))
            + (welcome.Step == WelcomeStep.Forward ? $" · {words.OtherLanguage(model.KeyOf(UserAction.Language))}" : "");
        canvas.Write(inner.Column, inner.Row + inner.Rows - 1, foot, Ink.Muted, inner.Columns);
    }

    private static string TextOf(Model model, StepScreen screen, WelcomeState welcome, WelcomeWords words) => welcome.Step switch
    {
        WelcomeStep.Forward => words.Forward(model.KeyOf(UserAction.Next)),
        WelcomeStep.Choose or WelcomeStep.Follow when screen.Looked is null => words.NothingHere(model.KeyOf(UserAction.Next)),
        WelcomeStep.Back => words.Back(model.KeyOf(UserAction.Back)),
        WelcomeStep.Choose => words.Choose(model.KeyOf(UserAction.FocusNext)),
        WelcomeStep.Follow when screen.Focus is null => words.Choose(model.KeyOf(UserAction.FocusNext)),
        WelcomeStep.Follow => words.Follow(model.KeyOf(UserAction.Follow)),
        WelcomeStep.Return => words.Return(model.KeyOf(UserAction.Return)),
        WelcomeStep.GoTo => words.GoTo(model.KeyOf(UserAction.GoTo), model.KeyOf(UserAction.Answer), model.KeyOf(UserAction.Hint)),
        _ => words.Help(model.KeyOf(UserAction.Help), model.KeyOf(UserAction.Leave)),
    };
}
