using System.Collections.Immutable;
using Engine.Activations;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Tests.Reference;

namespace Engine.Tests.Layers;

/// <summary>What convolutions and pooling promise beyond the reference numbers: names, formulas, padding, refusals.</summary>
public class ConvolutionalLayerTests
{
    private static Tensor Data(params ReadOnlySpan<int> lengths)
    {
        Shape shape = new(lengths);
        return new Tensor(shape, [.. Enumerable.Range(0, shape.Size).Select(cell => Math.Sin((7 * cell) + 1))]);
    }

    private static Network Of(Shape features, params ImmutableArray<Layer> layers) =>
        Network.Sequential(features, layers, new MeanSquaredError(), new GradientDescent(0.1));

    private static string Formula(Plan plan, string name, params int[] positions) =>
        plan.Explain(plan.Find(name, positions).Address.ShouldNotBeNull(name)).Symbolic(Notation.Plain);

    [Fact]
    public void Should_explain_every_number_and_its_derivative()
    {
        foreach (Layer layer in new Layer[]
        {
            new Convolution2D(2, [2, 3], [2], Padding.Same, new HyperbolicTangent()),
            new Convolution2D(2, [2], useBias: false),
            new MaxPooling2D([2, 3], [1], Padding.Same),
        })
        {
            LayerBench bench = new(layer, [Data(2, 3, 4, 2)]);
            bench.ShouldExplainEverything();
            bench.Trace.ShouldStoreTheDerivatives();
        }
    }

    public class TheFormulas
    {
        [Fact]
        public void Should_take_in_the_window_and_then_the_bias()
        {
            Plan plan = new LayerBench(new Convolution2D(2, [2], activation: new Sigmoid()), [Data(1, 3, 3, 1)]).Plan;
            Formula(plan, "z1", 2, 1, 2).ShouldBe(
                "W1[1,1,1,2] * data1[2,1,1] + W1[1,2,1,2] * data1[2,2,1] + W1[2,1,1,2] * data1[3,1,1] + W1[2,2,1,2] * data1[3,2,1] + b1[2]");
            Formula(plan, "o1", 2, 1, 2).ShouldBe("sigmoid(z1[2,1,2])");
        }

        [Fact]
        public void Should_have_no_term_for_what_lies_beyond_the_edge()
        {
            Plan plan = new LayerBench(new Convolution1D(1, 3, padding: Padding.Same, useBias: false), [Data(1, 2, 1)]).Plan;
            Formula(plan, "o1", 1, 1).ShouldBe("W1[2,1,1] * data1[1,1] + W1[3,1,1] * data1[2,1]");
            Formula(plan, "o1", 2, 1).ShouldBe("W1[1,1,1] * data1[1,1] + W1[2,1,1] * data1[2,1]");
        }

        [Fact]
        public void Should_not_look_ahead_where_padding_is_causal()
        {
            Plan plan = new LayerBench(new Convolution1D(1, 2, padding: Padding.Causal, useBias: false), [Data(1, 2, 1)]).Plan;
            Formula(plan, "o1", 1, 1).ShouldBe("W1[2,1,1] * data1[1,1]");
            Formula(plan, "o1", 2, 1).ShouldBe("W1[1,1,1] * data1[1,1] + W1[2,1,1] * data1[2,1]");
        }

        [Fact]
        public void Should_have_a_gradient_of_zero_where_no_window_lies()
        {
            LayerBench bench = new(new Convolution1D(1, 1, strides: 2), [Data(1, 4, 1)]);
            bench.InputGradient()[1].ShouldBe(0);
            bench.InputGradient()[2].ShouldNotBe(0);
        }
    }

    public class ThePooling
    {
        private static readonly Tensor Picture = new(new Shape(1, 2, 4, 1), [3, 1, 0, 2, 3, 2, double.NaN, 5]);

        [Fact]
        public void Should_take_the_first_of_equal_numbers_and_what_is_no_number()
        {
            LayerBench bench = new(new MaxPooling2D(), [Picture]);
            bench.ValuesOf("argmax1").ShouldBe([0, 2]);
            bench.Output.ShouldBe([3, double.NaN]);
            bench.InputGradient().ShouldBe([1, 0, 0, 0, 0, 0, 1, 0]);
        }

        [Fact]
        public void Should_count_the_places_that_exist()
        {
            LayerBench bench = new(new MaxPooling2D([2, 3], [1, 3], Padding.Same), [new Tensor(new Shape(1, 1, 4, 1), [1, 2, 3, 4])]);
            bench.ValuesOf("argmax1").ShouldBe([1, 1]);
            bench.Output.ShouldBe([2, 4]);
            bench.InputGradient().ShouldBe([0, 1, 0, 1]);
        }

