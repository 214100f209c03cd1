using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Reference;

namespace Engine.Tests.Layers;

/// <summary>Layers that have no parameters.</summary>
public class ShapeLayerTests
{
    private static readonly Tensor Sequence = new(new Shape(1, 3, 2), [1, 9, 4, 2, 4, 5]);

    private static string ProblemOf(Layer layer, params Tensor[] inputs) =>
        Should.Throw<PlanException>(() => new LayerBench(layer, inputs)).Problems.ShouldHaveSingleItem().ToString();

    public class ActivationLayers
    {
        [Theory]
        [InlineData("sigmoid")]
        [InlineData("softmax")]
        [InlineData("relu")]
        [InlineData("linear")]
        public void Should_be_the_second_half_of_a_dense_layer(string name)
        {
            Activation activation = (Activation)Catalog.Create(Catalog.Find(typeof(Activation), name)!, new Dictionary<string, object?>());
            GlorotUniform kernel = new(3);
            Tensor x = Tensor.Matrix([[0.5, -1], [2, 0.1]]);
            Tensor upstream = Tensor.Matrix([[1, -0.3, 0.2], [0.7, 0.1, -2]]);
            LayerBench whole = new(new Dense(3, kernel, activation, useBias: false), [x], upstream);
            LayerBench sums = new(new Dense(3, kernel, useBias: false), [x]);
            LayerBench second = new(new ActivationLayer(activation), [new Tensor(new Shape(2, 3), [.. sums.Output])], upstream);
            second.Output.ShouldBe(whole.Output);
            second.InputGradient().ShouldBe(whole.GradientOf(name == "linear" ? "o1" : "z1"));
        }
    }

    public class ReshapeLayers
    {
        [Theory]
        [InlineData(new[] { 6 }, "2 × 6")]
        [InlineData(new[] { -1 }, "2 × 6")]
        [InlineData(new[] { 2, -1 }, "2 × 2 × 3")]
        [InlineData(new[] { 3, 1, -1 }, "2 × 3 × 1 × 2")]
        [InlineData(new[] { -1, 6 }, "2 × 1 × 6")]
        public void Should_give_a_sample_other_axes(int[] shape, string expected)
        {
            LayerBench bench = new(new ReshapeLayer([.. shape]), [Tensor.Matrix([[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]])]);
            bench.Plan.Predictions[0].Shape.ToString().ShouldBe(expected);
            bench.Output.ShouldBe(Enumerable.Range(1, 12).Select(value => (double)value));
        }

        [Fact]
        public void Should_refuse_shapes_of_other_sizes()
        {
            ProblemOf(new ReshapeLayer([4]), Sequence).ShouldBe(
                "layer 1 (reshape): expected a shape of 6 numbers, as many as a sample of shape 3 × 2 has, found 4 in shape 4");
            ProblemOf(new ReshapeLayer([-1, 4]), Sequence).ShouldBe(
                "layer 1 (reshape): expected a shape for the 6 numbers of a sample of shape 3 × 2: the lengths that are given must divide that, "
                + "found 4 in shape -1 × 4");
        }

        [Theory]
        [InlineData(new int[0])]
        [InlineData(new[] { 0 })]
        [InlineData(new[] { 2, -2 })]
        [InlineData(new[] { -1, 2, -1 })]
        public void Should_refuse_what_is_no_shape(int[] shape) =>
            Should.Throw<ArgumentOutOfRangeException>(() => new ReshapeLayer([.. shape])).Message
                .ShouldStartWith("one or more integers of at least 1, of which one may be -1: what is left");

        [Fact]
        public void Should_refuse_shapes_beyond_all_memory() =>
            Should.Throw<OverflowException>(() => new LayerBench(new ReshapeLayer([int.MaxValue, int.MaxValue, int.MaxValue]), [Sequence]));

        [Fact]
        public void Should_be_undone_by_flatten() => new LayerBench(new Flatten(), [Sequence]).Plan.Predictions[0].Shape.ShouldBe(new Shape(1, 6));
    }

    public class GlobalPooling
    {
        [Fact]
        public void Should_find_the_first_maximum_and_send_the_gradient_there()
        {
            LayerBench bench = new(new GlobalMaxPooling1D(), [Sequence], Tensor.Matrix([[10, 20]]));
            bench.ValuesOf("argmax1").ShouldBe([1, 0]);
            bench.Output.ShouldBe([4, 9]);
            bench.InputGradient().ShouldBe([0, 20, 10, 0, 0, 0]);
        }

        [Fact]
        public void Should_average_over_time()
        {
            LayerBench bench = new(new GlobalAveragePooling1D(), [Sequence], Tensor.Matrix([[3, 6]]));
            bench.Output.ShouldBe([3, 16 / 3.0]);
            bench.InputGradient().ShouldBe([1, 2, 1, 2, 1, 2]);
        }

        [Fact]
        public void Should_refuse_what_is_no_sequence()
        {
            const string Expected = "expected an input of shape batch × steps × features, found 1 × 2";
            ProblemOf(new GlobalMaxPooling1D(), Tensor.Matrix([[1, 2]])).ShouldBe("layer 1 (global-max-pooling-1d): " + Expected);
            ProblemOf(new GlobalAveragePooling1D(), Tensor.Matrix([[1, 2]])).ShouldBe("layer 1 (global-average-pooling-1d): " + Expected);
        }
    }

