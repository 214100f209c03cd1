using System.Collections.Immutable;
using Engine.Activations;
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

namespace Engine.Tests.Health;

public class NumericalHealthTests
{
    /// <summary>One layer after the other, without biases, on samples of one batch each or together.</summary>
    private static Training ToTraining(
        double[][] inputs, double[][] targets, Loss loss, double learningRate, int batchSize, params (double[][] Kernel, Activation? Activation)[] layers)
    {
        ImmutableArray<Layer> dense =
        [
            .. layers.Select(layer => new Dense(layer.Kernel[0].Length, new Given(Tensor.Matrix(layer.Kernel)), layer.Activation, useBias: false)),
        ];
        Network network = Network.Sequential(new Shape(inputs[0].Length), dense, loss, new GradientDescent(learningRate));
        return new Training(Planner.Build(network, batchSize), Tensor.Matrix(inputs), Tensor.Matrix(targets));
    }

    public class TheFirstNonFiniteMethod
    {
        [Fact]
        public void Should_find_the_square_that_overflows()
        {
            // w = 1, x = 1, t = 0: E = 0.5, dE/dw = 1, so w becomes 1 - 1e200; the next E is 0.5 × 1e400.
            Training training = ToTraining([[1]], [[0]], new HalfSquaredError(), 1e200, 1, ([[1]], null));
            Timeline line = new(training, 50);
            NonFiniteNumber found = NumericalHealth.FirstNonFinite(line).ShouldNotBeNull();
            found.Address.ShouldBe(line.Plan.At("E"));
            found.Moment.ShouldBe(line.MomentOf(2, line.Plan.At("E")).ShouldNotBeNull());
            found.Value.ShouldBe(double.PositiveInfinity);
            found.Operands.ShouldBe([new NumberValue(line.Plan.At("t"), 0), new NumberValue(line.Plan.At("o1"), -1e200)]);
            found.IsMadeHere.ShouldBeTrue();
        }

        [Fact]
        public void Should_find_the_logarithm_of_0()
        {
            // sigmoid(-1000) is 1 / (1 + exp(1000)) = 1 / infinity = 0.
            BinaryCrossentropy unclipped = new(clipEpsilon: 0);
            Training training = ToTraining([[1]], [[1]], unclipped, 0.1, 1, ([[-1000]], new Sigmoid()));
            Timeline line = new(training, 5);
            NonFiniteNumber found = NumericalHealth.FirstNonFinite(line).ShouldNotBeNull();
            found.Moment.ShouldBe(line.MomentOf(1, line.Plan.At("E")).ShouldNotBeNull());
            found.Value.ShouldBe(double.PositiveInfinity);
            found.Operands.ShouldContain(new NumberValue(line.Plan.At("o1"), 0));
            found.IsMadeHere.ShouldBeTrue();
            NumericalHealth.FirstNonFinite(new Timeline(
                ToTraining([[1]], [[1]], new BinaryCrossentropy(), 0.1, 1, ([[-1000]], new Sigmoid())), 50)).ShouldBeNull("clipping is what it is for");
        }

        [Fact]
        public void Should_tell_what_was_only_handed_on()
        {
            Training training = ToTraining([[2]], [[1]], new HalfSquaredError(), 0.1, 1, ([[double.NegativeInfinity]], new Sigmoid()));
            NonFiniteNumber found = NumericalHealth.FirstNonFinite(new Timeline(training, 5)).ShouldNotBeNull();
            found.Moment.ShouldBe(new Moment(1, 0, 0));
            found.Value.ShouldBe(double.NegativeInfinity);
            found.Operands.ShouldBe([new NumberValue(training.Plan.At("W1"), double.NegativeInfinity), new NumberValue(training.Plan.At("x"), 2)]);
            found.IsMadeHere.ShouldBeFalse();
        }

        [Fact]
        public void Should_find_nothing_where_all_is_well() =>
            NumericalHealth.FirstNonFinite(new Timeline(WorkedExample.ToTraining(), 2000)).ShouldBeNull();

