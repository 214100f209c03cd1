using Engine.Time;
using Lessons;
using Oracles;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Tests.Screens.Pictures;

public sealed class SurfaceModelTests
{
    // Places in XorByHand's weights.
    private const int W1 = 0;
    private const int W5 = 6;
    private const int W6 = 7;

    private static SurfaceModel Of(StepScreen screen, string first, string second) =>
        SurfaceModel.Of(screen, SurfaceWeights.Find(screen, first, second).Model).Model!;

    private static void ShouldBeTheLossOver(SurfaceGrid grid, double[] weights, int first, int second)
    {
        for (int row = 0; row < grid.Y.Length; row += 4)
        {
            for (int column = 0; column < grid.X.Length; column += 5)
            {
                double[] there = [.. weights];
                (there[first], there[second]) = (grid.X[column], grid.Y[row]);
                grid.At(column, row).ShouldBe(XorByHand.Loss(there), 1e-9);
            }
        }
    }

    [Theory]
    [InlineData("h1[1]@1", 1)]
    [InlineData("dE_total/dw1@300", 300)]
    public void Should_be_the_loss_with_all_others_as_they_are(string moment, int iteration)
    {
        SurfaceModel model = Of(PictureLessons.At(PictureLessons.Xor, moment), "w1", "w6");
        (model.FirstName, model.SecondName, model.Samples, model.IsOverAll).ShouldBe(("w1", "w6", 4, true));
        ShouldBeTheLossOver(model.Grid, XorByHand.WeightsAt(iteration), W1, W6);
    }

