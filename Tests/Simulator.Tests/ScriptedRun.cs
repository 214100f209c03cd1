using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests;

/// <summary>Plays scripted keys through the real loop and keeps the frames.</summary>
internal static class ScriptedRun
{
    public static Lesson Worked => LessonLibrary.Find("backprop-2-2-2")!;

    /// <summary>The frames of a run that begins with the list of lessons: the first before any key, then one a key.</summary>
    public static IReadOnlyList<ScriptedFrame> FromPicker(string keys, Size size, Language language = Language.English) =>
        Run(keys, size, language, new PickerScreen(LessonLibrary.All), out _);

    /// <summary>The frames of a run that begins in a lesson.</summary>
    public static IReadOnlyList<ScriptedFrame> InLesson(string keys, Size size, Language language = Language.English, Lesson? lesson = null) =>
        Run(keys, size, language, StepScreen.Open(lesson ?? Worked), out _);

    public static IReadOnlyList<ScriptedFrame> Run(string keys, Size size, Language language, Screen screen, out int exitCode) =>
        Run(keys, new Model { Size = size, Language = language, Screen = screen }, out exitCode);

    /// <summary>The frames of a run that begins with a model.</summary>
    public static IReadOnlyList<ScriptedFrame> Run(string keys, Model start, out int exitCode)
    {
        KeyScript script = KeyNotation.Parse(keys);
        script.Problems.ShouldBeEmpty();
        using ScriptedTerminal terminal = new(script.Inputs, start.Size);
        exitCode = Loop.Run(terminal, start);
        return terminal.Frames;
    }

    /// <summary>The model after keys, with every job done.</summary>
    public static Model After(string keys, Screen screen, Language language = Language.English) =>
        After(keys, new Model { Size = new Size(120, 36), Language = language, Screen = screen });

    /// <summary>The model after keys in another, with every job done.</summary>
    public static Model After(string keys, Model model)
    {
        foreach (Input input in KeyNotation.Parse(keys).Inputs)
        {
            model = input switch
            {
                KeyPressed pressed => Apply(model, new KeyTyped(pressed.Key)),
                PointerInput pointer => Apply(model, new Pointed(ScreenView.Draw(model).TargetAt(pointer.Column, pointer.Row), pointer.Action)),
                _ => model,
            };
        }

        return model;
    }

    /// <summary>The last frame of a run in the worked lesson, as text.</summary>
    public static string LastFrame(string keys, int columns = 120, int rows = 36, Language language = Language.English) =>
        InLesson(keys, new Size(columns, rows), language)[^1].Text;

    private static Model Apply(Model model, Message message)
    {
        (model, var effects) = Update.Apply(model, message);
        foreach (RunJob run in effects.OfType<RunJob>())
        {
            model = Apply(model, new Changed(run.Job.Run(new Progress<Engine.Time.ReplayProgress>(), CancellationToken.None)));
        }

        return model;
    }
}
