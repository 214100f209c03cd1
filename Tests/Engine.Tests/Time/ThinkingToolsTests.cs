using Engine.Planning;
using Engine.Tests.Support;
using Engine.Time;
using Engine.Time.Search;

namespace Engine.Tests.Time;

/// <summary>
/// What one does to think about a training of 10,000 epochs, with the values that a loop written by hand has: back to the last flip of a
/// prediction, a weight watched, a branch with another learning rate, both compared. Their times are in Tests/Benchmarks.
/// </summary>
public class ThinkingToolsTests
{
    private const int Epochs = 10_000;
    private const double Rate = 2;
    private const double OtherRate = 5;
    private const int Fork = 301;

    private static readonly Timeline Line = new(XorLoop.ToTraining(Rate), Epochs);

    private static readonly Past Original = Past.Of(new XorLoop(Rate), Epochs);

    private static readonly Past Other = Past.Of(LoopAt(Fork).With(OtherRate), Epochs - Fork + 1);

    private static XorLoop LoopAt(int iteration)
    {
        XorLoop loop = new(Rate);
        for (int update = 1; update < iteration; update++)
        {
            loop.Run();
        }

        return loop;
    }

    private static Timeline Branch() => new(XorLoop.ToTraining(OtherRate).From(Line.StateBefore(Fork)), Epochs);

    [Fact]
    public void Should_go_back_to_the_last_flip_of_a_prediction()
    {
        (int iteration, int sample) = Original.LastFlip.ShouldNotBeNull();
        iteration.ShouldBeInRange(10, Epochs / 2, "the training learns, and then rests");
        TimelineSearch search = new(Line, new Condition.PredictionFlip());
        Moment found = search.FindPrevious(Line.End).ShouldNotBeNull();
        found.Iteration.ShouldBe(iteration);
        Line.AddressAt(found).ShouldBe(Line.Plan.At($"o1[{sample + 1}]"));
        new TimelineSearch(Line, new Condition.PredictionFlip { Sample = sample }).FindPrevious(Line.End).ShouldBe(found);
    }

    [Fact]
    public void Should_watch_a_weight()
    {
        RecordedCurve curve = Recorder.Record(Line, [Line.Plan.At("w5+")]).Numbers.Single();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            curve.Values[epoch].ShouldAgree(Original.Weights[epoch], 1e-9, $"w5+@{epoch + 1}");
        }
    }

    [Fact]
    public void Should_branch_with_another_learning_rate()
    {
        Timeline branch = Branch();
        foreach (int iteration in new[] { Epochs, Fork, 4000, 4001 })
        {
            branch.At(iteration)[branch.Plan.At("w5+")].ShouldAgree(Other.Weights[iteration - Fork], 1e-9, $"w5+@{iteration}");
            branch.At(iteration)[branch.Plan.Loss][0].ShouldAgree(Other.Losses[iteration - Fork], 1e-9, $"loss@{iteration}");
        }
    }

    [Fact]
    public void Should_compare_both()
    {
        Timeline branch = Branch();
        Comparison comparison = new(Line, branch);
        Difference parting = comparison.FirstParting().ShouldNotBeNull();
        parting.Moment.Iteration.ShouldBe(Fork);
        Line.Plan.LabelOf(parting.Number).ToString().ShouldBe("w1+", "the first weight that the other learning rate moves otherwise");
        IterationDifference last = comparison.In(Epochs, Line.MomentOf(Epochs, new Address(Line.Plan.Loss.Index, 0))).ShouldNotBeNull();
        last.Compared.ShouldBeGreaterThan(20);
        Address loss = new(Line.Plan.Loss.Index, 0);
        Moment there = comparison.MomentInOther(Line.MomentOf(Epochs, loss).ShouldNotBeNull());
        double difference = Line.At(Epochs)[loss] - branch.At(there.Iteration)[branch.AddressAt(there).ShouldNotBeNull()];
        difference.ShouldAgree(Original.Losses[^1] - Other.Losses[^1], 1e-12, "the losses");
        last.Largest.ShouldNotBeNull().Size.ShouldBeGreaterThanOrEqualTo(Math.Abs(difference));
    }

    /// <summary>What a loop has been through.</summary>
    private sealed record Past(double[] Weights, double[] Losses, (int Iteration, int Sample)? LastFlip)
    {
        public static Past Of(XorLoop loop, int updates)
        {
            (double[] weights, double[] losses) = (new double[updates], new double[updates]);
            (int, int)? flip = null;
            bool[]? before = null;
            for (int update = 0; update < updates; update++)
            {
                loop.Run();
                (weights[update], losses[update]) = (loop.Weights[6], loop.Loss);
                bool[] answers = [.. loop.Outputs.Select(output => output > 0.5)];
                for (int sample = 0; before is not null && sample < answers.Length; sample++)
                {
                    flip = answers[sample] != before[sample] ? (update + 1, sample) : flip;
                }

                before = answers;
            }

            return new Past(weights, losses, flip);
        }
    }
}
