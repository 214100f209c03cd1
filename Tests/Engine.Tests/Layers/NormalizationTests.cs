using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Reference;

namespace Engine.Tests.Layers;

public class NormalizationTests
{
    private static readonly Tensor Rows = Tensor.Matrix([[1, 10], [3, 20]]);

    private static Network Shared(Layer layer) => new(
        [new NetworkInput("a", new Shape(2)), new NetworkInput("b", new Shape(2))],
        [new Node("left", layer, ["a"]), new Node("right", layer, ["b"]), new Node("sum", new Add(), ["left", "right"])],
        [new NetworkOutput("sum", new HalfSquaredError())],
        new GradientDescent(0.1));

    public class BatchNormalizationLayers
    {
        [Fact]
        public void Should_show_every_step()
        {
            LayerBench bench = new(new BatchNormalization(epsilon: 3), [Rows]);
            bench.ValuesOf("mean1").ShouldBe([2, 15]);
            bench.ValuesOf("centered1").ShouldBe([-1, -5, 1, 5]);
            bench.ValuesOf("var1").ShouldBe([1, 25]);
            bench.ValuesOf("xhat1").ShouldBe([-0.5, -5 / Math.Sqrt(28), 0.5, 5 / Math.Sqrt(28)]);
            bench.Plan.Carries.Select(carry => carry.Current.Label.ToString())
                .ShouldBe(["moving_mean1", "moving_var1", "gamma1", "beta1"], ignoreOrder: true);
            Symbol next = bench.Plan.NextOf(bench["moving_mean1"]).ShouldNotBeNull();
            bench.Plan.ProducerOf(next)!.Phase.ShouldBe(Phase.Update);
            bench.Plan.Explain(new Address(next.Index, 0)).Symbolic(Notation.Plain).ShouldBe("moving_mean1[1] * 0.99 + mean1[1] * (1 - 0.99)");
            bench.Plan.Explain(new Address(bench.Plan.Predictions[0].Index, 0)).Symbolic(Notation.Plain).ShouldBe("gamma1[1] * xhat1[1,1] + beta1[1]");
        }

        [Theory]
        [InlineData(0, 2)]
        [InlineData(1, 8)]
        [InlineData(0.75, 6.5)]
        public void Should_blend_what_it_remembers(double momentum, double expected) =>
            new LayerBench(new BatchNormalization(momentum, movingMean: new Constant(8)), [Rows]).NextOf("moving_mean1")[0].ShouldBe(expected);

        [Fact]
        public void Should_use_and_keep_what_it_remembers_for_inference()
        {
            LayerBench bench = new(
                new BatchNormalization(epsilon: 0, movingMean: new Constant(1), movingVariance: new Constant(4)), [Rows], mode: Mode.Inference);
            bench.Output.ShouldBe([0, 4.5, 1, 9.5]);
            bench.Plan.Carries.ShouldBeEmpty();
            bench.Plan.Names.ShouldNotContain("mean1");
        }

        [Fact]
        public void Should_be_measured_by_what_training_remembered()
        {
            Network network = Network.Sequential(
                new Shape(1),
                [new BatchNormalization(momentum: 0, epsilon: 0, center: false, scale: false), new Dropout(0.9)],
                new MeanSquaredError(),
                new GradientDescent(0));
            Training training = new(Planner.Build(network, 2), Tensor.Matrix([[0], [2]]), Tensor.Matrix([[0], [0]]));
            Iteration iteration = new(training);
            iteration.Run();
            Evaluation evaluation = new(training, network, [Tensor.Matrix([[3]])], [Tensor.Matrix([[0]])], []);

            // Mean 1 and variance 1 are remembered, and nothing is dropped: 3 becomes 2, whose square is 4.
            evaluation.Of(iteration.State()).Loss.ShouldBe(4);
        }

        [Theory]
        [InlineData(false, false, "", "o1")]
        [InlineData(true, false, "xhat1[1,1] + beta1[1]", "xhat1")]
        [InlineData(false, true, "gamma1[1] * xhat1[1,1]", "xhat1")]
        public void Should_leave_out_what_is_not_wanted(bool center, bool scale, string formula, string normalized)
        {
            LayerBench bench = new(new BatchNormalization(epsilon: 3, center: center, scale: scale), [Rows], mode: Mode.Training);
            bench.Plan.Names.Contains("gamma1").ShouldBe(scale);
            bench.Plan.Names.Contains("beta1").ShouldBe(center);
            bench.ValuesOf(normalized)[0].ShouldBe(-0.5);
            bench.Output[0].ShouldBe(-0.5);
            if (formula.Length > 0)
            {
                bench.Plan.Explain(new Address(bench.Plan.Predictions[0].Index, 0)).Symbolic(Notation.Plain).ShouldBe(formula);
            }
        }