    public class LayersOfSeveralInputs
    {
        [Fact]
        public void Should_concatenate_along_any_axis_but_the_batch()
        {
            Tensor other = new(new Shape(1, 1, 2), [7, 8]);
            LayerBench bench = new(new Concatenate(axis: 1), [Sequence, other], new Tensor(new Shape(1, 4, 2), [1, 2, 3, 4, 5, 6, 7, 8]));
            bench.Output.ShouldBe([1, 9, 4, 2, 4, 5, 7, 8]);
            bench.InputGradient(0).ShouldBe([1, 2, 3, 4, 5, 6]);
            bench.InputGradient(1).ShouldBe([7, 8]);
            new LayerBench(new Concatenate(axis: -2), [Sequence, other]).Output.ShouldBe(bench.Output);
        }

        [Fact]
        public void Should_add()
        {
            LayerBench bench = new(new Add(), [Tensor.Matrix([[1, 2]]), Tensor.Matrix([[10, 20]]), Tensor.Matrix([[100, 200]])], Tensor.Matrix([[3, 5]]));
            bench.Output.ShouldBe([111, 222]);
            for (int input = 0; input < 3; input++)
            {
                bench.InputGradient(input).ShouldBe([3, 5]);
            }
        }

        [Theory]
        [InlineData(true, new[] { 4.0, 6 })]
        [InlineData(false, new[] { 4.0, 6 })]
        public void Should_take_one_input_twice(bool adds, double[] gradient)
        {
            Network network = new(
                [new NetworkInput("x", new Shape(2))],
                [new Node("twice", adds ? new Add() : new Concatenate(), ["x", "x"])],
                [new NetworkOutput("twice", new HalfSquaredError())],
                new GradientDescent(0));
            Plan plan = Planner.Build(network, 1, new PlanOptions { InputGradients = true });
            Iteration iteration = new(new Training(
                plan, Tensor.Matrix([[2, 3]]), adds ? Tensor.Matrix([[2, 3]]) : Tensor.Matrix([[0, 0, 0, 0]])));
            iteration.Run();
            Address loss = new(plan.Loss.Index, 0);
            gradient.Select((_, cell) => iteration.Trace()[plan.FindDerivative(loss, new Address(plan.Inputs[0].Index, cell)).ShouldNotBeNull()])
                .ShouldBe(gradient);
        }

        [Fact]
        public void Should_refuse_what_does_not_fit()
        {
            Tensor row = Tensor.Matrix([[1, 2]]);
            ProblemOf(new Add(), row).ShouldBe("layer 1 (add): expected at least two inputs, found one input");
            ProblemOf(new Concatenate(), row).ShouldBe("layer 1 (concatenate): expected at least two inputs, found one input");
            ProblemOf(new Add(), row, Tensor.Matrix([[1, 2, 3]])).ShouldBe("layer 1 (add): expected inputs of one shape, 1 × 2, found 1 × 3");
            ProblemOf(new Concatenate(), Sequence, row).ShouldBe(
                "layer 1 (concatenate): expected inputs whose shapes differ along one axis only, from 1 × 3 × 2 along axis 2, found shape 1 × 2");
            ProblemOf(new Concatenate(axis: 1), Sequence, new Tensor(new Shape(1, 3, 1), [1, 2, 3]))
                .ShouldContain("from 1 × 3 × 2 along axis 1, found shape 1 × 3 × 1");
            ProblemOf(new Concatenate(axis: 2), row, row).ShouldBe(
                "layer 1 (concatenate): expected inputs that have an axis 2 after the batch, found shape 1 × 2");
            ProblemOf(new Concatenate(axis: -2), row, row).ShouldContain("an axis -2 after the batch");
            Should.Throw<ArgumentOutOfRangeException>(() => new Concatenate(axis: 0)).ParamName.ShouldBe("axis");
        }

        [Fact]
        public void Should_refuse_one_input_too_many_where_one_is_right() =>
            ProblemOf(new Flatten(), Sequence, Sequence).ShouldBe("layer 1 (flatten): expected one input, found 2 inputs");
    }

    [Fact]
    public void Should_find_gradients_also_beside_a_branch_that_leads_nowhere()
    {
        Network network = new(
            [new NetworkInput("x", new Shape(2))],
            [new Node("a", new Dense(2, new GlorotUniform()), ["x"]), new Node("dead", new Dense(3, new GlorotUniform()), ["a"]), new Node("o", new Dense(1, new GlorotUniform()), ["a"])],
            [new NetworkOutput("o", new HalfSquaredError())],
            new GradientDescent(0.1));
        Plan plan = Planner.Build(network);
        Address loss = new(plan.Loss.Index, 0);
        plan.FindDerivative(loss, plan.Find("h1", 1).Address!.Value).ShouldNotBeNull();
        plan.NextOf(plan.SymbolOf(plan.Find("W2", 1, 1).Address!.Value)).ShouldBeNull("nothing depends on it");
    }
}
