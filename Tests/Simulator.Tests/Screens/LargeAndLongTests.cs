using Lessons;
using Lessons.Reading;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Tests.Pictures;
using Simulator.Tests.Screens.Pictures;

namespace Simulator.Tests.Screens;

/// <summary>Moving in large networks and over epochs.</summary>
public sealed class LargeAndLongTests
{
    private static StepScreen After(Lesson lesson, string keys) =>
        (StepScreen)ScriptedRun.After(keys.Replace(" ", "<Space>"), StepScreen.Open(lesson)).Screen;

    /// <summary>Four samples, one an iteration, ten iterations: two epochs and a half.</summary>
    private static Lesson OneByOne()
    {
        ProblemList problems = new();
        return LessonReader.Parse(
            """
            id: one-by-one
            title: { en: One by one, ko: 하나씩 }
            summary: { en: Ten iterations., ko: 이터레이션 열 번입니다. }
            network:
              inputs: [x]
              layers:
                - dense: { units: 1, kernel: [[0.5]], use-bias: false, symbols: { kernel: [[w]], output: [o] } }
              loss: half-squared-error
              optimizer: { sgd: { learning-rate: 0.1 } }
            data: { inputs: [[1], [2], [3], [4]], targets: [[2], [4], [6], [8]] }
            training: { iterations: 10, batch-size: 1 }
            """,
            "one-by-one.yaml",
            problems).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(")", 4, true)]
    [InlineData("2)", 8, true)]
    [InlineData("3)", 10, true)]
    [InlineData("9)", 10, true)]
    [InlineData("3)(", 8, true)]
    [InlineData("3)2(", 4, true)]
    [InlineData(")l)", 8, true)]
    [InlineData(")l(", 4, true)]
    [InlineData(":epoch 2<Enter>", 5, false)]
    [InlineData(":epoch 3<Enter>", 9, false)]
    [InlineData(":iteration 6<Enter>:set w = 1<Enter>)", 8, true)]
    [InlineData(":iteration 6<Enter>:set w = 1<Enter>))", 10, true)]
    [InlineData(":level epoch<Enter>2l", 8, true)]
    public void Should_move_by_epochs(string keys, int iteration, bool isAtEnd)
    {
        StepScreen screen = After(OneByOne(), keys);
        screen.Moment.Iteration.ShouldBe(iteration);
        (screen.Timeline.Next(screen.Moment, Engine.Time.Level.Iteration) == screen.Moment
            || screen.Timeline.OrdinalOf(screen.Moment) % screen.Timeline.NumbersPerIteration == 0).ShouldBe(isAtEnd);
    }

    /// <summary>An update is the weight minus Adam's step, whichever of the 118,000 parameters it is.</summary>
    [Theory]
    [InlineData("W1[1,1]")]
    [InlineData("W1[784,128]")]
    [InlineData("W1[413,77]")]
    [InlineData("b1[64]")]
    [InlineData("W2[128,1]")]
    [InlineData("W2[57,3]")]
    [InlineData("W3[128,10]")]
    [InlineData("b3[10]")]
    public void Should_find_and_explain_any_weight(string weight)
    {
        string given = ScriptedRun.InLesson($":{weight}<Enter>", new Size(120, 36), lesson: DrawingLessons.Large)[^1].Text;
        given.ShouldContain($"{weight} = ");
        string updated = ScriptedRun.InLesson($":{weight}+<Enter>", new Size(120, 36), lesson: DrawingLessons.Large)[^1].Text;
        updated.ShouldContain($"{weight}⁺ = {weight} − ");
        string gradient = ScriptedRun.InLesson($":dE_total/d{weight}<Enter>", new Size(120, 36), lesson: DrawingLessons.Large)[^1].Text;
        gradient.ShouldContain($"∂E_total/∂{weight} = ");
    }

    /// <summary>Without activations and with a learning rate of 10^100 nothing stays finite; a picture of them says what its signs mean.</summary>
    [Theory]
    [InlineData("surface")]
    [InlineData("boundary")]
    public void Should_say_where_a_picture_has_no_finite_number(string picture) =>
        ScriptedRun.InLesson($":set<Space>activation=linear;activation[2]=linear;alpha=1e100<Enter>G:show<Space>{picture}<Enter>", new Size(160, 48), lesson: PictureLessons.Xor)[^1]
            .Text.ShouldContain("? no finite number");
}