        [Fact]
        public void Should_refuse_to_be_shared_in_training_only()
        {
            Network network = Shared(new BatchNormalization());
            PlanProblem problem = Should.Throw<PlanException>(() => Planner.Build(network)).Problems.ShouldHaveSingleItem();
            problem.ToString().ShouldBe(
                "layer 2 (batch-normalization): expected a layer of its own in every place: a running mean cannot have two next values, "
                + "found a layer that is shared");
            Plan plan = Planner.Build(network, 1, new PlanOptions { Mode = Mode.Inference });
            plan.Names.Count(name => name.StartsWith("moving_mean", StringComparison.Ordinal)).ShouldBe(1);
        }

        [Theory]
        [InlineData(-0.01)]
        [InlineData(1.01)]
        [InlineData(double.NaN)]
        public void Should_refuse_other_momenta(double momentum) =>
            Should.Throw<ArgumentOutOfRangeException>(() => new BatchNormalization(momentum)).Message.ShouldStartWith("a number from 0 to 1");
    }

    public class LayerNormalizationLayers
    {
        [Fact]
        public void Should_normalize_each_sample_by_itself()
        {
            LayerBench bench = new(new LayerNormalization(epsilon: 0), [Tensor.Matrix([[1, 3, 5, 7], [0, 0, 8, 8]])]);
            bench.ValuesOf("mean1").ShouldBe([4, 4]);
            bench.ValuesOf("var1").ShouldBe([5, 16]);
            bench.Output[4..].ShouldBe([-1, -1, 1, 1]);
            bench.Plan.Find("mean1", 2).Address.ShouldNotBeNull("one mean a sample");
        }

        [Fact]
        public void Should_be_the_same_for_inference()
        {
            LayerBench training = new(new LayerNormalization(), [Rows]);
            LayerBench inference = new(new LayerNormalization(), [Rows], mode: Mode.Inference);
            inference.Output.ShouldBe(training.Output);
            inference.InputGradient().ShouldBe(training.InputGradient());
        }

        [Fact]
        public void Should_be_shared_like_other_layers() =>
            Planner.Build(Shared(new LayerNormalization())).Names.Count(name => name.StartsWith("gamma", StringComparison.Ordinal)).ShouldBe(1);
    }

    public class BothOfThem
    {
        [Theory]
        [InlineData(-1e-9)]
        [InlineData(double.NaN)]
        [InlineData(double.PositiveInfinity)]
        public void Should_refuse_other_epsilons(double epsilon)
        {
            const string Expected = "a finite number of at least 0";
            Should.Throw<ArgumentOutOfRangeException>(() => new BatchNormalization(epsilon: epsilon)).Message.ShouldStartWith(Expected);
            Should.Throw<ArgumentOutOfRangeException>(() => new LayerNormalization(epsilon)).Message.ShouldStartWith(Expected);
        }

        [Fact]
        public void Should_refuse_values_and_names_of_what_is_taken_away()
        {
            Should.Throw<ArgumentException>(() => new LayerNormalization(center: false, beta: new Ones())).ParamName.ShouldBe("beta");
            Should.Throw<ArgumentException>(() => new BatchNormalization(scale: false, gamma: new Ones())).ParamName.ShouldBe("gamma");
            PartNames names = new(new Dictionary<string, SymbolNames> { ["beta"] = SymbolNames.Indexed("b") });
            Should.Throw<ArgumentException>(() => new LayerNormalization(center: false, symbols: names)).Message.ShouldContain("'beta'");
        }

        [Fact]
        public void Should_refuse_single_numbers()
        {
            PlanProblem problem = Should.Throw<PlanException>(() => new LayerBench(new LayerNormalization(), [Tensor.Vector(1, 2)]))
                .Problems.ShouldHaveSingleItem();
            problem.ToString().ShouldBe(
                "layer 1 (layer-normalization): expected an input of shape batch × features, or with more axes between, found 2");
        }

        [Fact]
        public void Should_place_problems_with_values_and_names()
        {
            BatchNormalization layer = new(
                gamma: new Given(Tensor.Vector(1, 2, 3)),
                movingMean: new Given(Tensor.Vector(1)),
                symbols: new PartNames(new Dictionary<string, SymbolNames> { ["normalized"] = SymbolNames.Indexed("mean1") }));
            PlanException exception = Should.Throw<PlanException>(() => new LayerBench(layer, [Rows]));
            exception.Problems.Select(problem => (problem.Layer, problem.Part)).ShouldBe(
                [(1, "moving-mean"), (1, "gamma"), (1, "symbols.normalized")]);
            exception.Problems[2].ToString().ShouldBe("layer 1, normalized: expected every name once, found the name 'mean1' of layer 1, mean again");
        }
    }
}
