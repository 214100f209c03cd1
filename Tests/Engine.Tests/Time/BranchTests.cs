using System.Collections.Immutable;
using Engine.Activations;
using Engine.Formulas;
using Engine.Health;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Engine.Time;
using Engine.Time.Search;

namespace Engine.Tests.Time;

/// <summary>A training that begins in the middle of another.</summary>
public class BranchTests
{
    /// <summary>Dropout, running statistics, shuffled rows and Adam's slots: all that an iteration could lose its memory of.</summary>
    private static Training Noisy()
    {
        Network network = Network.Sequential(
            new Shape(2),
            [
                new Dense(3, new GlorotUniform(1), new HyperbolicTangent()),
                new BatchNormalization(),
                new Dropout(0.4, 1),
                new Dense(2, new GlorotUniform(2), new Softmax()),
            ],
            new CategoricalCrossentropy(),
            new Adam(0.01));
        Random random = new(5);
        const int Samples = 24;
        Tensor inputs = new(new Shape(Samples, 2), [.. Enumerable.Range(0, Samples * 2).Select(_ => random.NextDouble() - 0.5)]);
        ImmutableArray<double> targets = [.. Enumerable.Range(0, Samples).SelectMany(sample => sample % 3 == 0 ? new[] { 1.0, 0 } : [0, 1.0])];
        return new Training(Planner.Build(network, 8), [inputs], [new Tensor(new Shape(Samples, 2), targets)], shuffleSeed: 3);
    }

    private static List<IterationTrace> Straight(Training training, int last)
    {
        Iteration machine = new(training);
        List<IterationTrace> traces = [];
        while (machine.Number < last)
        {
            machine.Run();
            traces.Add(machine.Trace());
        }

        return traces;
    }

    private static void ShouldEqual(IterationTrace trace, IterationTrace expected, string where)
    {
        trace.Iteration.ShouldBe(expected.Iteration, where);
        foreach (Symbol symbol in trace.Plan.Symbols)
        {
            trace[symbol].ShouldBeBitEqual(expected[symbol], $"{where}, iteration {trace.Iteration}, {symbol.Label}");
        }
    }

    public class WithNothingChanged
    {
        // More iterations than a small plan is computed step by step before it is compiled as a whole.
        private const int Last = 260;

        [Theory]
        [InlineData(1, 0)]
        [InlineData(2, 0)]
        [InlineData(5, 0)]
        [InlineData(131, 0)]
        [InlineData(131, 64 << 20)]
        [InlineData(259, 0)]
        [InlineData(Last, 0)]
        public void Should_equal_the_original_bit_for_bit_wherever_it_is_looked_at(int first, long checkpointBytes)
        {
            Training training = Noisy();
            List<IterationTrace> straight = Straight(training, Last);
            Timeline original = new(training, Last);
            Timeline branch = new(training.From(original.StateBefore(first)), Last, checkpointBytes);
            branch.FirstIteration.ShouldBe(first);
            branch.Training.EpochOf(first).ShouldBe(((first - 1) / 3) + 1);
            Random random = new(first);
            int[] visits = [Last, first, .. Enumerable.Range(0, 40).Select(_ => random.Next(first, Last + 1)), .. Enumerable.Range(first, Last - first + 1)];
            foreach (int iteration in visits)
            {
                ShouldEqual(branch.At(iteration), straight[iteration - 1], $"branch at {first}");
            }
        }

        [Fact]
        public void Should_branch_again()
        {
            Training training = Noisy();
            List<IterationTrace> straight = Straight(training, 90);
            Timeline branch = new(training.From(new Timeline(training, 90).StateBefore(20)), 90);
            Timeline second = new(branch.Training.From(branch.StateBefore(50)), 90);
            ShouldEqual(second.At(90), straight[89], "branch of a branch");
            second.StateBefore(50).CompletedIterations.ShouldBe(49);
            second.StateBefore(50).Values.ShouldBe(branch.StateBefore(50).Values);
        }

        [Fact]
        public void Should_continue_a_machine_of_its_own()
        {
            Training training = Noisy();
            Iteration machine = new(training);
            for (int run = 0; run < 10; run++)
            {
                machine.Run();
            }

            Iteration branch = new(training.From(machine.State()));
            branch.Number.ShouldBe(10);
            branch.State().Values.ShouldBe(machine.State().Values);
            machine.Run();
            branch.Run();
            ShouldEqual(branch.Trace(), machine.Trace(), "the next");
        }
    }

    public class WithSomethingChanged
    {
        private const int Before = 40;
        private const int Last = 400;

        private static XorLoop LoopAfter(int updates, double rate)
        {
            XorLoop loop = new(rate);
            for (int update = 0; update < updates; update++)
            {
                loop.Run();
            }

            return loop;
        }

