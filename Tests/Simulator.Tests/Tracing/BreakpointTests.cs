using Engine.Time;
using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping.Breakpoints;

namespace Simulator.Tests.Tracing;

public class BreakpointTests
{
    private static readonly XorLoop Loop = new(40_000);

    private static bool Begins(int iteration, Func<int, bool> isSo) => isSo(iteration) && (iteration == 1 || !isSo(iteration - 1));

    private static bool Answer(int iteration) => Loop[iteration].O1 > 0.5;

    /// <summary>The iterations in which the answer to a sample is another than an epoch before.</summary>
    private static IEnumerable<int> Flips(int sample) =>
        Loop.Where(iteration => Loop[iteration].Sample == sample && iteration > 4 && Answer(iteration) != Answer(iteration - 4));

    public class Continuing
    {
        [Fact]
        public void Should_stop_where_a_condition_begins_to_be_met()
        {
            int[] expected = [.. Loop.Where(iteration => Begins(iteration, one => Loop[one].Loss < 0.01))];
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("break loss < 0.01");
            foreach (int iteration in expected.Take(3))
            {
                tracer.Type("c");
                (tracer.Iteration, tracer.Here).ShouldBe((iteration, "E_total"));
            }

            tracer.Type("C");
            tracer.Iteration.ShouldBe(expected[1]);
            tracer.Type("<Backspace>").Iteration.ShouldBe(expected[2], "the place that one came from is kept");
        }

        [Fact]
        public void Should_tell_the_number_and_what_it_was_before()
        {
            int first = Loop.Where(iteration => Loop[iteration].Loss < 0.01).First();
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("break loss < 0.01").Type("c");
            string change = $"E_total {Rounded(Loop[first - 1].Loss)} → {Rounded(Loop[first].Loss)}";
            tracer.Notice.ShouldBe($"Stopped at loss < 0.01: {change}");
            BreakpointsModel.Of(tracer.Screen, tracer.Model.Words).Rows.Single().Hit.ShouldBe(change);
            tracer.Type("l");
            BreakpointsModel.Of(tracer.Screen, tracer.Model.Words).Rows.Single().Hit.ShouldBeNull("nothing is met here");
        }

        [Fact]
        public void Should_go_back_to_the_last_flip_of_a_prediction()
        {
            int flipped = 0;
            foreach (int sample in new[] { 0, 1, 2, 3 })
            {
                int last = Flips(sample).LastOrDefault();
                Tracer tracer = new Tracer(TracingLessons.Xor).Type("G").Command($"break prediction flips for sample {sample + 1}").Type("C");
                if (last == 0)
                {
                    tracer.Notice.ShouldBe("No breakpoint is met from here back to the start.");
                    continue;
                }

                flipped++;
                (tracer.Iteration, tracer.Here).ShouldBe((last, "o1"), $"sample {sample + 1}");
                tracer.Notice.ShouldBe(
                    $"Stopped at prediction flips for sample {sample + 1}: prediction {(Answer(last) ? "0 → 1" : "1 → 0")}");
            }

            flipped.ShouldBeGreaterThan(1);
        }

        [Fact]
        public void Should_stop_at_the_nearest_of_several()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor)
                .Command("break prediction flips for sample 2").Command("break loss < 0.05").Command("break |dE_total/dw5| > 0.1");
            tracer.Screen.Breakpoints.Items.Length.ShouldBe(3);
            List<int> stops = [];
            for (int stop = 0; stop < 60; stop++)
            {
                stops.Add(tracer.Type("c").Iteration);
            }