        [Fact]
        public void Should_say_where_the_maximum_is_and_what_is_taken()
        {
            Plan plan = new LayerBench(new MaxPooling2D([1, 2]), [Picture]).Plan;
            Formula(plan, "argmax1", 2, 1, 1).ShouldContain("data1[2,1,1], data1[2,2,1]");
            Formula(plan, "o1", 2, 1, 1).ShouldContain("argmax1[2,1,1]");
        }

        [Fact]
        public void Should_add_up_the_gradients_of_windows_that_overlap() =>
            new LayerBench(new MaxPooling2D([2, 2], [1]), [new Tensor(new Shape(1, 3, 3, 1), [0, 0, 0, 0, 1, 0, 0, 0, 0])], Data(1, 2, 2, 1))
                .InputGradient()[4].ShouldBe(Data(1, 2, 2, 1).Values.ToArray().Sum(), 1e-15);
    }

    public class TheNames
    {
        [Fact]
        public void Should_be_those_of_other_layers() => Planner
            .Build(Of(new Shape(4, 1), new Convolution1D(2, 2, activation: new Sigmoid()), new Convolution1D(1, 2)))
            .Names.ShouldBe(["x", "W1", "b1", "z1", "h1", "W2", "b2", "o2", "t", "E", "E_total", "alpha"]);

        [Fact]
        public void Should_be_the_lessons_where_it_gives_some()
        {
            PartNames names = new(new Dictionary<string, SymbolNames> { ["kernel"] = SymbolNames.Indexed("filter"), ["z"] = SymbolNames.Indexed("s") });
            Plan plan = Planner.Build(Of(new Shape(4, 1), new Convolution1D(2, 2, activation: new Sigmoid(), symbols: names)));
            plan.Names.ShouldContain("filter");
            plan.Names.ShouldContain("s");
            Should.Throw<ArgumentException>(() => new Convolution1D(2, 2, symbols: names)).Message.ShouldContain("'z'");
        }
    }

    public class TheRefusals
    {
        private static string Problem(Shape features, params ImmutableArray<Layer> layers) =>
            Should.Throw<PlanException>(() => Planner.Build(Of(features, layers))).Problems.ShouldHaveSingleItem().ToString();

        [Fact]
        public void Should_name_layer_expected_and_found()
        {
            Problem(new Shape(3, 3), new Convolution2D(1, [2]))
                .ShouldBe("layer 1 (conv-2d): expected an input of shape batch × height × width × channels, found 1 × 3 × 3");
            Problem(new Shape(3), new Convolution1D(1, 2)).ShouldBe("layer 1 (conv-1d): expected an input of shape batch × steps × channels, found 1 × 3");
            Problem(new Shape(3, 2, 1), new Convolution2D(1, [2]), new Convolution2D(1, [2]))
                .ShouldBe("layer 2 (conv-2d): expected at least 2 places to move along with padding: valid, found 1");
            Problem(new Shape(3, 2), new Convolution1D(4, 2, kernel: new Given(Data(2, 2, 3))))
                .ShouldBe("layer 1 (conv-1d), kernel: expected shape 2 × 2 × 4, found 2 × 2 × 3");
        }

        [Fact]
        public void Should_say_which_argument_is_out_of_range()
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution1D(0, 1)).ParamName.ShouldBe("filters");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution1D(1, 0)).ParamName.ShouldBe("kernelSize");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution1D(1, 1, strides: 0)).ParamName.ShouldBe("strides");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution2D(1, [1, 0])).ParamName.ShouldBe("kernelSize");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution2D(1, [1, 2, 3])).ParamName.ShouldBe("kernelSize");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution2D(1, [2], [])).ParamName.ShouldBe("strides");
            Should.Throw<ArgumentOutOfRangeException>(() => new Convolution2D(1, [2], padding: Padding.Causal)).Message.ShouldStartWith("valid or same");
            Should.Throw<ArgumentOutOfRangeException>(() => new MaxPooling2D(padding: Padding.Causal)).ParamName.ShouldBe("padding");
            Should.Throw<ArgumentOutOfRangeException>(() => new MaxPooling2D([0])).ParamName.ShouldBe("poolSize");
            Should.Throw<ArgumentException>(() => new Convolution2D(1, [2], useBias: false, bias: new Ones())).ParamName.ShouldBe("bias");
        }
    }
}