        private static void ShouldFollow(Timeline branch, XorLoop loop)
        {
            for (int iteration = branch.FirstIteration; iteration <= Last; iteration++)
            {
                IterationTrace trace = branch.At(iteration);
                double[] before = [.. loop.Weights];
                loop.Run();
                for (int weight = 0; weight < before.Length; weight++)
                {
                    string name = XorLoop.Names[weight];
                    trace[branch.Plan.At(name)].ShouldAgree(before[weight], 1e-11, $"{name}@{iteration}");
                    trace[branch.Plan.At(name + "+")].ShouldAgree(loop.Weights[weight], 1e-11, $"{name}+@{iteration}");
                }

                trace[branch.Plan.Loss][0].ShouldAgree(loop.Loss, 1e-11, $"loss@{iteration}");
            }
        }

        [Fact]
        public void Should_be_computed_with_another_learning_rate_from_there_on()
        {
            Timeline original = new(XorLoop.ToTraining(0.5), Last);
            Timeline branch = new(XorLoop.ToTraining(2).From(original.StateBefore(Before + 1)), Last);
            ShouldFollow(branch, LoopAfter(Before, 0.5).With(2));
        }

        [Fact]
        public void Should_be_computed_with_another_weight_from_there_on()
        {
            Timeline original = new(XorLoop.ToTraining(0.5), Last);
            TrainingState state = original.StateBefore(Before + 1);
            XorLoop loop = LoopAfter(Before, 0.5);
            loop.Weights[6] = -0.25;

            // w5 is the first of the second kernel: after four weights and two biases.
            Training changed = original.Training.From(state with { Values = state.Values.SetItem(6, -0.25) });
            ShouldFollow(new Timeline(changed, Last), loop);
        }
    }

    public class ItsMoments
    {
        private const int First = 4;
        private const int Last = 9;

        private static readonly Timeline Root = new(WorkedExample.ToTraining(), Last);

        private static readonly Timeline Branch = new(Root.Training.From(Root.StateBefore(First)), Last);

        [Fact]
        public void Should_be_those_of_the_original_from_the_beginning_on()
        {
            Branch.Start.ShouldBe(new Moment(First, -1, 0));
            Branch.End.ShouldBe(Root.End);
            Branch.Length.ShouldBe(Root.NumbersPerIteration * (Last - First + 1));
            Branch.OrdinalOf(Branch.Start).ShouldBe(0);
            Branch.MomentAt(0).ShouldBe(Branch.Start);
            Branch.MomentAt(-5).ShouldBe(Branch.Start);
            Branch.MomentAt(Branch.Length + 1).ShouldBe(Branch.End);
            for (long ordinal = 1; ordinal <= Branch.Length; ordinal++)
            {
                Moment moment = Root.MomentAt(ordinal + (Root.NumbersPerIteration * (First - 1)));
                Branch.MomentAt(ordinal).ShouldBe(moment);
                Branch.OrdinalOf(moment).ShouldBe(ordinal);
            }
        }

        [Theory]
        [InlineData(Level.Cell)]
        [InlineData(Level.Operation)]
        [InlineData(Level.Phase)]
        [InlineData(Level.Iteration)]
        public void Should_be_walked_in_both_directions(Level level)
        {
            List<Moment> stops = [Branch.Start];
            while (Branch.Next(stops[^1], level) is var next && next != stops[^1])
            {
                if (stops.Count > 1)
                {
                    next.ShouldBe(Root.Next(stops[^1], level));
                }

                stops.Add(next);
            }

            stops[^1].ShouldBe(Branch.End);
            for (int index = stops.Count - 1; index > 0; index--)
            {
                Branch.Previous(stops[index], level).ShouldBe(stops[index - 1]);
            }

            Branch.Previous(Branch.Start, level).ShouldBe(Branch.Start);
            Branch.Next(Moment.Start, level).ShouldBe(stops[1], "a moment before the beginning is the beginning");
        }

        [Fact]
        public void Should_not_be_those_before_the_beginning()
        {
            Branch.HasIteration(First - 1).ShouldBeFalse();
            Branch.HasIteration(First).ShouldBeTrue();
            Branch.HasIteration(Last).ShouldBeTrue();
            Branch.HasIteration(Last + 1).ShouldBeFalse();
            Should.Throw<ArgumentOutOfRangeException>(() => Branch.At(First - 1)).ParamName.ShouldBe("iteration");
            Should.Throw<ArgumentOutOfRangeException>(() => Branch.MomentOf(First - 1, Branch.Plan.At("h1")));
            Should.Throw<ArgumentOutOfRangeException>(() => new TimelineSearch(Branch, new Condition.NonFinite()).FindNext(Moment.Start));
            Should.Throw<ArgumentOutOfRangeException>(() => new Timeline(Branch.Training, First - 1)).ParamName.ShouldBe("iterations");
        }

