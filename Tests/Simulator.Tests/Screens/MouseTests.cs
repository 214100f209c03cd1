using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Palette;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Screens;

/// <summary>What is clicked is found by what the frame shows there, in both languages and a small and a large window.</summary>
public sealed class MouseTests
{
    public static TheoryData<int, int, string> Windows() => new() { { 80, 24, "en" }, { 80, 24, "ko" }, { 160, 48, "en" }, { 160, 48, "ko" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Should_go_to_a_number_that_is_clicked(int columns, int rows, string language)
    {
        Model model = In("t20l", columns, rows, language);

        // A unit in the drawing, a weight on its edge, and a row of the table.
        LabelAfter(Click(model, " h2 ")).ShouldBe("h2");
        LabelAfter(Click(model, "w5 0.45")).ShouldBe("w5");
        LabelAfter(Click(model, "E_o2 ", isLast: true)).ShouldBe("E_o2");
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Should_follow_a_number_of_the_formula(int columns, int rows, string language) =>
        LabelAfter(Click(In(":z3<Enter>", columns, rows, language), "h1 + ")).ShouldBe("h1");

    [Theory]
    [MemberData(nameof(Windows))]
    public void Should_press_the_key_that_is_named_at_the_bottom(int columns, int rows, string language)
    {
        Model model = In("", columns, rows, language);
        LabelAfter(Click(model, language == "en" ? "next" : "다음")).ShouldBe("z1");
        Click(model, language == "en" ? "? help" : "? 도움말").HelpScroll.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Should_choose_and_then_answer_in_an_exercise(int columns, int rows, string language)
    {
        Model model = In(":exercise<Space>sign-of-the-error<Enter>", columns, rows, language);
        string right = language == "en" ? "Positive" : "양수";
        Model chosen = Click(model, right);
        ((StepScreen)chosen.Screen).Exercise!.Chosen.ShouldBe(0);
        ((StepScreen)chosen.Screen).Exercise!.IsSolved.ShouldBeFalse();
        ((StepScreen)Click(chosen, right).Screen).Exercise!.IsSolved.ShouldBeTrue();
    }

    [Fact]
    public void Should_take_a_suggestion_that_is_clicked()
    {
        Model model = In(":level<Space>", 80, 24, "en");
        ((StepScreen)model.Screen).Prompt.ShouldBeOfType<Prompt>();
        StepScreen screen = (StepScreen)Click(model, "level phase").Screen;
        screen.Level.ShouldBe(StepSize.Phase);
        screen.Prompt.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Should_choose_a_lesson_and_then_open_it(int columns, int rows, string language)
    {
        Size size = new(columns, rows);
        Lesson second = ScriptedRun.Worked with { Id = "second", Title = new LocalizedText("Second of all", "둘째 강의") };
        Model list = new() { Size = size, Language = language == "ko" ? Language.Korean : Language.English, Screen = new PickerScreen([ScriptedRun.Worked, second]) };
        string title = second.Title.In(list.Language);
        Model chosen = Click(list, title);
        ((PickerScreen)chosen.Screen).Selected.ShouldBe(1);
        Click(chosen, $"▶ {title}").Screen.ShouldBeOfType<StepScreen>().Lesson.Id.ShouldBe("second");
    }

    [Fact]
    public void Should_go_through_time_with_the_wheel_and_to_a_place_on_its_line()
    {
        Model model = In("t5l", 80, 24, "en");
        LabelAfter(At(model, 5, 5, PointerAction.WheelDown)).ShouldBe("z4");
        LabelAfter(At(model, 5, 5, PointerAction.WheelUp)).ShouldBe("h2");
        StepScreen end = (StepScreen)At(model, 78, 22, PointerAction.Click).Screen;
        end.Moment.Iteration.ShouldBe(2);
    }

    [Fact]
    public void Should_scroll_the_help_and_close_it()
    {
        Model help = In("?", 80, 24, "en");
        Model scrolled = At(help, 40, 10, PointerAction.WheelDown);
        scrolled.HelpScroll.ShouldBe(1);
        At(scrolled, 40, 10, PointerAction.Click).HelpScroll.ShouldBeNull();
    }

    [Fact]
    public void Should_reveal_with_the_wheel_in_class_and_keep_what_is_gone_to_covered()
    {
        Model model = In("H<PageDown>", 80, 24, "en");
        ((StepScreen)model.Screen).Cover.ShouldNotBeNull();
        ((StepScreen)At(model, 5, 5, PointerAction.WheelDown).Screen).Cover.ShouldBeNull();
        ((StepScreen)Click(model, "o1 ").Screen).Cover.ShouldNotBeNull();
    }

    [Fact]
    public void Should_do_nothing_where_nothing_is_pointed_at_or_seen()
    {
        Model model = In("t3l", 80, 24, "en");
        ((StepScreen)At(model, 0, 1, PointerAction.Click).Screen).Moment.ShouldBe(((StepScreen)model.Screen).Moment);
        Model small = model with { Size = new Size(40, 10) };
        At(small, 5, 5, PointerAction.WheelDown).ShouldBe(small);
        At(model, 5000, 5000, PointerAction.Click).Screen.ShouldBeOfType<StepScreen>();
    }

    private static Model In(string keys, int columns, int rows, string language) => ScriptedRun.After(
        keys, new Model { Size = new Size(columns, rows), Language = language == "ko" ? Language.Korean : Language.English, Screen = StepScreen.Open(ScriptedRun.Worked) });

    private static string LabelAfter(Model model) => ((StepScreen)model.Screen).Looked!.Label.ToString();

    /// <summary>Clicks on the first, or the last, place where a text stands.</summary>
    private static Model Click(Model model, string text, bool isLast = false)
    {
        string[] lines = ScreenView.Draw(model).ToText().Split('\n');
        int[] rows = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains(text, StringComparison.Ordinal))];
        rows.Length.ShouldBeGreaterThan(0, $"'{text}' is nowhere:\n{string.Join('\n', lines)}");
        int chosen = isLast ? rows[^1] : rows[0];
        int index = lines[chosen].IndexOf(text, StringComparison.Ordinal) + (text.Length - text.TrimStart().Length);
        return At(model, CellWidth.Of(lines[chosen][..index]), chosen, PointerAction.Click);
    }

    private static Model At(Model model, int column, int row, PointerAction action) =>
        Update.Apply(model, new Pointed(ScreenView.Draw(model).TargetAt(column, row), action)).Model;
}
