using Engine.Activations;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Regularizers;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Optimizers;

/// <summary>The rules that need no gradients. The perceptron's numbers are checked against the reference elsewhere.</summary>
public class LearningRuleTests
{
    private static readonly double[][] Corners = [[1, 1], [1, -1], [-1, 1], [-1, -1]];

    private static Network Of(Optimizer rule, params Layer[] layers) =>
        Network.Sequential(new Shape(2), [.. layers], new HalfSquaredError(), rule);

    private static IterationTrace Last(Network network, double[][] x, double[][] t, int batchSize, int iterations)
    {
        Iteration iteration = new(new Training(Planner.Build(network, batchSize), Tensor.Matrix(x), Tensor.Matrix(t)));
        for (int run = 0; run < iterations; run++)
        {
            iteration.Run();
        }

        return iteration.Trace();
    }

    private static double[] NextOf(IterationTrace trace, params string[] names) => [.. names.Select(name => trace[trace.Plan.At(name)])];

    /// <summary>
    /// The AND of two signs. The changes are target times input: (1, 1, 1), (−1, 1, −1), (1, −1, −1), (1, 1, −1) for weights and
    /// bias, in sum 2, 2 and −2.
    /// </summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public void Should_learn_and_as_hebb(int batchSize, int iterations)
    {
        Network network = Of(new HebbRule(1), new Dense(1, new Zeros(), new Sign()));
        IterationTrace trace = Last(network, Corners, [[1], [-1], [-1], [-1]], batchSize, iterations);
        NextOf(trace, "W1[1,1]+", "W1[2,1]+", "b1+").ShouldBe([2, 2, -2]);
    }

    [Fact]
    public void Should_take_the_units_own_output_where_asked()
    {
        // y = 2·3 + 1·(−1) + 0.5 = 5.5, and half of it times the inputs is added.
        Dense unit = new(1, new Given(Tensor.Matrix([[2], [1]])), bias: new Given(Tensor.Vector(0.5)));
        IterationTrace trace = Last(Of(new HebbRule(0.5, HebbSignal.Output), unit), [[3, -1]], [[100]], 1, 1);
        NextOf(trace, "W1[1,1]+", "W1[2,1]+", "b1+").ShouldBe([2 + 8.25, 1 - 2.75, 0.5 + 2.75]);
    }

    [Fact]
    public void Should_add_up_the_changes_of_a_batch_for_each_unit()
    {
        // Both units answer 1 to everything at first; the first is wrong about the last sample, the second about the first two.
        Network network = Of(new PerceptronRule(0.5), new Dense(2, new Zeros(), new Heaviside()));
        IterationTrace trace = Last(network, [[1, 2], [3, 4], [5, 6]], [[1, 0], [1, 0], [0, 1]], 3, 1);
        NextOf(trace, "W1[1,1]+", "W1[2,1]+", "b1[1]+").ShouldBe([-2.5, -3, -0.5]);
        NextOf(trace, "W1[1,2]+", "W1[2,2]+", "b1[2]+").ShouldBe([-2, -3, -1]);
        trace.Plan.Steps.ShouldNotContain(step => step.Phase == Phase.Backward);
    }

    [Fact]
    public void Should_show_error_change_and_new_weight()
    {
        Plan plan = Planner.Build(Of(new PerceptronRule(0.1), new Dense(1, new Zeros(), new Heaviside())));
        plan.Steps.Where(step => step.Phase == Phase.Update).Select(step => step.Output.Label.ToString())
            .ShouldBe(["error_o1", "d_o1", "Delta_W1", "W1+", "Delta_b1", "b1+"]);
        plan.Explain(plan.At("error_o1")).Symbolic(Notation.Plain).ShouldBe("t - o1");
        plan.Explain(plan.At("d_o1")).Symbolic(Notation.Mathematical).ShouldBe("α × error_o1");
        plan.Explain(plan.At("Delta_W1[2,1]")).Symbolic(Notation.Plain).ShouldBe("d_o1 * x[2]");
        plan.Explain(plan.At("W1[2,1]+")).Symbolic(Notation.Mathematical).ShouldBe("W1[2,1] + Δ_W1[2,1]");
        plan.SubjectOf(plan.At("Delta_W1[2,1]")).ShouldBe(plan.At("W1[2,1]"));
        plan.SubjectOf(plan.At("error_o1")).ShouldBe(plan.At("o1"));
    }

    [Fact]
    public void Should_do_without_a_bias()
    {
        Network network = Of(new PerceptronRule(1), new Dense(1, new Zeros(), new Heaviside(), useBias: false));
        NextOf(Last(network, [[1, 2]], [[0]], 1, 1), "W1[1,1]+", "W1[2,1]+").ShouldBe([-1, -2]);
    }

    public class NetworksThatDoNotFit
    {
        private static readonly string OneLayer = "a network of one dense layer, whose activation acts on each unit by itself";

        [Fact]
        public void Should_be_refused_where_there_are_two_layers() =>
            Refused(Of(new PerceptronRule(1), new Dense(2, new Zeros()), new Dense(1, new Zeros())), OneLayer, "2 dense layers");

        [Fact]
        public void Should_be_refused_where_units_look_at_each_other() =>
            Refused(Of(new PerceptronRule(1), new Dense(2, new Zeros(), new Softmax())), OneLayer, "another network");

        [Fact]
        public void Should_be_refused_where_a_penalty_would_be_overlooked() => Refused(
            Of(new PerceptronRule(1), new Dense(2, new Zeros(), kernelRegularizer: new L2())),
            "a layer without regularizers: the rule does not follow from the loss",
            "a regularizer");

        [Fact]
        public void Should_be_refused_where_targets_are_classes() => Refused(
            Of(new PerceptronRule(1), new Dense(3, new Zeros())) with
            {
                Outputs = [new NetworkOutput("layer1", new SparseCategoricalCrossentropy())],
            },
            "a target for each unit, 3",
            "1");

        private static void Refused(Network network, string expected, string found)
        {
            PlanException refused = Should.Throw<PlanException>(() => Planner.Build(network));
            refused.Problems.ShouldHaveSingleItem().ShouldBe(new PlanProblem(null, "optimizer", "optimizer (perceptron-rule)", expected, found));
            refused.Plan.ShouldNotBeNull();
        }
    }
}
