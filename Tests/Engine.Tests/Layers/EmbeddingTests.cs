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

public class EmbeddingTests
{
    private static readonly Given Table = new(Tensor.Matrix([[1, 2], [3, 4], [5, 6]]));

    private static Plan Build(params Layer[] layers) =>
        Planner.Build(Network.Sequential(new Shape(2), [.. layers], new HalfSquaredError(), new GradientDescent(0.1)));

    private static Training Train(Plan plan, params double[] indices) =>
        new(plan, Tensor.Matrix([indices]), Tensor.Filled(plan.Targets[0].Shape, 0));

    public class TheTable
    {
        [Fact]
        public void Should_hand_out_its_rows_and_gather_what_comes_back()
        {
            LayerBench bench = new(new Embedding(3, 2, Table), [Tensor.Matrix([[2, 0], [2, 2]])], new Tensor(new Shape(2, 2, 2), [1, 2, 4, 8, 16, 32, 64, 128]));
            bench.Output.ShouldBe([5, 6, 1, 2, 5, 6, 5, 6]);
            bench.GradientOf("W1").ShouldBe([4, 8, 0, 0, 81, 162]);
            bench.ShouldExplainEverything();
        }

        [Fact]
        public void Should_begin_small_by_default()
        {
            double[] drawn = new LayerBench(new Embedding(50, 20), [Tensor.Matrix([[0]])]).ValuesOf("W1");
            drawn.ShouldBeUnique();
            drawn.ShouldAllBe(value => Math.Abs(value) <= 0.05);
            drawn.Max().ShouldBeGreaterThan(0.045);
            drawn.Min().ShouldBeLessThan(-0.045);
        }

        [Theory]
        [InlineData(0, 1, "inputDim")]
        [InlineData(1, 0, "outputDim")]
        public void Should_have_rows_and_columns(int rows, int columns, string parameter)
        {
            var problem = Should.Throw<ArgumentOutOfRangeException>(() => new Embedding(rows, columns));
            problem.ParamName.ShouldBe(parameter);
            problem.Message.ShouldStartWith("an integer of at least 1");
        }

        [Fact]
        public void Should_be_as_large_as_it_says()
        {
            PlanProblem problem = Should.Throw<PlanException>(() => Build(new Embedding(4, 2, Table))).Problems.ShouldHaveSingleItem();
            problem.ToString().ShouldBe("layer 1 (embedding), embeddings: expected shape 4 × 2, found 3 × 2");
        }
    }

    public class TheExplanation
    {
        private static readonly LayerBench Bench = new(
            new Embedding(3, 2, Table), [Tensor.Matrix([[2, 0], [2, 2]])], new Tensor(new Shape(2, 2, 2), [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8]));

        [Fact]
        public void Should_say_how_the_row_is_chosen_and_show_it()
        {
            Explanation output = Bench.Plan.Explain(Bench.Plan.Find("o1", 2, 1, 2).Address!.Value);
            output.Symbolic(Notation.Plain).ShouldBe("{W1[1,2] if data1[2,1] = 0, W1[2,2] if data1[2,1] = 1, W1[3,2] if data1[2,1] = 2}");
            output.Substituted(Bench.Trace, Notation.Plain).ShouldBe("6");
            output.Chosen(Bench.Trace, Notation.Plain).ShouldBe("W1[3,2]");
        }

        [Fact]
        public void Should_show_only_the_places_that_chose_a_row()
        {
            Symbol gradient = Bench.Plan.Symbols.Single(symbol => symbol.Label.ToString() == "dE_total/dW1");
            Explanation last = Bench.Plan.Explain(new Address(gradient.Index, 4));
            last.Symbolic(Notation.Plain, 3).ShouldBe(
                "{dE_total/do1[1,1,1] if data1[1,1] = 2, else 0} + {dE_total/do1[1,2,1] if data1[1,2] = 2, else 0} + ... (4) + "
                + "{dE_total/do1[2,2,1] if data1[2,2] = 2, else 0}");
            last.Substituted(Bench.Trace, Notation.Plain).ShouldBe("0.1 + 1.6 + 6.4");
            last.Chosen(Bench.Trace, Notation.Plain).ShouldBe("dE_total/do1[1,1,1] + dE_total/do1[2,1,1] + dE_total/do1[2,2,1]");
            Explanation unused = Bench.Plan.Explain(new Address(gradient.Index, 2));
            unused.Substituted(Bench.Trace, Notation.Plain).ShouldBe("0");
        }

        [Fact]
        public void Should_choose_nothing_elsewhere()
        {
            Explanation total = Bench.Plan.Explain(new Address(Bench.Plan.Loss.Index, 0));
            total.Chosen(Bench.Trace, Notation.Plain).ShouldBeNull();
        }
    }

    public class TheData
    {
        [Theory]
        [InlineData(3, "3")]
        [InlineData(-1, "-1")]
        [InlineData(0.5, "0.5")]
        [InlineData(double.NaN, "NaN")]
        public void Should_be_refused_where_no_row_has_the_number(double index, string found)
        {
            Plan plan = Build(new Embedding(3, 2, Table));
            Train(plan, 2, 0);
            Should.Throw<ShapeException>(() => Train(plan, 2, index)).Message
                .ShouldBe($"inputs, row 1, number 2: expected a whole number from 0 to 2, found {found}");
        }

        [Fact]
        public void Should_be_followed_through_layers_that_only_move_it()
        {
            Plan plan = Build(new ReshapeLayer([2, 1]), new Flatten(), new Embedding(3, 2, Table));
            plan.ChoicesOf(plan.Inputs[0]).ShouldBe([3, 3]);
            plan.ChoicesOf(plan.Targets[0]).ShouldBeEmpty();
            Should.Throw<ShapeException>(() => Train(plan, 0, 3)).Where.ShouldBe("inputs, row 1, number 2");
        }

        [Fact]
        public void Should_fit_the_smaller_of_two_tables()
        {
            Network network = new(
                [new NetworkInput("x", new Shape(1))],
                [new Node("a", new Embedding(5, 1), ["x"]), new Node("b", new Embedding(3, 1), ["x"]), new Node("c", new Add(), ["a", "b"])],
                [new NetworkOutput("c", new HalfSquaredError())],
                new GradientDescent(0.1));
            Plan plan = Planner.Build(network);
            plan.ChoicesOf(plan.Inputs[0]).ShouldBe([3]);
        }

        [Fact]
        public void Should_not_be_what_another_layer_computes() =>
            Should.Throw<PlanException>(() => Build(new Dense(2, new Zeros()), new Embedding(3, 2, Table))).Problems.ShouldHaveSingleItem().ToString()
                .ShouldBe("layer 2 (embedding): expected numbers of words from the data, found what another layer computes");

        [Theory]
        [InlineData(2)]
        [InlineData(-1)]
        [InlineData(0.5)]
        public void Should_be_refused_too_where_no_class_has_the_number(double target)
        {
            Plan plan = Planner.Build(Network.Sequential(
                new Shape(2), [new Dense(2, new Zeros())], new SparseCategoricalCrossentropy(fromLogits: true), new GradientDescent(0.1)));
            plan.ChoicesOf(plan.Targets[0]).ShouldBe([2]);
            Should.Throw<ShapeException>(() => new Training(plan, Tensor.Matrix([[1, 2]]), Tensor.Matrix([[target]]))).Expected
                .ShouldBe("a whole number from 0 to 1");
        }
    }
}