        [Theory]
        [InlineData(1, 1e200)]
        [InlineData(2, 1e100)]
        [InlineData(3, 40)]
        [InlineData(4, 300)]
        [InlineData(5, 1e150)]
        public void Should_find_the_first_number_that_a_look_at_all_of_them_finds(int seed, double learningRate)
        {
            const int Iterations = 400;
            NetworkCase network = new(3, [new(4), new(3, IsSigmoid: false)])
            {
                Seed = seed,
                LearningRate = learningRate,
                BatchSize = 2,
                Batches = 2,
                Scale = 3,
            };
            Training training = network.ToTraining();
            NonFiniteNumber found = NumericalHealth.FirstNonFinite(new Timeline(training, Iterations, checkpointBytes: 2000)).ShouldNotBeNull();

            Iteration machine = new(training);
            IterationTrace trace;
            Step? step;
            do
            {
                machine.Run();
                trace = machine.Trace();
                step = training.Plan.Steps.FirstOrDefault(step => trace[step.Output].ToArray().Any(value => !double.IsFinite(value)));
            }
            while (step is null && machine.Number < Iterations);

            int cell = Array.FindIndex(trace[step.ShouldNotBeNull().Output].ToArray(), value => !double.IsFinite(value));
            found.Moment.ShouldBe(new Moment(machine.Number, step.Index, cell));
            found.Value.ShouldBeBitEqual(trace[found.Address], "the value");
            found.IsMadeHere.ShouldBeTrue();
            Dictionary<Address, double> operands = found.Operands.ToDictionary(operand => operand.Address, operand => operand.Value);
            Explanation explanation = training.Plan.Explain(found.Address);
            explanation.Formula.Evaluate(operand => operands[explanation.AddressOf(operand)]).ShouldBeBitEqual(found.Value, "from its operands");
        }

        [Fact]
        public void Should_tell_how_far_it_is_and_be_given_up()
        {
            Timeline line = new(WorkedExample.ToTraining(), 30_000);
            ReplayLog log = new();
            NumericalHealth.FirstNonFinite(line, log).ShouldBeNull();
            log.ShouldGrowTo(30_000);
            using CancellationTokenSource source = new();
            source.Cancel();
            Should.Throw<OperationCanceledException>(() => NumericalHealth.FirstNonFinite(line, null, source.Token));
        }
    }

    public class TheNonFiniteAtMethod
    {
        [Fact]
        public void Should_be_null_where_the_number_is_finite_and_at_the_start()
        {
            Timeline line = new(WorkedExample.ToTraining(), 2);
            NumericalHealth.NonFiniteAt(line, line.End).ShouldBeNull();
            NumericalHealth.NonFiniteAt(line, Moment.Start).ShouldBeNull();
        }
    }

    public class TheActivationsInMethod
    {
        private static ImmutableArray<ActivationHealth> Of(Training training, int iteration = 1, double threshold = NumericalHealth.DefaultThreshold) =>
            NumericalHealth.ActivationsIn(new Timeline(training, 10).At(iteration), threshold);

        [Fact]
        public void Should_count_the_slopes_below_the_threshold()
        {
            // z of the first unit is 10, -10 and 1, with slopes 4.5e-5, 4.5e-5 and 0.197; z of the second is 0.1, -0.1, 0.01.
            Training training = ToTraining(
                [[1], [-1], [0.1]], [[0], [0], [0]], new HalfSquaredError(), 0.1, 3, ([[10, 0.1]], new Sigmoid()), ([[1], [1]], null));
            ActivationHealth hidden = Of(training).ShouldHaveSingleItem();
            hidden.Activation.ShouldBe(training.Plan.Symbols.Single(symbol => symbol.Label.ToString() == "h1"));
            hidden.Slope.Label.ToString().ShouldBe("dh1/dz1");
            hidden.Units.Select(unit => unit.Outputs).ShouldBe([3, 3]);
            hidden.Units.Select(unit => unit.Saturated).ShouldBe([2, 0]);
            hidden.Units.Select(unit => unit.Unit).ShouldBe([training.Plan.At("h1[1,1]"), training.Plan.At("h1[1,2]")]);
            hidden.Units[0].SaturatedShare.ShouldBe(2.0 / 3);
            hidden.SaturatedShare.ShouldBe(1.0 / 3);
            hidden.DeadUnits.ShouldBeEmpty();
            Of(training, threshold: 0.2).Single().Units.Select(unit => unit.Saturated).ShouldBe([3, 0]);
            Of(training, threshold: 0.3).Single().SaturatedShare.ShouldBe(1);
        }

