using System.Collections.Immutable;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Metrics;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Running;

public class TrainerTests
{
    private static readonly NetworkCase Case = new(2, [new(3), new(2)]) { BatchSize = 2, Batches = 3, IsMean = true };

    /// <summary>One weight that loses a tenth of its size with every update: loss ½w², target 0, input 1.</summary>
    private static Network OneWeight(double weight, double rate) => Network.Sequential(
        new Shape(1), [new Dense(1, new Given(Tensor.Matrix([[weight]])), useBias: false)], new HalfSquaredError(), new GradientDescent(rate));

    private static Training TrainingOf(Network network) =>
        new(Planner.Build(network), Tensor.Matrix([[1]]), Tensor.Matrix([[0]]));

    public class TheHistory
    {
        [Fact]
        public void Should_be_the_mean_of_the_oracles_losses_epoch_by_epoch()
        {
            History history = Trainer.Run(Case.ToTraining(), 4, [new MeanAbsoluteErrorMetric()]);
            OraclePass[] passes = [.. Case.Oracle.Train(Case.Inputs, Case.Targets, 2, 12)];
            history.Epochs.Select(epoch => epoch.Epoch).ShouldBe([1, 2, 3, 4]);
            for (int epoch = 0; epoch < 4; epoch++)
            {
                OraclePass[] part = passes[(3 * epoch)..((3 * epoch) + 3)];
                history.Epochs[epoch].Training.Loss.ShouldBe(part.Average(pass => pass.Total.Value), 1e-12);
                double error = part.Average(pass => pass.Layers[^1].Outputs.Zip(pass.Targets, (outputs, targets) =>
                    outputs.Zip(targets, (output, target) => Math.Abs(output.Value - target.Value)).Average()).Average());
                history.Epochs[epoch].Training.Metrics.Single().ShouldBe(error, 1e-12);
                history.Epochs[epoch].Validation.ShouldBeNull();
            }

            history.Stopped.ShouldBeFalse();
            history.BestEpoch.ShouldBeNull();
            history.Final.CompletedIterations.ShouldBe(12);
        }

        [Fact]
        public void Should_measure_validation_after_the_epochs_last_update()
        {
            Training training = Case.ToTraining();
            ImmutableArray<Tensor> inputs = [Tensor.Matrix([[0.3, -0.2], [0.9, 0.4], [-1, 0.1]])];
            ImmutableArray<Tensor> targets = [Tensor.Matrix([[0.2, 0.8], [0.5, 0.5], [1, 0]])];
            Evaluation evaluation = new(training, Case.ToNetwork(), inputs, targets, []);
            History history = Trainer.Run(training, 2, [], evaluation);
            OraclePass[] passes = [.. Case.Oracle.Train(Case.Inputs, Case.Targets, 2, 6)];
            for (int epoch = 0; epoch < 2; epoch++)
            {
                DenseNetworkOracle after = new(passes[(3 * epoch) + 2].Updated, true, 0);
                OraclePass pass = after.Pass([[0.3, -0.2], [0.9, 0.4], [-1, 0.1]], [[0.2, 0.8], [0.5, 0.5], [1, 0]]);
                history.Epochs[epoch].Validation!.Loss.ShouldBe(pass.Total.Value, 1e-12);
            }
        }

        [Fact]
        public void Should_report_progress_and_end_when_cancelled()
        {
            using CancellationTokenSource source = new();
            Reports reports = new(done =>
            {
                if (done == 3)
                {
                    source.Cancel();
                }
            });
            Should.Throw<OperationCanceledException>(() =>
                Trainer.Run(Case.ToTraining(), 1000, [], progress: reports, cancellation: source.Token));
            reports.All.ShouldBe([1, 2, 3]);
        }
    }

    public class EarlyStoppingOfARun
    {
        /// <summary>The loss of one weight is ½w²; it grows where the rate is above 2 and shrinks below.</summary>
        [Theory]
        [InlineData(0, 2)]
        [InlineData(1, 2)]
        [InlineData(3, 4)]
        public void Should_wait_as_long_as_its_patience(int patience, int epochs)
        {
            History history = Trainer.Run(
                TrainingOf(OneWeight(1, 2.5)), 100, [], stopping: new EarlyStopping(Watched.TrainingLoss, patience));
            history.Epochs.Length.ShouldBe(epochs);
            history.Stopped.ShouldBeTrue();
            history.BestEpoch.ShouldBe(1);
        }

        [Fact]
        public void Should_not_stop_what_gets_better()
        {
            History history = Trainer.Run(TrainingOf(OneWeight(1, 0.5)), 20, [], stopping: new EarlyStopping(Watched.TrainingLoss));
            history.Epochs.Length.ShouldBe(20);
            history.Stopped.ShouldBeFalse();
            history.BestEpoch.ShouldBe(20);
        }

        [Fact]
        public void Should_call_better_only_what_is_better_by_the_least_difference()
        {
            // The weight halves: losses 1/2, 1/8, 1/32, 1/128; from the third to the fourth it is less than 0.03.
            History history = Trainer.Run(
                TrainingOf(OneWeight(1, 0.5)), 20, [], stopping: new EarlyStopping(Watched.TrainingLoss, 0, 0.03));
            history.Epochs.Length.ShouldBe(4);
            history.BestEpoch.ShouldBe(3);
        }

