using Engine.Metrics;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Engine.Time;

namespace Engine.Tests.Time;

public class RecorderTests
{
    private const int Iterations = 1000;

    private static readonly Timeline Line = new(XorLoop.ToTraining(2), Iterations);

    public class TheRecording
    {
        [Fact]
        public void Should_hold_what_a_loop_written_by_hand_computes_in_every_iteration()
        {
            Recording recording = Recorder.Record(
                Line, [Line.Plan.At("w5"), Line.Plan.At("w5+"), new Address(Line.Plan.Loss.Index, 0), Line.Plan.At("o1[3]")], [new BinaryAccuracy()]);
            recording.FirstIteration.ShouldBe(1);
            recording.LastIteration.ShouldBe(Iterations);
            recording.IterationsPerPoint.ShouldBe(1);
            recording.Points.ShouldBe(Iterations);
            recording.Numbers.Length.ShouldBe(4);
            XorLoop loop = new(2);
            for (int iteration = 1; iteration <= Iterations; iteration++)
            {
                double before = loop.Weights[6];
                loop.Run();
                int point = recording.IndexOf(iteration);
                point.ShouldBe(iteration - 1);
                recording.IterationAt(point).ShouldBe(iteration);
                recording.Numbers[0].Values[point].ShouldAgree(before, 1e-11, $"w5@{iteration}");
                recording.Numbers[1].Values[point].ShouldAgree(loop.Weights[6], 1e-11, $"w5+@{iteration}");
                recording.Numbers[2].Values[point].ShouldAgree(loop.Loss, 1e-11, $"loss@{iteration}");
                recording.Numbers[3].Values[point].ShouldAgree(loop.Outputs[2], 1e-11, $"o1[3]@{iteration}");
                recording.Metrics.Single().Values[point].ShouldBe(loop.Accuracy, $"accuracy@{iteration}");
            }

            recording.Numbers[0].Least.ShouldBe(recording.Numbers[0].Values);
            recording.Numbers[0].Greatest.ShouldBe(recording.Numbers[0].Values);
            recording.Metrics[0].Values.Distinct().Count().ShouldBeGreaterThan(1, "the answers become right");
        }

        [Theory]
        [InlineData(999, 2, 500)]
        [InlineData(400, 3, 334)]
        [InlineData(7, 143, 7)]
        [InlineData(1, 1000, 1)]
        public void Should_keep_the_least_and_the_greatest_where_a_point_stands_for_several(int mostPoints, int perPoint, int points)
        {
            Address number = Line.Plan.At("dE_total/dw5");
            Recording all = Recorder.Record(Line, [number]);
            Recording recording = Recorder.Record(Line, [number], mostPoints: mostPoints);
            recording.IterationsPerPoint.ShouldBe(perPoint);
            recording.Points.ShouldBe(points);
            RecordedCurve curve = recording.Numbers.Single();
            curve.Values.Length.ShouldBe(points);
            for (int point = 0; point < points; point++)
            {
                double[] values = [.. all.Numbers[0].Values.Skip(point * perPoint).Take(perPoint)];
                curve.Values[point].ShouldBe(values[0]);
                curve.Least[point].ShouldBe(values.Min());
                curve.Greatest[point].ShouldBe(values.Max());
                recording.IterationAt(point).ShouldBe((point * perPoint) + 1);
                recording.IndexOf(recording.IterationAt(point)).ShouldBe(point);
                recording.IndexOf(Math.Min(Iterations, recording.IterationAt(point) + perPoint - 1)).ShouldBe(point);
            }

            recording.IndexOf(0).ShouldBe(0);
            recording.IndexOf(Iterations + 1).ShouldBe(points - 1);
        }

        [Fact]
        public void Should_show_a_NaN_among_several()
        {
            Training training = XorLoop.ToTraining(2);
            TrainingState state = training.InitialState();

            // 0 times infinity is NaN; with it the first weight is what it was not before.
            Timeline broken = new(training.From(state with { Values = state.Values.SetItem(0, double.PositiveInfinity) }), 4);
            Recording recording = Recorder.Record(broken, [broken.Plan.At("w5")], mostPoints: 1);
            recording.Numbers[0].Values[0].ShouldBe(XorLoop.FirstWeights[6]);
            recording.Numbers[0].Least[0].ShouldBe(double.NaN);
            recording.Numbers[0].Greatest[0].ShouldBe(double.NaN);
        }

        [Fact]
        public void Should_begin_where_a_branch_begins()
        {
            Address loss = new(Line.Plan.Loss.Index, 0);
            Timeline branch = new(Line.Training.From(Line.StateBefore(301)), Iterations);
            Recording recording = Recorder.Record(branch, [loss]);
            recording.FirstIteration.ShouldBe(301);
            recording.Points.ShouldBe(700);
            recording.IndexOf(301).ShouldBe(0);
            recording.Numbers[0].Values.ShouldBe(Recorder.Record(Line, [loss]).Numbers[0].Values[300..]);
        }
    }

    public class TheRun
    {
        private const int Long = 30_000;

        [Fact]
        public void Should_report_how_far_it_is_and_leave_the_iteration_last_asked_for()
        {
            Timeline line = new(XorLoop.ToTraining(0.5), Long);
            IterationTrace before = line.At(12_345);
            ReplayLog log = new();
            Recorder.Record(line, [line.Plan.At("w5")], progress: log);
            log.ShouldGrowTo(Long);
            line.At(12_345).ShouldBeSameAs(before);
            ReplayLog seek = new();
            line.At(20_000, seek, CancellationToken.None);
            seek.Runs.ShouldBeLessThan(100, "there are checkpoints now");
        }

        [Fact]
        public void Should_be_given_up_without_harm()
        {
            Timeline line = new(XorLoop.ToTraining(0.5), Long);
            IterationTrace before = line.At(5);
            using CancellationTokenSource source = new();
            ReplayLog log = new(_ => source.Cancel());
            Should.Throw<OperationCanceledException>(() =>
                Recorder.Record(line, [line.Plan.At("w5")], progress: log, cancellationToken: source.Token));
            log.Reports.Count.ShouldBe(1);
            line.At(5).ShouldBeSameAs(before);
            Timeline fresh = new(XorLoop.ToTraining(0.5), Long);
            foreach (Symbol symbol in line.Plan.Symbols)
            {
                line.At(6)[symbol].ShouldBeBitEqual(fresh.At(6)[fresh.Plan.Symbols[symbol.Index]], "after");
            }
        }

        [Fact]
        public void Should_refuse_numbers_that_there_are_not()
        {
            Should.Throw<ArgumentException>(() => Recorder.Record(Line, [new Address(Line.Plan.Symbols.Length, 0)]));
            Should.Throw<ArgumentException>(() => Recorder.Record(Line, [new Address(0, -1)]));
            Should.Throw<ArgumentOutOfRangeException>(() => Recorder.Record(Line, [], mostPoints: 0));
        }
    }
}