        [Fact]
        public void Should_find_units_that_are_0_for_every_sample()
        {
            Training training = ToTraining(
                [[1, 1], [2, 1]], [[0], [0]], new HalfSquaredError(), 0.1, 2, ([[-1, 1, -2], [0, -3, 0]], new RectifiedLinear()), ([[1], [1], [1]], null));
            ActivationHealth relu = Of(training).ShouldHaveSingleItem();
            relu.Units.Select(unit => unit.IsDead).ShouldBe([true, true, true]);
            Training leaky = ToTraining(
                [[1, 1], [2, 1]], [[0], [0]], new HalfSquaredError(), 0.1, 2, ([[-1, 1, -2], [0, -3, 0]], new LeakyRectifiedLinear()), ([[1], [1], [1]], null));
            Of(leaky).ShouldHaveSingleItem().DeadUnits.ShouldBeEmpty();
        }

        [Fact]
        public void Should_list_activations_from_the_first_layer_and_nothing_else()
        {
            // The clip of the loss is a function in pieces too, but no layer's.
            Training training = ToTraining(
                [[1]], [[1]], new BinaryCrossentropy(), 0.1, 1, ([[1, 2]], new HyperbolicTangent()), ([[1, 2], [3, 4]], null), ([[1], [2]], new Sigmoid()));
            Of(training).Select(found => found.Activation.Label.ToString()).ShouldBe(["h1", "o3"]);
            Training softmax = ToTraining([[1]], [[0, 1]], new CategoricalCrossentropy(), 0.1, 1, ([[1, 2]], new Softmax()));
            Of(softmax).ShouldBeEmpty();
        }

        [Theory]
        [InlineData(0)]
        [InlineData(-1)]
        public void Should_refuse_a_threshold_that_nothing_is_below(double threshold) => Should.Throw<ArgumentOutOfRangeException>(
            () => Of(WorkedExample.ToTraining(), threshold: threshold)).ParamName.ShouldBe("threshold");
    }

    public class TheActivationsOverDataMethod
    {
        [Fact]
        public void Should_call_dead_only_what_no_sample_wakes()
        {
            // In turn, x is 1 and -2: the first unit answers the second sample only, the third none, as its weight is 0.
            Training training = ToTraining(
                [[1], [-2]], [[0], [0]], new HalfSquaredError(), 0.001, 1, ([[-1, 1, 0]], new RectifiedLinear()), ([[1], [1], [1]], null));
            Timeline line = new(training, 10);
            NumericalHealth.ActivationsIn(line.At(1))[0].Units.Select(unit => unit.IsDead).ShouldBe([true, false, true]);
            ActivationHealth over = NumericalHealth.ActivationsOverData(line, 1).ShouldHaveSingleItem();
            over.Units.Select(unit => unit.IsDead).ShouldBe([false, false, true]);
            over.Units.Select(unit => unit.Outputs).ShouldBe([2, 2, 2]);
            over.Units.Select(unit => unit.Saturated).ShouldBe([1, 1, 2]);
        }

        [Theory]
        [InlineData(1, null)]
        [InlineData(7, null)]
        [InlineData(7, 5)]
        [InlineData(40, 6)]
        public void Should_take_the_parameters_of_the_iteration_before_its_update(int iteration, int? shuffleSeed)
        {
            const double Threshold = 0.1;
            NetworkCase network = new(3, [new(4), new(2, IsSigmoid: false)]) { BatchSize = 2, Batches = 5, Scale = 2, LearningRate = 0.1 };
            Training training = new(network.ToPlan(), [Tensor.Matrix(network.Inputs)], [Tensor.Matrix(network.Targets)], shuffleSeed);
            Timeline line = new(training, 50);
            IterationTrace trace = line.At(iteration);
            ReplayLog log = new();
            ActivationHealth hidden = NumericalHealth.ActivationsOverData(line, iteration, Threshold, log).ShouldHaveSingleItem();
            log.ShouldGrowTo(5);
            line.At(iteration).ShouldBeSameAs(trace);

            long[] expected = new long[4];
            foreach (double[] row in network.Inputs)
            {
                for (int unit = 0; unit < 4; unit++)
                {
                    double z = trace[training.Plan.At($"b1[{unit + 1}]")];
                    for (int input = 0; input < 3; input++)
                    {
                        z += row[input] * trace[training.Plan.At($"W1[{input + 1},{unit + 1}]")];
                    }

                    double value = 1 / (1 + Math.Exp(-z));
                    expected[unit] += value * (1 - value) < Threshold ? 1 : 0;
                }
            }

            hidden.Units.Select(unit => unit.Saturated).ShouldBe(expected);
            hidden.Units.Select(unit => unit.Outputs).ShouldBe([10, 10, 10, 10]);
            expected.Distinct().Count().ShouldBeGreaterThan(1, "otherwise units could be mixed up");
        }
    }
}
