using Engine.Planning;
using Engine.Time;
using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Tests.Screens.Pictures;

public sealed class BoundaryModelTests
{
    private static void ShouldAnswerWith(BoundaryModel model, double[] weights)
    {
        for (int row = 0; row < model.Y.Length; row += 6)
        {
            for (int column = 0; column < model.X.Length; column += 5)
            {
                double answer = XorByHand.Answer(weights, model.X[column], model.Y[row]);
                model.AnswerAt(column, row, 0).ShouldBe(answer, 1e-9);
                model.LeadAt(column, row, 1).ShouldBe(answer - 0.5, 1e-9);
                model.LeadAt(column, row, 0).ShouldBe(0.5 - answer, 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(400)]
    public void Should_answer_with_the_iterations_weights(int iteration) =>
        ShouldAnswerWith(BoundaryModel.Of(PictureLessons.At(PictureLessons.Xor, $"dE_total/dw1@{iteration}")).Model!, XorByHand.WeightsAt(iteration));

    [Fact]
    public void Should_answer_with_new_weights_as_soon_as_they_are_known()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Xor, "dE_total/dw1@7");
        double[] weights = XorByHand.WeightsAt(7);
        double[] updated = XorByHand.WeightsAfter(7);
        (string Name, int Place)[] places =
            [("w1", 0), ("w3", 1), ("w2", 2), ("w4", 3), ("b1", 4), ("b2", 5), ("w5", 6), ("w6", 7), ("b3", 8)];

        // From number to number through the update, each new weight counts from its own moment on.
        int seen = 0;
        for (Moment moment = screen.Timeline.MomentOf(7, PictureLessons.AddressOf(screen, "dE_total/dw1"))!.Value;
            moment.Iteration == 7 && moment < screen.Timeline.End;
            moment = screen.Timeline.Next(moment, Level.Cell))
        {
            foreach ((string name, int place) in places)
            {
                Address next = PictureLessons.AddressOf(screen, name + "+");
                if (screen.Timeline.AddressAt(moment) == next)
                {
                    weights[place] = updated[place];
                    seen++;
                }
            }

            ShouldAnswerWith(BoundaryModel.Of(screen.At(moment)).Model!, weights);
        }

        seen.ShouldBe(9);
    }

    [Fact]
    public void Should_have_the_samples_with_class_rightness_and_the_current_one()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Xor, "h2[3]@500");
        double[] weights = XorByHand.WeightsAt(500);
        BoundaryModel model = BoundaryModel.Of(screen).Model!;
        model.Samples.Length.ShouldBe(4);
        int[] classes = [0, 1, 1, 0];
        for (int sample = 0; sample < 4; sample++)
        {
            (double x, double y) = (sample / 2, sample % 2);
            BoundarySample found = model.Samples[sample];
            (found.X, found.Y, found.Class, found.IsCurrent).ShouldBe((x, y, classes[sample], sample == 2));
            found.IsRight.ShouldBe(XorByHand.Answer(weights, x, y) > 0.5 == (classes[sample] == 1));
        }

