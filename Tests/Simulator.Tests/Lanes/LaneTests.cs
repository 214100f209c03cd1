using Engine.Planning;
using Lessons;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Tests.Lanes;

/// <summary>What if: branches, taking them back, two lanes side by side, by hand.</summary>
public sealed class LaneTests
{
    private static readonly Size Size = new(120, 36);

    private static string Frame(string keys, Language language = Language.English) =>
        ScriptedRun.InLesson(keys.Replace(" ", "<Space>"), Size, language)[^1].Text;

    private static StepScreen After(string keys) =>
        (StepScreen)ScriptedRun.After(keys.Replace(" ", "<Space>"), StepScreen.Open(ScriptedRun.Worked)).Screen;

    private static double Value(StepScreen screen, string name, int iteration)
    {
        NameLookup found = screen.Timeline.Plan.Find(name);
        return screen.Timeline.At(iteration)[found.Address!.Value];
    }

    public sealed class Branching
    {
        [Fact]
        public void Should_go_on_from_here_with_another_number()
        {
            // In iteration 2, h1 = sigmoid(w1 x1 + w2 x2) with the w1 that was typed and the w2 of the first update.
            StepScreen screen = After("t}l:set w1 = 1<Enter>");
            screen.Timeline.FirstIteration.ShouldBe(2);
            StepScreen original = After("t}l");
            double w2 = Value(original, "w2", 2);
            Value(screen, "w1", 2).ShouldBe(1);
            Value(screen, "z1", 2).ShouldBe((1 * 0.1) + (w2 * 0.2), 1e-15);
        }

        [Fact]
        public void Should_offer_the_number_looked_at() => Frame("t:w5<Enter>e").ShouldContain("set w5 = ▏");

        [Fact]
        public void Should_say_on_the_screen_what_is_changed() => Frame("t:set alpha = 0.1<Enter>").ShouldContain("⑂ α = 0.1");

        [Theory]
        [InlineData("t5l:set alpha = 0.1<Enter>u", "5/39")]
        [InlineData("t5l:set alpha = 0.1<Enter>3lu", "8/39")]
        public void Should_take_a_branch_back_where_it_is(string keys, string step)
        {
            StepScreen screen = After(keys);
            screen.Lane.IsOriginal.ShouldBeTrue();
            screen.Lanes.Length.ShouldBe(1);
            Value(screen, "alpha", 1).ShouldBe(0.5);
            screen.Timeline.OrdinalOf(screen.Moment).ShouldBe(long.Parse(step.Split('/')[0]));
        }

        [Fact]
        public void Should_bring_a_branch_again() => Value(After("t:set alpha = 0.1<Enter>ugu"), "alpha", 1).ShouldBe(0.1);

        [Fact]
        public void Should_never_lose_the_original()
        {
            StepScreen screen = After("t:set alpha = 0.1<Enter>:set w5 = 9<Enter>:set optimizer = adam<Enter>\\");
            screen.Lane.IsOriginal.ShouldBeTrue();
            screen.Lanes.Length.ShouldBe(4);
            Value(screen, "w5", 1).ShouldBe(0.45);
            screen.Lesson.ShouldBeSameAs(ScriptedRun.Worked);
        }

        [Theory]
        [InlineData(":set w9 = 1<Enter>", "w9")]
        [InlineData(":set optimizer = adamm<Enter>", "adam")]
        [InlineData(":set alpha = fast<Enter>", "fast")]
        [InlineData(":set nothing<Enter>", "nothing")]
        [InlineData(":decimals many<Enter>", "many")]
        [InlineData("u", "no branch")]
        [InlineData("gu", "No branch")]
        [InlineData("=", "one lane")]
        [InlineData("\\", "one lane")]
        public void Should_say_what_is_wrong_and_stay(string keys, string said)
        {
            Frame(keys).Split('\n')[^1].ShouldContain(said);
            After(keys).Lanes.Length.ShouldBe(1);
        }

