using System.Text.RegularExpressions;
using Lessons;
using Lessons.Reading;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Tests.App;

/// <summary>Work that may take long: its progress is shown, it can be given up, and keys typed meanwhile are kept.</summary>
public sealed class JobTests
{
    /// <summary>The worked example, going on for a thousand million iterations: minutes on any machine.</summary>
    private static Lesson Far()
    {
        ProblemList problems = new();
        string text = LessonLibrary.TextOf(ScriptedRun.Worked.File).Replace("iterations: 2", "iterations: 1000000000");
        return LessonReader.Parse(text, "far.yaml", problems).ShouldNotBeNull();
    }

    private static int Run(LiveTerminal terminal) =>
        Loop.Run(terminal, new Model { Size = terminal.Size, Language = Language.English, Screen = StepScreen.Open(Far()) });

    [Fact]
    public void Should_give_up_a_long_way_and_stay()
    {
        using LiveTerminal terminal = new();
        terminal
            .On(frame => frame.Contains("before the first step"), "t3l")
            .On(frame => frame.Contains("step 3 of 43"), "G")
            .On(frame => frame.Contains("on the way to iteration 1000000000") && frame.Contains('%'), "<Esc>")
            .On(frame => frame.Contains("Stopped."), "l")
            .On(frame => frame.Contains("step 4 of 43"), "q");
        Run(terminal).ShouldBe(0);

        // Where one came from is still there, with its numbers.
        terminal.Frames.ShouldContain(frame => frame.Contains("Stopped.") && frame.Contains("step 3 of 43") && frame.Contains("0.51998934"));
    }

    [Fact]
    public void Should_keep_what_is_typed_meanwhile()
    {
        using LiveTerminal terminal = new();
        terminal
            .On(frame => frame.Contains("before the first step"), "t:300000000<Enter>")
            .On(frame => frame.Contains("on the way to iteration"), "L")
            .On(frame => frame.Contains("이터레이션 6976745"), "q");
        Run(terminal).ShouldBe(0);
    }

    [Fact]
    public void Should_leave_at_once_when_interrupted()
    {
        using LiveTerminal terminal = new();
        terminal
            .On(frame => frame.Contains("before the first step"), "tG")
            .Do(frame => frame.Contains("on the way to iteration"), () => terminal.Send(new Interrupted(130)));
        Run(terminal).ShouldBe(130);
    }

    [Fact]
    public void Should_show_progress_at_the_size_that_the_screen_has_now()
    {
        using LiveTerminal terminal = new();
        terminal
            .On(frame => frame.Contains("before the first step"), "tG")
            .Do(frame => frame.Contains("on the way to iteration"), () => terminal.Send(new Resized(new Size(60, 10))))
            .On(frame => frame.Split('\n').Length == 10 && frame.Contains("on the way to iteration"), "<Esc>")
            .Do(frame => frame.Split('\n').Length == 10 && frame.Contains("80 × 24"), () => terminal.Send(new Interrupted(0)));
        Run(terminal).ShouldBe(0);
    }

    [Fact]
    public void Should_tell_how_far_it_has_come()
    {
        using LiveTerminal terminal = new();
        terminal
            .On(frame => frame.Contains("before the first step"), "tG")
            .On(frame => PercentIn(frame) > 0, "<Esc>")
            .On(frame => frame.Contains("Stopped."), "q");
        Run(terminal).ShouldBe(0);
        int[] percents = [.. terminal.Frames.Select(PercentIn).OfType<int>()];
        percents.ShouldBe(percents.Order());
        percents[^1].ShouldBeInRange(1, 99);
    }

    /// <summary>How far the line of progress says that it is; null where there is none.</summary>
    private static int? PercentIn(string frame) =>
        Regex.Match(frame, "iteration 1000000000 (?<percent>[0-9]+)%", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? int.Parse(match.Groups["percent"].Value)
            : null;
}