        [Fact]
        public void Should_give_back_the_best_state_where_asked()
        {
            // With rate 2.5 the weight becomes −1.5 times itself: 1, −1.5, 2.25. The best epoch is the first.
            TrainingState best = Trainer.Run(
                TrainingOf(OneWeight(1, 2.5)), 9, [], stopping: new EarlyStopping(Watched.TrainingLoss, 2, restoreBest: true)).Final;
            best.Values.ShouldBe([-1.5]);
            Trainer.Run(TrainingOf(OneWeight(1, 2.5)), 9, [], stopping: new EarlyStopping(Watched.TrainingLoss, 2)).Final.Values.ShouldBe([-3.375]);
        }

        [Fact]
        public void Should_take_a_larger_accuracy_for_better()
        {
            History history = Trainer.Run(
                TrainingOf(OneWeight(4, 0.5)), 9, [new BinaryAccuracy()], stopping: new EarlyStopping(Watched.TrainingMetric, 3));

            // Weights 4, 2, 1, 0.5: the fourth is the first that is not above the threshold, as the target 0 wants.
            history.BestEpoch.ShouldBe(4);
            history.Epochs.Length.ShouldBe(7);
        }

        [Fact]
        public void Should_be_refused_where_it_watches_what_is_not_measured()
        {
            Should.Throw<ArgumentException>(() => Trainer.Run(TrainingOf(OneWeight(1, 1)), 1, [], stopping: new EarlyStopping()));
            Should.Throw<ArgumentException>(() =>
                Trainer.Run(TrainingOf(OneWeight(1, 1)), 1, [], stopping: new EarlyStopping(Watched.TrainingMetric)));
            Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(patience: -1)).ParamName.ShouldBe("patience");
            Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(minimumDelta: double.NaN)).ParamName.ShouldBe("minimumDelta");
        }
    }

    public class Shuffling
    {
        [Fact]
        public void Should_show_each_row_once_an_epoch_in_an_order_of_its_own()
        {
            Training training = ShuffledTraining(20, 4, seed: 5);
            int[][] epochs = [.. Enumerable.Range(0, 3).Select(epoch =>
                Enumerable.Range(1, 5).SelectMany(iteration => training.RowsOf((5 * epoch) + iteration)).ToArray())];
            foreach (int[] rows in epochs)
            {
                rows.Order().ShouldBe(Enumerable.Range(0, 20));
                rows.ShouldNotBe(Enumerable.Range(0, 20));
            }

            epochs[0].ShouldNotBe(epochs[1]);
            ShuffledTraining(20, 4, seed: 6).RowsOf(1).ShouldNotBe(training.RowsOf(1));
            ShuffledTraining(20, 4, seed: 5).RowsOf(7).ShouldBe(training.RowsOf(7));
        }

        [Fact]
        public void Should_give_the_iteration_the_rows_that_it_says()
        {
            Training training = ShuffledTraining(6, 2, seed: 1);
            Iteration machine = new(training);
            for (int iteration = 1; iteration <= 9; iteration++)
            {
                machine.Run();
                machine.Trace()[training.Plan.Inputs[0]].ToArray().ShouldBe(training.RowsOf(iteration).Select(row => (double)row));
            }
        }

        [Fact]
        public void Should_be_even()
        {
            // Which row comes first, over 6,000 epochs of six rows: 1,000 each, give or take some deviations of 29.
            Training training = ShuffledTraining(6, 6, seed: 3);
            int[] counts = new int[6];
            for (int epoch = 1; epoch <= 6000; epoch++)
            {
                counts[training.RowsOf(epoch)[0]]++;
            }

            counts.ShouldAllBe(count => count > 850 && count < 1150);
        }

        private static Training ShuffledTraining(int samples, int batchSize, int seed)
        {
            Tensor rows = new(new Shape(samples, 1), [.. Enumerable.Range(0, samples).Select(row => (double)row)]);
            return new Training(Planner.Build(OneWeight(1, 0.1), batchSize), [rows], [rows], seed);
        }
    }

    public class TheMetrics
    {
        [Fact]
        public void Should_count_yes_and_no_by_the_threshold()
        {
            new BinaryAccuracy().Of([0.6, 0.4, 0.5], [1, 1, 0]).ShouldBe(2 / 3.0);
            new BinaryAccuracy(0.3).Of([0.6, 0.4, 0.5], [1, 1, 0]).ShouldBe(2 / 3.0);
            new SubsetAccuracy().Of([0.6, 0.4], [1, 1]).ShouldBe(0);
            new SubsetAccuracy().Of([0.6, 0.9], [1, 1]).ShouldBe(1);
            Should.Throw<ArgumentOutOfRangeException>(() => new BinaryAccuracy(double.NaN));
        }

        [Fact]
        public void Should_count_classes_by_the_greatest()
        {
            new CategoricalAccuracy().Of([0.1, 0.7, 0.2], [0, 1, 0]).ShouldBe(1);
            new CategoricalAccuracy().Of([0.4, 0.4, 0.2], [0, 1, 0]).ShouldBe(0);
            new CategoricalAccuracy(2).Of([0.4, 0.6, 0.9, 0.1], [0, 1, 0, 1]).ShouldBe(0.5);
            new SparseCategoricalAccuracy().Of([0.1, 0.2, 0.7], [2]).ShouldBe(1);
            new SparseCategoricalAccuracy().Of([0.1, 0.2, 0.7], [0]).ShouldBe(0);
            new MeanAbsoluteErrorMetric().Of([1, 2], [0, 4]).ShouldBe(1.5);
        }
    }

    private sealed class Reports(Action<int> also) : IProgress<int>
    {
        public List<int> All { get; } = [];

        public void Report(int value)
        {
            All.Add(value);
            also(value);
        }
    }
}