        [Fact]
        public void Should_have_the_beginnings_values_known_at_the_start()
        {
            Expression w5 = Condition.NumberAt(Branch.Plan.At("w5"));
            double first = Root.At(First)[Root.Plan.At("w5")];
            TimelineSearch search = new(Branch, new Condition.Comparison(w5, Relation.GreaterOrEqual, first));
            search.FindPrevious(Branch.End).ShouldBe(Branch.Start, "w5 falls from there on");
            new TimelineSearch(Branch, new Condition.Change(w5)).FindNext(Branch.Start).ShouldBe(Branch.MomentOf(First, Branch.Plan.At("w5+")));
        }
    }

    public class TheFromMethod
    {
        [Fact]
        public void Should_give_other_first_values_where_nothing_is_completed()
        {
            Training training = WorkedExample.ToTraining();
            TrainingState state = training.InitialState();
            state = state with { Values = state.Values.SetItem(0, 7) };
            Training changed = training.From(state);
            changed.FirstIteration.ShouldBe(1);
            Timeline line = new(changed, 3);
            line.At(1)[line.Plan.At("w1")].ShouldBe(7);
            line.At(1)[line.Plan.At("w3")].ShouldBe(0.4, "beside it in the kernel");
            changed.InitialValuesOf(line.Plan.SymbolOf(line.Plan.At("w1")))[0].ShouldBe(7);
            changed.InitialValuesOf(line.Plan.SymbolOf(line.Plan.At("alpha")))[0].ShouldBe(0.5);
            changed.InitialValuesOf(line.Plan.SymbolOf(line.Plan.At("z1"))).IsEmpty.ShouldBeTrue();
            training.InitialState().Values[0].ShouldBe(0.3, "the original stays");
        }

        [Fact]
        public void Should_refuse_a_state_of_another_plan()
        {
            Training training = WorkedExample.ToTraining();
            Should.Throw<ArgumentException>(() => training.From(new TrainingState(3, [1, 2]))).Message.ShouldContain("2 values; the plan hands on 8");
            Should.Throw<ArgumentOutOfRangeException>(() => training.From(training.InitialState() with { CompletedIterations = -1 }));
        }
    }

    [Fact]
    public void Should_count_epochs_as_the_original_and_finish_the_one_it_begins_in()
    {
        Training training = Noisy();
        History all = Trainer.Run(training, 6, []);
        Timeline line = new(training, 18);
        Training branch = training.From(line.StateBefore(8));
        History rest = Trainer.Run(branch, 6, []);
        rest.Epochs.Select(epoch => epoch.Epoch).ShouldBe([3, 4, 5, 6]);
        rest.Epochs[0].Training.Loss.ShouldBe((line.At(8)[line.Plan.Loss][0] + line.At(9)[line.Plan.Loss][0]) / 2, 1e-15);
        rest.Epochs.Skip(1).Select(epoch => epoch.Training.Loss).ShouldBe(all.Epochs.Skip(3).Select(epoch => epoch.Training.Loss), "whole epochs are the same");
        rest.Final.Values.ShouldBe(all.Final.Values);
        rest.Final.CompletedIterations.ShouldBe(18);
        Trainer.Run(branch, 2, []).Epochs.ShouldBeEmpty("those are over");
    }

    [Fact]
    public void Should_wait_its_whole_patience_from_where_it_begins()
    {
        // Nothing gets better by 10, so the first epoch that is run stays the best.
        Training training = Noisy();
        Training branch = training.From(new Timeline(training, 30).StateBefore(10));
        History history = Trainer.Run(branch, 100, [], stopping: new EarlyStopping(Watched.TrainingLoss, 2, 10));
        history.Epochs.Select(epoch => epoch.Epoch).ShouldBe([4, 5, 6]);
        history.BestEpoch.ShouldBe(4);
    }

    [Fact]
    public void Should_find_the_first_number_that_is_not_finite_after_its_beginning()
    {
        Training training = XorLoop.ToTraining(0.5);
        TrainingState state = new Timeline(training, 20).StateBefore(11);
        Timeline branch = new(training.From(state with { Values = state.Values.SetItem(8, double.PositiveInfinity) }), 20);
        NonFiniteNumber found = NumericalHealth.FirstNonFinite(branch).ShouldNotBeNull();
        found.Moment.Iteration.ShouldBe(11);
        found.IsMadeHere.ShouldBeFalse("the bias was infinite before");
        branch.Plan.LabelOf(found.Address).ToString().ShouldBe("z3[1]");
    }
}
