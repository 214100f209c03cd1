using Lessons;

namespace Simulator.Tests.Tracing;

public class ChangeTests
{
    private static readonly XorLoop Loop = new(40_000);

    [Fact]
    public void Should_find_the_update_that_made_a_weight_what_it_is()
    {
        // At iteration 4,002 w1 is what an earlier one made of it: those of samples with x1 = 0 leave it.
        int made = Loop.Where(iteration => iteration < 4002 && Loop.WeightAfter(iteration, 1) != Loop[iteration].W[1]).Last();
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("w1@4002").Type("<lt>");
        (tracer.Iteration, tracer.Here).ShouldBe((made, "w1+"));
        made.ShouldBe(4000);
        tracer.Notice.ShouldNotBeNull().ShouldStartWith($"w1 changed in iteration {made}: ");
        tracer.NoticeIn(Language.Korean).ShouldNotBeNull().ShouldStartWith($"이터레이션 {made}에서 바뀐 w1: ");
        (double before, double after) = (Loop[made].W[1], Loop.WeightAfter(made, 1));
        string[] numbers = tracer.Notice.Split(": ")[1].Split(" → ");
        Parse(numbers[0]).ShouldBe(before, 1e-4 * Math.Abs(before));
        Parse(numbers[1]).ShouldBe(after, 1e-4 * Math.Abs(after));
        numbers[0].ShouldNotBe(numbers[1], "as many digits as tell them apart");
    }

    [Fact]
    public void Should_go_on_to_the_change_before_and_to_the_next()
    {
        int[] changes = [.. Loop.Where(iteration => Loop.WeightAfter(iteration, 1) != Loop[iteration].W[1])];
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("w1@4002").Type("<lt><lt>");
        tracer.Iteration.ShouldBe(changes.Last(iteration => iteration < 4000));
        tracer.Type(">>").Iteration.ShouldBe(changes.First(iteration => iteration > 4000));
        tracer.Type("<Backspace>").Iteration.ShouldBe(4000);
    }

    [Fact]
    public void Should_begin_with_the_value_s_own_moment_where_that_is_past()
    {
        // h1 of sample 2 changes each time it is seen; looked at from the loss, it has just done so.
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("E_total@4002").Command("watch h1").Type("<Down><lt>");
        (tracer.Iteration, tracer.Here).ShouldBe((4002, "h1"));
        tracer.Type("<lt>");
        (tracer.Iteration, tracer.Here).ShouldBe((3998, "h1"), "the same sample an epoch before, with another value");
    }

    [Fact]
    public void Should_compare_a_sample_with_itself()
    {
        // The first sample is 0, 0: its x1 is the same each time, though that of each iteration is not.
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("x1@4001").Type("<lt>");
        tracer.Iteration.ShouldBe(4001);
        tracer.Notice.ShouldBe("x1 has had this value from the start.");
        tracer.Type(">").Notice.ShouldBe("x1 keeps this value to the end, iteration 40000.");
    }

    [Theory]
    [InlineData("h1@1")]
    [InlineData("h1@5")]
    [InlineData("w5+@1")]
    public void Should_say_that_a_value_came_about_here_where_there_is_no_change_before(string number)
    {
        // The first sample is seen in iterations 1 and 5 first; the first update changes w5.
        Loop[1].H1.ShouldNotBe(Loop[5].H1);
        Loop.WeightAfter(1, 5).ShouldNotBe(0.7);
        Tracer tracer = new Tracer(TracingLessons.Xor).Command(number);
        Engine.Time.Moment here = tracer.Screen.Moment;
        tracer.Type("<lt>").Screen.Moment.ShouldBe(here);
        string name = tracer.Screen.Looked!.Label.ToText(Engine.Formulas.Notation.Mathematical);
        tracer.Notice.ShouldBe($"{name} got this value at this very step; there is no change before it.");
        tracer.NoticeIn(Language.Korean).ShouldBe($"{name}의 지금 값은 이 단계에서 나왔습니다. 이보다 앞선 변화는 없습니다.");
    }

    [Fact]
    public void Should_say_that_an_update_that_changes_nothing_leaves_what_was_from_the_start()
    {
        Loop.WeightAfter(1, 1).ShouldBe(0.5, "x1 of the first sample is 0");
        new Tracer(TracingLessons.Xor).Command("w1+@1").Type("<lt>").Notice.ShouldBe("w1⁺ has had this value from the start.");
    }

    [Fact]
    public void Should_say_that_a_setting_never_changes()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("alpha@20").Type("<lt>");
        tracer.Notice.ShouldBe("α has had this value from the start.");
    }

    [Fact]
    public void Should_refuse_what_no_step_stores() =>
        new Tracer(TracingLessons.Xor).Command("dz3/dw5").Type("<lt>").Notice.ShouldBe(
            "Training does not compute ∂z3/∂w5; choose a number that it is made of.");

    [Fact]
    public void Should_ask_for_a_number_at_the_start() =>
        new Tracer(TracingLessons.Xor).Type(">").Notice.ShouldBe("There is no number here yet; go on one step, or choose one.");

    private static double Parse(string text) => double.Parse(text.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture);
}
