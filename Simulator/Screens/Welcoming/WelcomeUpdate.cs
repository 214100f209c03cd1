using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Screens.Welcoming;

/// <summary>
/// The welcome goes along with what a person does in a real lesson: each key does what it does without the welcome, and where
/// that is what a box waits for, the next one follows.
/// </summary>
internal static class WelcomeUpdate
{
    /// <summary>The lesson in which the keys are taught: the worked example.</summary>
    public const string LessonId = "backprop-2-2-2";

    /// <summary>The tour's stop at which it begins, h1: its formula has a number that was computed before and can be followed.</summary>
    private const int FirstStop = 2;

    /// <summary>Begins the program: with the lesson that was on the screen last, and at a learner's first start with the welcome.</summary>
    /// <param name="model">The model with the list of lessons on the screen.</param>
    /// <param name="welcomes">Whether a first start can be told from another, because something is kept.</param>
    public static Model Start(Model model, bool welcomes)
    {
        Model started = model.Screen is PickerScreen picker ? model with { Screen = picker.At(model.Progress.LastLesson) } : model;
        return welcomes && !model.Progress.IsWelcomed ? Begin(started, returnsTo: null) : started;
    }

    /// <summary>Opens the lesson with the first box over it.</summary>
    public static Model Begin(Model model, Screen? returnsTo) => LessonLibrary.Find(LessonId) is { } lesson
        ? model with
        {
            Picker = model.Screen is PickerScreen list ? list.At(LessonId) : model.Picker,
            Screen = StepScreen.Open(lesson).AtStop(FirstStop),
            Welcome = new WelcomeState(WelcomeStep.Forward, returnsTo),
        }
        : model;

    /// <summary>What comes of a key while the welcome is shown.</summary>
    /// <param name="before">The model before the key.</param>
    /// <param name="outcome">What came of it as of any key.</param>
    /// <param name="key">The key.</param>
    public static Outcome After(Model before, Outcome outcome, Key key)
    {
        if (before.Welcome is not { } welcome || before.Screen is not StepScreen from)
        {
            return outcome;
        }

        Model after = outcome.Model;
        if (key.Code == KeyCode.Escape && from.Prompt is null && before.HelpScroll is null && before.Pending.IsEmpty)
        {
            return outcome with { Model = Ended(after, welcome, words => words.Picker.Welcome.Skipped(after.KeyOf(UserAction.Welcome))) };
        }

        if (after.Screen is not StepScreen to)
        {
            return outcome with { Model = after with { Welcome = null, Progress = after.Progress with { IsWelcomed = true } } };
        }

        if (after.Welcome != welcome || !IsDone(welcome.Step, before, from, after, to))
        {
            return outcome;
        }

        return outcome with
        {
            Model = welcome.Step < WelcomeStep.Help
                ? after with { Welcome = welcome with { Step = welcome.Step + 1 } }
                : Ended(after, welcome, words => welcome.ReturnsTo is null ? words.Picker.Welcome.Done(after.KeyOf(UserAction.Leave)) : words.Picker.Welcome.DoneAgain),
        };
    }

    private static bool IsDone(WelcomeStep step, Model before, StepScreen from, Model after, StepScreen to) => step switch
    {
        WelcomeStep.Forward => to.Moment > from.Moment,
        WelcomeStep.Back => to.Moment < from.Moment,
        WelcomeStep.Choose => to.Focus is not null,
        WelcomeStep.Follow => to.Trail.Count() > from.Trail.Count(),
        WelcomeStep.Return => to.Trail.Count() < from.Trail.Count(),
        WelcomeStep.GoTo => from.Prompt is not null && to.Prompt is null && to.Trail.Count() > from.Trail.Count(),
        _ => before.HelpScroll is not null && after.HelpScroll is null,
    };

    /// <summary>The welcome is over: at the first start the lesson begins now, otherwise what was on the screen comes back.</summary>
    private static Model Ended(Model model, WelcomeState welcome, Func<Words, string> notice)
    {
        Model back = welcome.ReturnsTo is { } screen ? model with { Screen = screen }
            : model.Screen is StepScreen { Lesson: var lesson } ? Opening.Open(model, lesson)
            : model;
        return back with
        {
            Welcome = null,
            Progress = model.Progress with { IsWelcomed = true },
            Notice = new Notice(notice, IsDone: true),
        };
    }
}
