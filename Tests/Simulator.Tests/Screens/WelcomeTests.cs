using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.Tests.Screens;

/// <summary>The welcome: it goes on when a key did what its box says, and never when it did not.</summary>
public sealed class WelcomeTests
{
    private static readonly Size Size = new(80, 24);

    [Theory]
    [InlineData("", "Forward 1")]
    [InlineData("l", "Back 2")]
    [InlineData("lh", "Choose 3")]
    [InlineData("lhj", "Follow 3")]
    [InlineData("lhj<Enter>", "Return 3")]
    [InlineData("lhj<Enter><Backspace>", "GoTo 4")]
    [InlineData("lhj<Enter><Backspace>:o1<Enter>", "Help 5")]
    [InlineData("lhj<Enter><Backspace>:o1<Enter>?", "Help 5")]
    [InlineData("<Right><Left><Down><Enter><C-o><C-p>o1<Enter>", "Help 5")]
    [InlineData("hz~vjL", "Forward 1")]
    [InlineData("lljz", "Back 2")]
    [InlineData("lhj<Esc>", "over")]
    [InlineData("lhj<Enter><Backspace>:<Esc>", "GoTo 4")]
    [InlineData("lhj<Enter><Backspace>:nowhere<Enter>", "GoTo 4")]
    [InlineData("?<Esc>", "Forward 1")]
    [InlineData("<Esc>", "over")]
    [InlineData("q", "over")]
    [InlineData("lhj<Enter><Backspace>:o1<Enter>?<Esc>", "over")]
    [InlineData("lhj<F3>", "Forward 1")]
    public void Should_go_on_with_what_is_done(string keys, string step)
    {
        Model model = ScriptedRun.After(keys, FirstStart());
        (model.Welcome is { } welcome ? $"{welcome.Step} {welcome.Key}" : "over").ShouldBe(step);
        model.Progress.IsWelcomed.ShouldBe(step == "over");
    }

    [Fact]
    public void Should_begin_in_the_worked_example_at_a_first_start()
    {
        Model model = FirstStart();
        model.Screen.ShouldBeOfType<StepScreen>().Lesson.Id.ShouldBe("backprop-2-2-2");
        ScriptedRun.After("q", model).Screen.ShouldBeOfType<PickerScreen>().Selected.ShouldBe(11);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Should_not_begin_by_itself_again_or_where_nothing_is_kept(bool isWelcomed, bool welcomes)
    {
        Model model = Picker(isWelcomed);
        WelcomeUpdate.Start(model, welcomes).Welcome.ShouldBeNull();
    }

    [Fact]
    public void Should_leave_a_learner_at_the_lessons_beginning_with_the_way_to_the_list()
    {
        Model model = ScriptedRun.After("lhj<Enter><Backspace>:o1<Enter>?<Esc>", FirstStart());
        StepScreen screen = model.Screen.ShouldBeOfType<StepScreen>();
        screen.Moment.IsStart.ShouldBeTrue();
        screen.Stop.ShouldBe(-1);
        model.Notice!.Text(model.Words).ShouldBe("That is all. The list of lessons opens with q.");
    }

    [Theory]
    [InlineData("<F3><Esc>")]
    [InlineData("<F3>lhj<Enter><Backspace>:o1<Enter>?<Esc>")]
    [InlineData("<F3>ll<F3><Esc>")]
    public void Should_come_back_to_where_it_was_asked_for(string keys)
    {
        Model start = ScriptedRun.After("6j<Enter>5l", Picker(isWelcomed: true));
        Model model = ScriptedRun.After(keys, start);
        model.Screen.ShouldBe(start.Screen);
        model.Welcome.ShouldBeNull();
    }

    [Fact]
    public void Should_tell_what_to_do_where_there_is_no_formula()
    {
        Model model = ScriptedRun.After("lhgg", FirstStart());
        model.Screen.ShouldBeOfType<StepScreen>().Moment.IsStart.ShouldBeTrue();
        ScriptedRun.Run("", model, out _)[^1].Text.ShouldContain("Press → first");
    }

    [Fact]
    public void Should_change_its_language()
    {
        string text = ScriptedRun.Run("L", FirstStart(), out _)[^1].Text;
        text.ShouldContain("처음 오셨군요 ●○○○○ 1/5");
        text.ShouldContain("L English");
    }

    [Fact]
    public void Should_not_move_the_place_where_the_lesson_was_left()
    {
        LessonProgress left = ManyLessons.Seen(12);
        Model start = Picker(isWelcomed: true);
        start = start with { Progress = start.Progress.With("backprop-2-2-2", left) };
        ScriptedRun.After("<F3>lhj<Enter><Esc>", start).Progress.In("backprop-2-2-2").ShouldBe(left);
    }

    [Fact]
    public void Should_be_kept()
    {
        var (_, effects) = Update.Apply(FirstStart(), new KeyTyped(Key.Named(KeyCode.Escape)));
        effects.OfType<KeepProgress>().Single().Progress.IsWelcomed.ShouldBeTrue();
    }

    private static Model FirstStart() => WelcomeUpdate.Start(Picker(isWelcomed: false), welcomes: true);

    private static Model Picker(bool isWelcomed) => new()
    {
        Size = Size,
        Language = Language.English,
        Screen = new PickerScreen(ManyLessons.All),
        Progress = Progress.Empty with { IsWelcomed = isWelcomed },
    };
}