            int[][] all =
            [
                [.. Flips(1)],
                [.. Loop.Where(iteration => Begins(iteration, one => Loop[one].Loss < 0.05))],
                [.. Loop.Where(iteration => Begins(iteration, one => Math.Abs(Loop[one].GradientOfW5) > 0.1))],
            ];
            all.ShouldAllBe(iterations => iterations.Length > 0);
            stops.ShouldBe(all.SelectMany(iterations => iterations).Order().Take(stops.Count));
        }

        [Fact]
        public void Should_stop_whenever_a_number_is_computed()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1").Type("b");
            tracer.Screen.Breakpoints.Items.Single().Text.ShouldBe("z1");
            tracer.Type("c");
            (tracer.Iteration, tracer.Here).ShouldBe((2, "z1"));
            tracer.Type("20c");
            (tracer.Iteration, tracer.Here).ShouldBe((22, "z1"));
            tracer.Type("lC");
            (tracer.Iteration, tracer.Here).ShouldBe((22, "z1"), "seen from the number after it");
            tracer.Type("3gc");
            (tracer.Iteration, tracer.Here).ShouldBe((19, "z1"));
        }

        [Fact]
        public void Should_stop_where_a_weight_changes()
        {
            // The first sample has x1 = 0, the second too: the update leaves w1 as it is.
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("break w1").Type("c");
            (tracer.Iteration, tracer.Here).ShouldBe((Loop.Where(iteration => Loop.WeightAfter(iteration, 1) != Loop[iteration].W[1]).First(), "w1+"));
            tracer.Iteration.ShouldBe(3);
            tracer.Type("2c").Iteration.ShouldBe(7);
        }

        [Fact]
        public void Should_stay_and_say_so_where_nothing_is_met()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Type("5l").Command("break NaN");
            Moment here = tracer.Screen.Moment;
            tracer.Type("c").Screen.Moment.ShouldBe(here);
            tracer.Notice.ShouldBe("No breakpoint is met from here to the end, iteration 40000.");
            tracer.NoticeIn(Language.Korean).ShouldBe("여기서 끝(이터레이션 40000)까지 멈출 곳이 없습니다.");
            tracer.Type("C").Screen.Moment.ShouldBe(here);
            tracer.Notice.ShouldBe("No breakpoint is met from here back to the start.");
        }

        [Fact]
        public void Should_say_that_a_condition_holds_already_where_it_begins_no_more()
        {
            int last = Loop.Where(iteration => Begins(iteration, one => Loop[one].W[5] > 5)).Last();
            Loop.Where(iteration => iteration > last).ShouldAllBe(iteration => Loop[iteration].W[5] > 5);
            Tracer tracer = new Tracer(TracingLessons.Xor).Command($"z1@{last + 100}").Command("break w5 > 5");
            Moment here = tracer.Screen.Moment;
            tracer.Type("c").Screen.Moment.ShouldBe(here);
            tracer.Notice.ShouldBe("The condition already holds here; C goes back to where it began.");
            tracer.NoticeIn(Language.Korean).ShouldBe("조건이 이미 맞습니다. 맞기 시작한 곳은 C를 누르면 보입니다.");
            tracer.Type("C").Iteration.ShouldBe(last - 1, "the update before makes it so");
            tracer.Type("Gc").Notice.ShouldBe("The condition already holds here; C goes back to where it began.");
        }

        [Fact]
        public void Should_not_take_what_was_so_once_for_what_is_so()
        {
            int last = Loop.Where(iteration => Loop[iteration].W[5] < 5).Last();
            Tracer tracer = new Tracer(TracingLessons.Xor).Command($"z1@{last + 100}").Command("break w5 < 5").Command("break w5").Type("<Enter>");
            tracer.Type("c").Notice.ShouldBe("No breakpoint is met from here to the end, iteration 40000.");
        }

        [Fact]
        public void Should_look_at_those_that_are_on_only()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("break z1").Command("break z3");
            tracer.Type("<Enter>").Screen.Breakpoints.Items.Select(breakpoint => breakpoint.IsOn).ShouldBe([true, false]);
            tracer.Type("2c").Here.ShouldBe("z1");
            tracer.Type("<Down><Enter>c").Here.ShouldBe("z3");
            tracer.Type("d").Screen.Breakpoints.Items.Select(breakpoint => breakpoint.Text).ShouldBe(["z1"]);
            tracer.Type("<Delete>").Screen.Breakpoints.Items.ShouldBeEmpty();
            tracer.Type("c").Notice.ShouldBe("There is no breakpoint that is switched on; b sets one.");
        }

        [Fact]
        public void Should_stop_progressing_when_given_up()
        {
            StepScreenAndJob(out Tracer tracer, out Job job);
            using CancellationTokenSource stop = new();
            stop.Cancel();
            Should.Throw<OperationCanceledException>(() => job.Run(new Progress<ReplayProgress>(), stop.Token));
            job.GivenUp(tracer.Model).Screen.ShouldBe(tracer.Screen);
        }

        private static void StepScreenAndJob(out Tracer tracer, out Job job)
        {
            tracer = new Tracer(TracingLessons.Xor).Command("break loss < 0.0001");
            Outcome outcome = global::Simulator.Screens.Stepping.Breakpoints.Continuing.Go(tracer.Model, tracer.Screen, 1);
            job = outcome.Effects.OfType<RunJob>().Single().Job;
        }

        /// <summary>Eight digits after the point, as the explanation writes numbers.</summary>
        private static string Rounded(double value) => value.ToString("0.########", System.Globalization.CultureInfo.InvariantCulture);
    }

    public class Texts
    {
        [Theory]
        [InlineData("w9", "Did you mean w1? There is no quantity 'w9' in this lesson.", "혹시 w1인가요? 이 강의에 없는 숫자입니다: 'w9'.")]
        [InlineData("loss", null, null)]
        [InlineData("손실", null, null)]
        [InlineData("손실 < 0.01", null, null)]
        [InlineData("w5+", null, null)]
        [InlineData("dE_total/dw5", null, null)]
        [InlineData("o1 crosses 0.5", null, null)]
        [InlineData("NaN", null, null)]
        [InlineData("ㅈ5", null, null)]
        [InlineData(
            "z1@2",
            "Did you mean z1? 'z1@2' names an iteration, but a breakpoint holds in all of them.",
            "혹시 z1인가요? 'z1@2'에 이터레이션이 적혀 있습니다. 중단점은 모든 이터레이션에서 멈춥니다.")]
        [InlineData(
            "dz3/dw5",
            "Training does not compute dz3/dw5; choose a number that it is made of.",
            "dz3/dw5 값은 학습 중에 계산하지 않습니다. 이 값을 이루는 숫자를 고르세요.")]
        [InlineData(
            "loss < x",
            "Did you mean x1? 'x' means nothing here.",
            "혹시 x1인가요? 'x'의 뜻을 알 수 없습니다.")]
        [InlineData(
            "loss < !",
            "Write it like loss < 0.01 or z1. '!' means nothing here.",
            "loss < 0.01이나 z1처럼 쓰세요. '!'의 뜻을 알 수 없습니다.")]
        [InlineData(
            "loss <",
            "Write it like loss < 0.01; nothing follows 'loss <'.",
            "'loss <' 뒤가 비었습니다. loss < 0.01처럼 쓰세요.")]
        [InlineData(
            "loss + w5",
            "Write it like loss < 0.01; nothing follows 'loss + w5'.",
            "'loss + w5' 뒤가 비었습니다. loss < 0.01처럼 쓰세요.")]
        public void Should_be_read_or_refused_in_both_languages(string text, string? english, string? korean)
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command($"break {text}");
            tracer.Screen.Breakpoints.Items.Length.ShouldBe(english is null ? 1 : 0, tracer.Notice);
            if (english is not null)
            {
                tracer.Notice.ShouldBe(english);
                tracer.NoticeIn(Language.Korean).ShouldBe(korean);
            }
        }

        [Fact]
        public void Should_be_offered_with_the_number_looked_at()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1").Type("B");
            tracer.Screen.Prompt!.Text.ShouldBe("break z1");
            tracer.Type("<Space><lt><Space>0<Enter>").Screen.Breakpoints.Items.Single().Text.ShouldBe("z1 < 0");
        }

        [Fact]
        public void Should_be_taken_away_by_the_key_that_set_it()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1").Type("b");
            tracer.Notice.ShouldBe("Breakpoint set: z1. c goes there.");
            tracer.Type("b").Screen.Breakpoints.Items.ShouldBeEmpty();
            tracer.Notice.ShouldBe("Breakpoint removed: z1.");
        }
    }
}
