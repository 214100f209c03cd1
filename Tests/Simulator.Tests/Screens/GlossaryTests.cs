using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Screens;

/// <summary>Terms inside a lesson, and what is kept from the eye while something is asked.</summary>
public sealed class GlossaryTests
{
    [Theory]
    [InlineData("chain<Space>rule")]
    [InlineData("chain-rule")]
    [InlineData("연쇄<Space>법칙")]
    public void Should_say_what_a_term_means(string name)
    {
        Model model = ScriptedRun.After($":term<Space>{name}<Enter>", StepScreen.Open(ScriptedRun.Worked));
        model.Notice!.Text(model.Words).ShouldStartWith("chain rule (연쇄 법칙): ");
    }

    [Fact]
    public void Should_say_that_there_is_no_such_term()
    {
        Model model = ScriptedRun.After(":term<Space>xyzzy<Enter>", StepScreen.Open(ScriptedRun.Worked));
        model.Notice!.Text(model.Words).ShouldContain("xyzzy");
        model.Notice!.IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Language.English, "sigmoid (시그모이드)")]
    [InlineData(Language.Korean, "시그모이드 (sigmoid)")]
    public void Should_be_in_the_help_of_the_lesson_that_teaches_them(Language language, string heading)
    {
        Model model = new() { Size = new Size(120, 36), Language = language, Screen = StepScreen.Open(ScriptedRun.Worked) };
        HelpLines.Of(model).ShouldContain(line => line.Keys.EndsWith(heading, StringComparison.Ordinal) && line.Text.Length == 0);
        HelpLines.Of(model).ShouldNotContain(line => line.Keys.Contains("Adam", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_name_what_there_is_to_choose_in_front_of_a_class()
    {
        StepScreen screen = (StepScreen)ScriptedRun.After(":dE_total/do1<Enter>", StepScreen.Open(ScriptedRun.Worked)).Screen;
        ClassView.QuestionOf(screen).English.ShouldEndWith("1) Positive   2) Negative   3) Zero");
    }

    [Fact]
    public void Should_not_tell_below_a_picture_what_is_covered()
    {
        StepScreen screen = (StepScreen)ScriptedRun.After(":dE_total/dz3<Enter>:dz3/dw5<Enter>", StepScreen.Open(ScriptedRun.Worked)).Screen;
        new PictureNumbers(screen).LookedValue.ShouldNotBeNull();
        new PictureNumbers(screen with { Cover = Cover.Formula }).LookedValue.ShouldBeNull();
    }
}