    [Fact]
    public void Should_take_new_weights_after_the_update()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Xor, "dE_total/dw1@20");
        screen = screen.At(screen.Timeline.MomentAt(screen.Timeline.OrdinalOf(new Moment(21, 0, 0)) - 1));
        SurfaceModel model = Of(screen, "w5", "w6");
        double[] updated = XorByHand.WeightsAfter(20);
        ShouldBeTheLossOver(model.Grid, updated, W5, W6);
        model.Now.X.ShouldBe(updated[W5], 1e-12);
        model.Now.Y.ShouldBe(updated[W6], 1e-12);
    }

    [Fact]
    public void Should_have_the_way_that_training_has_gone_so_far()
    {
        OraclePass[] passes = XorByHand.Passes(40);
        SurfaceModel model = Of(PictureLessons.At(PictureLessons.Xor, "h1[1]@40"), "w5", "w6");
        model.Path.Length.ShouldBe(41);
        for (int iteration = 0; iteration < 40; iteration++)
        {
            model.Path[iteration].X.ShouldBe(passes[iteration].Layers[1].Kernel[0][0].Value, 1e-9);
            model.Path[iteration].Y.ShouldBe(passes[iteration].Layers[1].Kernel[1][0].Value, 1e-9);
        }

        model.Path[^1].ShouldBe(model.Now);
    }

    [Fact]
    public void Should_stay_in_place_while_one_steps()
    {
        SurfaceModel early = Of(PictureLessons.At(PictureLessons.Xor, "h1[1]@2"), "w5", "w6");
        SurfaceModel late = Of(PictureLessons.At(PictureLessons.Xor, "h1[1]@1900"), "w5", "w6");
        late.Grid.X.ShouldBe(early.Grid.X);
        late.Grid.Y.ShouldBe(early.Grid.Y);
        (double left, double right, double bottom, double top) = (late.Grid.X[0], late.Grid.X[^1], late.Grid.Y[0], late.Grid.Y[^1]);
        late.Path.ShouldAllBe(point => point.X > left && point.X < right && point.Y > bottom && point.Y < top);
    }

    [Fact]
    public void Should_be_over_the_iterations_samples_where_there_are_many()
    {
        string rows = string.Join(", ", Enumerable.Range(0, 300).Select(row => $"[{row * 0.01}]"));
        Lesson many = PictureLessons.Read($$"""
            id: many
            title: { en: Many samples, ko: 많은 샘플 }
            summary: { en: A line., ko: 직선입니다. }
            network:
              inputs: 1
              layers:
                - dense: { units: 1, kernel: [[0.5]], bias: [0.25] }
              loss: mean-squared-error
              optimizer: { sgd: { learning-rate: 0.01 } }
            data:
              inputs: [{{rows}}]
              targets: [{{rows}}]
            training: { batch-size: 100, epochs: 1 }
            """);
        StepScreen screen = PictureLessons.At(many, "o1[1]@2");
        SurfaceModel model = SurfaceModel.Of(screen).Model!;
        (model.IsOverAll, model.Samples, model.FirstName, model.SecondName).ShouldBe((false, 100, "W1", "b1"));
        double sum = 0;
        for (int row = 100; row < 200; row++)
        {
            sum += Math.Pow((row * 0.01) - ((model.Grid.X[7] * row * 0.01) + model.Grid.Y[11]), 2);
        }

        model.Grid.At(7, 11).ShouldBe(sum / 100, 1e-9);
    }

    public sealed class TheWeights
    {
        [Theory]
        [InlineData("dE_total/dw5", "w5", "w6")]
        [InlineData("w4+", "w4", "b1")]
        [InlineData("w3+", "w3", "w2")]
        [InlineData("b3+", "w6", "b3")]
        [InlineData("h1[1]", "w1", "w3")]
        public void Should_be_the_one_looked_at_and_the_next(string quantity, string first, string second)
        {
            StepScreen screen = PictureLessons.At(PictureLessons.Xor, quantity);
            SurfaceWeights weights = SurfaceWeights.In(screen).Model!;
            weights.ShouldBe(new SurfaceWeights(PictureLessons.AddressOf(screen, first), PictureLessons.AddressOf(screen, second)));
        }

        [Theory]
        [InlineData("w1", "h1[2]", "h1[2]")]
        [InlineData("alpha", "w1", "alpha")]
        [InlineData("w1", "nonsense", "nonsense")]
        [InlineData("w1", "w1", "twice")]
        public void Should_say_what_is_wrong_with_names(string first, string second, string reason)
        {
            PictureOrReason<SurfaceWeights> found = SurfaceWeights.Find(StepScreen.Open(PictureLessons.Xor), first, second);
            found.Model.ShouldBeNull();
            found.WhyNot!(Words.In(Language.English)).ShouldContain(reason);
            found.WhyNot!(Words.In(Language.Korean)).ShouldNotBeNullOrWhiteSpace();
        }

        [Fact]
        public void Should_be_two()
        {
            Lesson one = PictureLessons.Read("""
                id: one
                title: { en: One, ko: 하나 }
                summary: { en: One weight., ko: 가중치 하나. }
                network:
                  inputs: 1
                  layers:
                    - dense: { units: 1, use-bias: false, kernel: ones }
                  loss: mean-squared-error
                  optimizer: { sgd: { learning-rate: 0.1 } }
                data: { inputs: [[1]], targets: [[1]] }
                """);
            PictureOrReason<SurfaceModel> picture = SurfaceModel.Of(StepScreen.Open(one));
            picture.Model.ShouldBeNull();
            picture.WhyNot!(Words.In(Language.English)).ShouldContain("two");
        }
    }

    public sealed class OfALargeNetwork
    {
        [Fact]
        public void Should_wait_until_it_is_prepared_and_then_stay()
        {
            StepScreen screen = PictureLessons.At(LargeLesson.Digits, "z1[1,1]@1");
            SurfaceWeights weights = SurfaceWeights.Find(screen, "W1[3,4]", "W3[2,5]").Model!;
            SurfaceModel.IsReady(screen, weights).ShouldBeFalse();
            SurfaceModel.Of(screen, weights).WhyNot.ShouldNotBeNull();
            List<ReplayProgress> progress = [];
            SurfaceModel.Prepare(screen, weights, new Listener(progress), CancellationToken.None);
            progress[^1].ShouldBe(new ReplayProgress(LossSurface.Columns * LossSurface.Rows, LossSurface.Columns * LossSurface.Rows));
            SurfaceModel.IsReady(screen, weights).ShouldBeTrue();
            SurfaceModel.Of(screen, weights).Model!.Path.Length.ShouldBe(2);
        }

        [Fact]
        public void Should_be_given_up_when_told()
        {
            StepScreen screen = PictureLessons.At(LargeLesson.Digits, "z1[1,1]@1");
            SurfaceWeights weights = SurfaceWeights.Find(screen, "W1[1,1]", "W1[1,2]").Model!;
            using CancellationTokenSource stop = new();
            stop.Cancel();
            Should.Throw<OperationCanceledException>(() => SurfaceModel.Prepare(screen, weights, null, stop.Token));
            SurfaceModel.IsReady(screen, weights).ShouldBeFalse();
        }

        private sealed class Listener(List<ReplayProgress> heard) : IProgress<ReplayProgress>
        {
            public void Report(ReplayProgress value) => heard.Add(value);
        }
    }
}
