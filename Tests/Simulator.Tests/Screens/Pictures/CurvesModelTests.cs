using Lessons;
using Oracles;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Tests.Screens.Pictures;

public sealed class CurvesModelTests
{
    [Fact]
    public void Should_have_loss_and_metric_of_each_iteration()
    {
        OraclePass[] passes = XorByHand.Passes(60);
        CurvesModel model = CurvesModel.Of(PictureLessons.At(PictureLessons.Xor, "h1[1]@60")).Model!;
        (model.IsByEpoch, model.First, model.Last, model.Cursor).ShouldBe((false, 1, 2000, 60));
        Curve loss = model.Losses.ShouldHaveSingleItem();
        Curve accuracy = model.Metrics.ShouldHaveSingleItem();
        (loss.Name, accuracy.Name).ShouldBe((null, "binary-accuracy"));
        double[] targets = [0, 1, 1, 0];
        double[] right = [.. passes.Select(pass => pass.Layers[1].Outputs.Select((row, sample) => row[0].Value > 0.5 == (targets[sample] == 1) ? 0.25 : 0).Sum())];
        loss.Here!.Value.ShouldBe(passes[59].Total.Value, 1e-12);
        accuracy.Here.ShouldBe(right[59]);

        // 2000 points in 1000 stretches: the least and the greatest of each two.
        for (int stretch = 0; stretch < 30; stretch++)
        {
            double[] two = [passes[2 * stretch].Total.Value, passes[(2 * stretch) + 1].Total.Value];
            loss.Points[2 * stretch].At.ShouldBe((2 * stretch) + 1);
            loss.Points[2 * stretch].Value.ShouldBe(two.Min(), 1e-12);
            loss.Points[(2 * stretch) + 1].Value.ShouldBe(two.Max(), 1e-12);
            accuracy.Points[(2 * stretch) + 1].Value.ShouldBe(Math.Max(right[2 * stretch], right[(2 * stretch) + 1]));
        }
    }

    [Fact]
    public void Should_be_epoch_by_epoch_where_there_are_many()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Classes, "h1[1]@200");
        Recordings.Of(screen).Prepare();
        CurvesModel model = CurvesModel.Of(screen).Model!;
        (model.IsByEpoch, model.First, model.Last, model.Cursor).ShouldBe((true, 1, 40, 25));
        model.Losses.Select(curve => curve.IsValidation).ShouldBe([false, true]);
        double mean = Enumerable.Range(193, 8).Average(iteration => LossByHand(screen, iteration));
        model.Losses[0].Here!.Value.ShouldBe(mean, 1e-12);
        model.Losses[0].Points[24].Value.ShouldBe(mean, 1e-12);
    }

    [Fact]
    public void Should_measure_validation_data_after_each_epoch()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Classes, "h1[1]@200");
        Recordings.Of(screen).Prepare();
        Curve validation = CurvesModel.Of(screen).Model!.Losses[1];
        validation.Points.Length.ShouldBe(40);
        foreach (int epoch in new[] { 1, 7, 39 })
        {
            // The weights after an epoch are those that the next begins with.
            double expected = (-Math.Log(AnswerByHand(screen, (epoch * 8) + 1, -0.1, 2.2)[2]) - Math.Log(AnswerByHand(screen, (epoch * 8) + 1, 0.2, 0.2)[0])) / 2;
            validation.Points[epoch - 1].ShouldBe((epoch, validation.Points[epoch - 1].Value));
            validation.Points[epoch - 1].Value.ShouldBe(expected, 1e-9);
        }
    }

    [Fact]
    public void Should_wait_until_they_are_recorded()
    {
        StepScreen screen = StepScreen.Open(PictureLessons.Classes);
        Recordings.Of(screen).IsReady.ShouldBeFalse("validation data are measured in a run of its own");
        CurvesModel.Of(screen).WhyNot!(Words.In(Language.English)).ShouldContain("run");
        Recordings.Of(screen).Prepare();
        Recordings.Of(screen).IsReady.ShouldBeTrue();
        CurvesModel.Of(screen).Model.ShouldNotBeNull();
    }

    [Fact]
    public void Should_keep_nothing_when_given_up()
    {
        StepScreen screen = StepScreen.Open(PictureLessons.Classes);
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => Recordings.Of(screen).Prepare(null, stop.Token));
        Recordings.Of(screen).IsReady.ShouldBeFalse();
    }

    /// <summary>The cross-entropy of an iteration's only sample with the iteration's weights.</summary>
    private static double LossByHand(StepScreen screen, int iteration)
    {
        int row = screen.Timeline.Training.RowsOf(iteration)[0];
        (double a, double b) = (screen.Timeline.Training.Inputs[0][row, 0], screen.Timeline.Training.Inputs[0][row, 1]);
        int wanted = Enumerable.Range(0, 3).Single(unit => screen.Timeline.Training.Targets[0][row, unit] == 1);
        return -Math.Log(AnswerByHand(screen, iteration, a, b)[wanted]);
    }

    private static double[] AnswerByHand(StepScreen screen, int iteration, double a, double b) =>
        ClassesByHand.Answers(name => screen.Timeline.At(iteration)[PictureLessons.AddressOf(screen, name)], a, b);
}