        [Fact]
        public void Should_come_back_over_lanes_to_a_place()
        {
            StepScreen screen = After("t3lma:set optimizer = adam<Enter>G'a");
            screen.Lane.IsOriginal.ShouldBeTrue();
            screen.Timeline.OrdinalOf(screen.Moment).ShouldBe(3);
        }

        /// <summary>What is before a branch is what it branched off.</summary>
        [Theory]
        [InlineData("t}l:set w1 = 1<Enter>2h", false, 43)]
        [InlineData("t}l:set w1 = 1<Enter>2hh", true, 43)]
        [InlineData("t}l:set w1 = 1<Enter>2h3h", true, 43)]
        [InlineData("t}l:set w1 = 1<Enter>2hhh", true, 42)]
        [InlineData("t:set w1 = 1<Enter>h", false, 0)]
        public void Should_go_back_beyond_the_beginning_of_a_branch(string keys, bool isOriginal, int computed)
        {
            // An iteration computes 43 numbers; the branch begins with the second.
            StepScreen screen = After(keys);
            screen.Lane.IsOriginal.ShouldBe(isOriginal);
            (screen.Timeline.OrdinalOf(screen.Moment) + ((screen.Timeline.FirstIteration - 1) * screen.Timeline.NumbersPerIteration)).ShouldBe(computed);
        }

        [Fact]
        public void Should_offer_the_settings_with_their_present_values()
        {
            string frame = Frame(":set ");
            frame.ShouldContain("set alpha = 0.5");
            frame.ShouldContain("set optimizer = sgd");
            frame.ShouldContain("set activation[1] = sigmoid");
        }
    }

    public sealed class SideBySide
    {
        [Fact]
        public void Should_be_locked_to_the_same_step()
        {
            // The update of w5 alone differs: w5 − α × ∂E_total/∂w5, with the document's gradient 0.02592286.
            string frame = Frame("t:compare alpha = 0.1<Enter>:w5+<Enter>");
            frame.ShouldContain("A: w5⁺ = 0.45 − 0.5 × 0.02592286 = 0.43703857");
            frame.ShouldContain("B: w5⁺ = 0.45 − 0.1 × 0.02592286 = 0.44740771");
            frame.ShouldContain("The lanes part in iteration 1, at w1⁺");
        }

        [Fact]
        public void Should_mark_the_first_and_the_largest_difference()
        {
            string[] lines = Frame("t:compare activation = relu<Enter>:E_total<Enter>").Split('\n');
            lines.Single(line => line.Contains("first")).ShouldContain("h1");
            lines.Count(line => line.Contains('◀') && line.Contains("largest")).ShouldBe(1);
        }

        [Fact]
        public void Should_change_over_and_close()
        {
            // The columns stay where they are; what is marked changes.
            string[] frames = [Frame("t:compare alpha = 0.1<Enter>:w5+<Enter>"), Frame("t:compare alpha = 0.1<Enter>:w5+<Enter>\\")];
            frames[0].ShouldContain("▶A: as in the lesson");
            frames[1].ShouldContain("▶B: α = 0.1");
            frames.ShouldAllBe(frame => frame.Contains("B: w5⁺ = 0.45 − 0.1 × 0.02592286 = 0.44740771"));
            Frame("t:compare alpha = 0.1<Enter>=").ShouldContain("Network");
        }

        [Fact]
        public void Should_compute_by_hand()
        {
            // z1 = 0.08 exactly; sigmoid(0.08) = 0.51998934, by hand 0.52; z3 = 0.45 × 0.52 + 0.4 × 0.5275 = 0.445.
            string frame = Frame("tr:z3<Enter>");
            frame.ShouldContain("B: z3 = 0.45 × 0.52 + 0.4 × 0.5275 = 0.445");
            frame.ShouldContain("at h1: 0.51998934 in A, 0.52 in B");
            Frame("t:digits 2<Enter>:h2<Enter>").ShouldContain("sigmoid(0.11) = 0.53");
        }
    }
}