        model.Samples.Select(sample => sample.IsRight).Distinct().Count().ShouldBe(2, "otherwise the test could not fail");
    }

    [Fact]
    public void Should_have_no_current_sample_at_the_start() =>
        BoundaryModel.Of(StepScreen.Open(PictureLessons.Xor)).Model!.Samples.ShouldAllBe(sample => !sample.IsCurrent);

    [Fact]
    public void Should_lie_around_the_data()
    {
        BoundaryModel model = BoundaryModel.Of(StepScreen.Open(PictureLessons.Xor)).Model!;
        new[] { model.X[0], model.X[^1], model.Y[0], model.Y[^1] }.ShouldBe([-0.3, 1.3, -0.3, 1.3], 1e-12);
        (model.XName, model.YName, model.OutputName).ShouldBe(("x1", "x2", "o1"));
    }

    [Fact]
    public void Should_choose_between_classes()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Classes, "h1[2]@300");
        BoundaryModel model = BoundaryModel.Of(screen).Model!;
        (model.IsChoice, model.Classes, model.Subjects).ShouldBe((true, 3, 3));
        int current = screen.Timeline.Training.RowsOf(300)[0];
        model.Samples[current].IsCurrent.ShouldBeTrue();
        model.Samples.Count(sample => sample.IsCurrent).ShouldBe(1);
        for (int row = 0; row < model.Y.Length; row += 7)
        {
            for (int column = 0; column < model.X.Length; column += 7)
            {
                double[] answers = AnswersByHand(screen, model.X[column], model.Y[row]);
                for (int @class = 0; @class < 3; @class++)
                {
                    model.AnswerAt(column, row, @class).ShouldBe(answers[@class], 1e-9);
                    double others = answers.Where((_, other) => other != @class).Max();
                    model.LeadAt(column, row, @class).ShouldBe(answers[@class] - others, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Should_show_one_output_by_itself()
    {
        StepScreen screen = PictureLessons.At(PictureLessons.Classes, "h1[2]@300");
        BoundaryModel model = BoundaryModel.Of(screen, subject: 2).Model!;
        (model.IsChoice, model.Classes, model.OutputName).ShouldBe((false, 2, "o2[3]"));
        model.LeadAt(3, 4, 1).ShouldBe(AnswersByHand(screen, model.X[3], model.Y[4])[2] - 0.5, 1e-9);
    }

    [Theory]
    [InlineData("{ binary-crossentropy: { from-logits: true } }", "linear", "0", "1", 0)]
    [InlineData("binary-crossentropy", "sigmoid", "0", "1", 0.5)]
    [InlineData("mean-squared-error", "tanh", "-1", "1", 0)]
    public void Should_take_the_threshold_that_the_targets_mean(string loss, string activation, string no, string yes, double expected)
    {
        Lesson lesson = PictureLessons.Read($$"""
            id: gate
            title: { en: A gate, ko: 게이트 }
            summary: { en: A gate., ko: 게이트입니다. }
            network:
              inputs: 2
              layers:
                - dense: { units: 1, activation: {{activation}}, kernel: [[1], [1]], bias: [-0.5] }
              loss: {{loss}}
              optimizer: { sgd: { learning-rate: 0.1 } }
            data:
              inputs: [[0, 0], [1, 1]]
              targets: [[{{no}}], [{{yes}}]]
            """);
        BoundaryModel model = BoundaryModel.Of(StepScreen.Open(lesson)).Model!;
        model.Threshold.ShouldBe(expected);
        model.Samples.Select(sample => (sample.Class, sample.IsRight)).ShouldBe([(0, true), (1, true)]);
    }

    [Theory]
    [InlineData("0.4", "0.6", 0.5, 0.5)]
    [InlineData("-2", "6", 2, 4)]
    public void Should_call_no_answer_right_where_targets_are_any_numbers(string first, string second, double middle, double reach)
    {
        Lesson lesson = PictureLessons.Read($$"""
            id: numbers
            title: { en: Numbers, ko: 숫자 }
            summary: { en: Any numbers., ko: 아무 숫자. }
            network:
              inputs: 2
              layers:
                - dense: { units: 1, kernel: ones }
              loss: mean-squared-error
              optimizer: { sgd: { learning-rate: 0.1 } }
            data:
              inputs: [[0, 0], [1, 1]]
              targets: [[{{first}}], [{{second}}]]
            """);
        BoundaryModel model = BoundaryModel.Of(StepScreen.Open(lesson)).Model!;
        (model.HasClasses, model.Threshold, model.Reach).ShouldBe((false, middle, reach));
        model.Samples.ShouldAllBe(sample => sample.IsRight && sample.Class == 0);
    }

    [Fact]
    public void Should_say_why_there_is_none()
    {
        PictureOrReason<BoundaryModel> picture = BoundaryModel.Of(StepScreen.Open(PictureLessons.Deep));
        picture.Model.ShouldBeNull();
        picture.WhyNot!(Words.In(Language.English)).ShouldContain("two inputs");
        picture.WhyNot!(Words.In(Language.Korean)).ShouldNotBeNullOrWhiteSpace();
    }

    private static double[] AnswersByHand(StepScreen screen, double a, double b) =>
        ClassesByHand.Answers(name => screen.Timeline.At(screen.Moment.Iteration)[PictureLessons.AddressOf(screen, name)], a, b);
}
