using System.Globalization;
using Lessons;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Tests.Tracing;

public class WatchTests
{
    private const int Iterations = 40_000;

    private static readonly XorLoop Loop = new(Iterations);

    private static WatchRow Row(Tracer tracer, int index = 0) => WatchesModel.Of(tracer.Screen).Rows[index];

    private static double Parse(string? text) => double.Parse(text.ShouldNotBeNull().Replace('−', '-'), CultureInfo.InvariantCulture);

    [Fact]
    public void Should_show_the_value_at_the_moment()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch w5").Command("watch o1").Command("E_total@9000");
        (Row(tracer).Name, Row(tracer).OfIteration).ShouldBe(("w5", null));
        Parse(Row(tracer).Value).ShouldBe(Loop[9000].W[5], 1e-8);
        Parse(Row(tracer, 1).Value).ShouldBe(Loop[9000].O1, 1e-8);
    }

    [Fact]
    public void Should_show_the_last_value_of_what_is_not_computed_yet()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch o1").Command("z1@9000");
        Row(tracer).OfIteration.ShouldBe(8999);
        Parse(Row(tracer).Value).ShouldBe(Loop[8999].O1, 1e-8);
        Row(tracer).Change.ShouldBeEmpty();
        tracer.Command("z1@1");
        Row(tracer).Value.ShouldBeNull("nothing is known of it");
    }

    [Fact]
    public void Should_show_what_the_last_step_changed()
    {
        // By number, o1 changes where it is computed, from what it was an iteration before.
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch o1").Command("watch w5").Command("o1@9000");
        double difference = Loop[9000].O1 - Loop[8999].O1;
        Change(Row(tracer)).ShouldBe(difference, 0.05 * Math.Abs(difference));
        Row(tracer).Change.ShouldStartWith(difference > 0 ? "↑+" : "↓−");
        tracer.Type("l");
        Row(tracer).Change.ShouldBeEmpty("this step computed something else");

        // By iteration, from the end of one to the end of the next, the weight is what the update before the first made of it.
        tracer.Command("level iteration").Type("l");
        double ofWeight = Loop[9000].W[5] - Loop[8999].W[5];
        tracer.Iteration.ShouldBe(9000);
        Change(Row(tracer, 1)).ShouldBe(ofWeight, 0.05 * Math.Abs(ofWeight));

        // By epoch, four iterations lie between.
        tracer.Command("level epoch").Type("l");
        double ofEpoch = Loop[tracer.Iteration].O1 - Loop[tracer.Iteration - 4].O1;
        Change(Row(tracer)).ShouldBe(ofEpoch, 0.05 * Math.Abs(ofEpoch));
    }

    [Fact]
    public void Should_run_through_all_iterations_once_for_the_lines()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch w5").Command("watch loss");
        WatchesPanel panel = SidePanel.All.OfType<WatchesPanel>().Single();
        panel.PreparationsOf(tracer.Screen).Single().IsReady().ShouldBeTrue("the job has been done");
        Sparkline line = Row(tracer).Line.ShouldNotBeNull();
        double[] weights = [.. Loop.Steps.Select(step => step.W[5])];
        line.Least.ShouldBe(weights.Min(), 1e-9);
        line.Greatest.ShouldBe(weights.Max(), 1e-9);
        double span = weights.Max() - weights.Min();
        for (int column = 0; column < 40; column++)
        {
            double mean = weights.Skip(column * 1000).Take(1000).Average();
            int height = line.HeightsIn(40)[column].ShouldNotBeNull();
            ((double)height).ShouldBe((mean - weights.Min()) / span * Sparkline.Heights, 1, $"column {column}");
        }
    }

    [Fact]
    public void Should_show_one_sample_where_numbers_belong_to_samples()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch o1").Command("z1@9002");
        double[] second = [.. Loop.Steps.Where(step => step.Sample == 1).Select(step => step.O1)];
        Sparkline line = Row(tracer).Line.ShouldNotBeNull();
        line.Points.ShouldBe(10_000);
        line.Least.ShouldBe(second.Min(), 1e-9);
        line.Greatest.ShouldBe(second.Max(), 1e-9, "the other samples' answers are not in it");
        double span = second.Max() - second.Min();
        double last = second[^250..].Average();
        ((double)line.HeightsIn(40)[^1].ShouldNotBeNull()).ShouldBe((last - second.Min()) / span * Sparkline.Heights, 1);
        line.PlaceIn(40).ShouldBe(9);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(20_001, 20)]
    [InlineData(40_000, 39)]
    public void Should_mark_the_place_of_the_moment(int iteration, int column)
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch w5").Command($"z1@{iteration}");
        Row(tracer).Line.ShouldNotBeNull().PlaceIn(40).ShouldBe(column);
    }

    [Fact]
    public void Should_have_a_value_only_for_what_no_step_stores()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch dz3/dw5").Command("E_total@9000");
        WatchRow row = Row(tracer);
        (row.Name, row.Line, row.CanBeRecorded).ShouldBe(("∂z3/∂w5", null, false));
        Parse(row.Value).ShouldBe(Loop[9000].H1, 1e-8, "the derivative of a weighted sum is the input");
    }

    [Fact]
    public void Should_come_and_go_by_the_same_key()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1").Type("w");
        tracer.Notice.ShouldBe("Watching z1.");
        tracer.Screen.Panel.ShouldBeOfType<WatchesPanel>();
        tracer.Type("lw").Screen.Watches.Items.Length.ShouldBe(2);
        tracer.Type("w").Screen.Watches.Items.Length.ShouldBe(1);
        tracer.NoticeIn(Language.Korean).ShouldBe("h1 값을 더는 지켜보지 않습니다.".Replace("h1", tracer.Screen.Looked!.Label.ToString(), StringComparison.Ordinal));
        tracer.Type("<Down>d").Screen.Watches.Items.ShouldBeEmpty();
        tracer.Type("d").Notice.ShouldBe("There is no row to remove; choose one with the arrows.");
    }

    [Fact]
    public void Should_go_to_the_chosen_number()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch o1").Command("z1@7").Type("<Down><Enter>");
        (tracer.Iteration, tracer.Here).ShouldBe((7, "o1"));
    }

    [Theory]
    [InlineData("w9", "Did you mean w1? There is no quantity 'w9' in this lesson.", "혹시 w1인가요? 이 강의에 없는 숫자입니다: 'w9'.")]
    [InlineData("loss < 1", "Write it like h1, dE_total/dw5, w5+ or z1@2. There is no quantity 'loss < 1' in this lesson.", null)]
    public void Should_refuse_what_is_no_number(string text, string english, string? korean)
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command($"watch {text}");
        tracer.Notice.ShouldBe(english);
        tracer.NoticeIn(Language.Korean).ShouldBe(korean ?? tracer.NoticeIn(Language.Korean));
    }

    [Fact]
    public void Should_show_a_hint_until_there_is_a_line()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor);
        StepScreen watching = tracer.Screen with { Watches = WatchList.Empty.Add(new Watched(tracer.Address("w5"), null)) };
        WatchesModel.Of(watching).Rows.Single().Line.ShouldBeNull();
        WatchesModel.Of(watching).Rows.Single().CanBeRecorded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0.519939, 0.519989, "0.51994 ~ 0.51999")]
    [InlineData(0.784, 4.37, "0.784 ~ 4.37")]
    [InlineData(-0.0530412, 9.581, "−0.0530 ~ 9.58")]
    [InlineData(0.3, 0.3, "0.3")]
    [InlineData(double.NaN, double.NaN, "NaN")]
    public void Should_tell_the_ends_of_a_range_apart(double least, double greatest, string text) =>
        ChangeText.Range(least, greatest).ShouldBe(text);

    [Fact]
    public void Should_know_the_loss_in_korean()
    {
        Tracer tracer = new Tracer(TracingLessons.Xor).Command("watch 손실");
        tracer.Screen.Watches.Items.Single().Stored.ShouldBe(tracer.Address("E_total"));
    }

    private static double Change(WatchRow row) => Parse(row.Change[1..].TrimStart('+'));
}
