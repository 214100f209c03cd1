using System.Collections.Immutable;
using Engine.Activations;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Reference;
using Engine.Tests.Support;

namespace Engine.Tests.Layers;

/// <summary>What recurrent layers promise beyond the reference numbers: names, formulas, first values, refusals.</summary>
public class RecurrentLayerTests
{
    /// <summary>Layers with the options that the reference numbers leave out.</summary>
    public static TheoryData<string> Variants => [.. Layers.Keys];

    private static readonly Dictionary<string, Func<Layer>> Layers = new()
    {
        ["simple, linear, no bias"] = () => new SimpleRecurrent(2, new Linear(), useBias: false),
        ["simple, softmax"] = () => new SimpleRecurrent(3, new Softmax(), returnSequences: true),
        ["lstm, no bias"] = () => new LongShortTermMemory(2, useBias: false, returnSequences: true),
        ["lstm, linear gates"] = () => new LongShortTermMemory(2, recurrentActivation: new Linear()),
        ["lstm, linear"] = () => new LongShortTermMemory(2, new Linear(), new HardSigmoid()),
        ["lstm, softmax"] = () => new LongShortTermMemory(3, new Softmax(), new Softmax()),
        ["gru, no bias"] = () => new GatedRecurrent(2, useBias: false, returnSequences: true),
        ["gru, linear"] = () => new GatedRecurrent(2, new Linear(), new Linear()),
        ["gru, softmax"] = () => new GatedRecurrent(3, new Softmax(), new Softmax(), resetAfter: false),
        ["gru, reset before, no bias"] = () => new GatedRecurrent(2, useBias: false, resetAfter: false),
    };

    private static Tensor Data(params ReadOnlySpan<int> lengths)
    {
        Shape shape = new(lengths);
        return new Tensor(shape, [.. Enumerable.Range(0, shape.Size).Select(cell => Math.Sin((7 * cell) + 1))]);
    }

    private static LayerBench Bench(Layer layer, int samples = 1, int steps = 3, int features = 1) => new(layer, [Data(samples, steps, features)]);

    private static string Formula(Plan plan, string name, params int[] positions) =>
        plan.Explain(plan.Find(name, positions).Address.ShouldNotBeNull(name)).Symbolic(Notation.Plain);

    private static Network Of(Shape features, params ImmutableArray<Layer> layers) =>
        Network.Sequential(features, layers, new MeanSquaredError(), new GradientDescent(0.1));

    [Theory]
    [MemberData(nameof(Variants))]
    public void Should_explain_every_number_and_its_derivative(string variant)
    {
        LayerBench bench = Bench(Layers[variant](), samples: 2, features: 2);
        bench.ShouldExplainEverything();
        bench.Trace.ShouldStoreTheDerivatives();
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Should_read_a_single_time_step(string variant)
    {
        LayerBench bench = Bench(Layers[variant](), steps: 1, features: 2);
        bench.ShouldExplainEverything();
        bench.Trace.ShouldStoreTheDerivatives();
    }

    [Fact]
    public void Should_add_up_a_shared_layers_gradients()
    {
        LongShortTermMemory shared = new(2);
        Network network = new(
            [new NetworkInput("left", new Shape(2, 2)), new NetworkInput("right", new Shape(3, 2))],
            [new Node("a", shared, ["left"]), new Node("b", shared, ["right", "a"])],
            [new NetworkOutput("b", new MeanSquaredError())],
            new GradientDescent(0.1));
        Iteration iteration = new(new Training(Planner.Build(network, 2), [Data(2, 2, 2), Data(2, 3, 2)], [Data(2, 2)]));
        iteration.Run();
        iteration.Trace().ShouldStoreTheDerivatives();
        iteration.Trace().Plan.Symbols.Count(symbol => symbol.Role == SymbolRole.Parameter).ShouldBe(12);
    }

    /// <summary>Parts are called the same at every time step, also the last, which is the layer's output.</summary>
    [Fact]
    public void Should_call_parts_the_same_at_every_time_step()
    {
        Plan plan = Planner.Build(Of(new Shape(3, 1), new LongShortTermMemory(2), new Dense(1, new GlorotUniform())));
        foreach (string part in new[] { "x", "zi", "i", "ctilde", "c", "h" })
        {
            plan.Symbols.Where(symbol => plan.PartNameOf(symbol) == part && symbol.Label.ToString().EndsWith("_t3", StringComparison.Ordinal))
                .ShouldHaveSingleItem().Label.ToString().ShouldBe($"{part}1_t3");
        }

        plan.PartNameOf(plan.LayerOutputs[0]).ShouldBe("h");
        plan.PartNameOf(plan.LayerOutputs[1]).ShouldBe("output");
        plan.PartNameOf(plan.Loss).ShouldBeNull();
    }

    [Fact]
    public void Should_learn_what_came_first()
    {
        // The target is the sequence's first number, so that something must be remembered.
        Tensor sequences = new(new Shape(4, 3, 1), [0, 1, 0.5, 1, 0, 0.5, 0, 0, 1, 1, 1, 1]);
        Tensor targets = new(new Shape(4, 1), [0, 1, 0, 1]);
        Network network = Of(new Shape(3, 1), new LongShortTermMemory(3), new Dense(1, new GlorotUniform()));
        Iteration iteration = new(new Training(Planner.Build(network, 4), sequences, targets));
        iteration.Run();
        double first = iteration.Trace()[iteration.Trace().Plan.Loss][0];
        for (int run = 0; run < 3000; run++)
        {
            iteration.Run();
        }

        iteration.Trace()[iteration.Trace().Plan.Loss][0].ShouldBeLessThan(first / 100);
    }

    public class TheFormulas
    {
        [Fact]
        public void Should_read_as_textbooks_write_a_simple_network()
        {
            Plan plan = Bench(new SimpleRecurrent(1)).Plan;
            Formula(plan, "z1_t3").ShouldBe("W1 * x1_t3 + R1 * h1_t2 + b1");
            Formula(plan, "h1_t3").ShouldBe("tanh(z1_t3)");
            Formula(plan, "x1_t3").ShouldBe("data1[3,1]");
            Formula(plan, "h1_t0").ShouldBe("0");
        }

        [Fact]
        public void Should_read_as_textbooks_write_an_lstm()
        {
            Plan plan = Bench(new LongShortTermMemory(1)).Plan;
            Formula(plan, "zf1_t3").ShouldBe("Wf1 * x1_t3 + Rf1 * h1_t2 + bf1");
            Formula(plan, "f1_t3").ShouldBe("sigmoid(zf1_t3)");
            Formula(plan, "ctilde1_t3").ShouldBe("tanh(zc1_t3)");
            Formula(plan, "c1_t3").ShouldBe("f1_t3 * c1_t2 + i1_t3 * ctilde1_t3");
            Formula(plan, "h1_t3").ShouldBe("o1_t3 * tanh(c1_t3)");
        }

        [Fact]
        public void Should_read_as_textbooks_write_a_gru()
        {
            Plan plan = Bench(new GatedRecurrent(1)).Plan;
            Formula(plan, "xh1_t3").ShouldBe("Wh1 * x1_t3 + bh1");
            Formula(plan, "hh1_t3").ShouldBe("Rh1 * h1_t2 + bRh1");
            Formula(plan, "zh1_t3").ShouldBe("xh1_t3 + r1_t3 * hh1_t3");
            Formula(plan, "zz1_t3").ShouldBe("xz1_t3 + hz1_t3");
            Formula(plan, "h1_t3").ShouldBe("z1_t3 * h1_t2 + (1 - z1_t3) * htilde1_t3");
            Plan before = Bench(new GatedRecurrent(1, resetAfter: false)).Plan;
            Formula(before, "rh1_t3").ShouldBe("r1_t3 * h1_t2");
            Formula(before, "zh1_t3").ShouldBe("Wh1 * x1_t3 + Rh1 * rh1_t3 + bh1");
            Formula(before, "zr1_t3").ShouldBe("Wr1 * x1_t3 + Rr1 * h1_t2 + br1");
        }

        [Fact]
        public void Should_lead_back_through_time()
        {
            LayerBench bench = Bench(new LongShortTermMemory(1));
            Plan plan = bench.Plan;
            Symbol gradient = plan.Symbols.Single(symbol => symbol.Label.ToString() == "dE_total/dc1_t2");
            plan.Explain(new Address(gradient.Index, 0)).Symbolic(Notation.Plain)
                .ShouldBe("dE_total/dc1_t2 via c1_t3 + (dE_total/dc1_t2 via h1_t2)");
            Symbol over = plan.Symbols.Single(symbol => symbol.Label.ToString() == "dE_total/dc1_t2 via c1_t3");
            plan.Explain(new Address(over.Index, 0)).Symbolic(Notation.Plain).ShouldBe("dE_total/dc1_t3 * f1_t3");
        }

        [Fact]
        public void Should_show_what_the_slope_of_a_gated_state_is()
        {
            Plan plan = Bench(new GatedRecurrent(1)).Plan;
            Symbol slope = plan.Symbols.Single(symbol => symbol.Label.ToString() == "dh1_t3/dz1_t3");
            plan.Explain(new Address(slope.Index, 0)).Symbolic(Notation.Plain).ShouldBe("h1_t2 - htilde1_t3");
        }
    }

    public class TheNames
    {
        private static SymbolNames Each(params string[] names) => SymbolNames.Each(new Shape(names.Length), [.. names]);

        private static PartNames Parts(params (string Part, SymbolNames Names)[] parts) => new(parts.ToDictionary(entry => entry.Part, entry => entry.Names));

        [Fact]
        public void Should_say_the_layer_and_the_time_step() => Bench(new SimpleRecurrent(2, returnSequences: true), steps: 2).Plan.Names
            .Where(name => name.Contains('1')).ShouldBe(["data1", "W1", "R1", "b1", "h1_t0", "x1_t1", "z1_t1", "h1_t1", "x1_t2", "z1_t2", "h1_t2", "h1"]);

        [Fact]
        public void Should_be_the_lessons_where_it_gives_some()
        {
            PartNames names = Parts(
                ("h", Each("mood", "hunger")), ("f", SymbolNames.Indexed("keep")), ("Wf", SymbolNames.Indexed("V")), ("sequence", SymbolNames.Indexed("days")));
            Plan plan = Bench(new LongShortTermMemory(2, returnSequences: true, symbols: names)).Plan;
            plan.Names.ShouldContain("mood_t2");
            plan.Names.ShouldContain("hunger_t0");
            plan.Names.ShouldContain("keep_t3");
            plan.Names.ShouldContain("V");
            plan.Names.ShouldContain("days");
            Formula(plan, "hunger_t2").ShouldBe("o1_t2[2] * tanh(c1_t2[2])");
        }

        [Fact]
        public void Should_serve_the_sequence_too_where_there_is_one_for_all()
        {
            Plan plan = Bench(new SimpleRecurrent(2, returnSequences: true, symbols: Parts(("h", SymbolNames.Indexed("state"))))).Plan;
            Formula(plan, "state", 2, 1).ShouldBe("state_t2[1]");
        }

        [Fact]
        public void Should_be_refused_for_what_does_not_exist()
        {
            foreach ((string part, Func<PartNames, Layer> layer) in new (string, Func<PartNames, Layer>)[]
            {
                ("sequence", names => new SimpleRecurrent(1, symbols: names)),
                ("b", names => new SimpleRecurrent(1, useBias: false, symbols: names)),
                ("z", names => new SimpleRecurrent(1, new Linear(), symbols: names)),
                ("zc", names => new LongShortTermMemory(1, new Linear(), symbols: names)),
                ("a", names => new LongShortTermMemory(1, symbols: names)),
                ("bi", names => new LongShortTermMemory(1, useBias: false, symbols: names)),
                ("rh", names => new GatedRecurrent(1, symbols: names)),
                ("bRz", names => new GatedRecurrent(1, resetAfter: false, symbols: names)),
                ("kernel", names => new GatedRecurrent(1, symbols: names)),
            })
            {
                Should.Throw<ArgumentException>(() => layer(Parts((part, SymbolNames.Indexed("q"))))).Message.ShouldContain($"'{part}'");
            }
        }
    }

    public class TheFirstValues
    {
        private static double[] Of(Layer layer, string name)
        {
            LayerBench bench = Bench(layer, features: 2);
            return [.. bench.Plan.InitialValuesOf(bench[name])!.Values];
        }

        [Fact]
        public void Should_let_an_lstm_keep_much()
        {
            Of(new LongShortTermMemory(2), "bf1").ShouldBe([1, 1]);
            Of(new LongShortTermMemory(2), "bi1").ShouldBe([0, 0]);
            Of(new LongShortTermMemory(2, bias: new Constant(0.5)), "bf1").ShouldBe([1, 1]);
            Of(new LongShortTermMemory(2, bias: new Constant(0.5)), "bo1").ShouldBe([0.5, 0.5]);
            Of(new LongShortTermMemory(2, unitForgetBias: false), "bf1").ShouldBe([0, 0]);
        }

        [Fact]
        public void Should_leave_given_biases_as_they_are() =>
            Of(new LongShortTermMemory(1, bias: new Given(Tensor.Vector(0.1, 0.2, 0.3, 0.4))), "bf1").ShouldBe([0.2]);

        [Fact]
        public void Should_split_what_is_written_as_one_by_gates()
        {
            Tensor kernel = Tensor.Matrix([[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]);
            Of(new GatedRecurrent(2, kernel: new Given(kernel)), "Wr1").ShouldBe([3, 4, 9, 10]);
            Of(new GatedRecurrent(2, bias: new Given(kernel)), "br1").ShouldBe([3, 4]);
            Of(new GatedRecurrent(2, bias: new Given(kernel)), "bRh1").ShouldBe([11, 12]);
        }

        [Fact]
        public void Should_make_recurrent_kernels_orthogonal()
        {
            LayerBench bench = Bench(new GatedRecurrent(3));
            double[] kernel = bench.ValuesOf("Rz1", "Rr1", "Rh1");
            for (int row = 0; row < 3; row++)
            {
                for (int other = 0; other < 3; other++)
                {
                    double product = Enumerable.Range(0, 9).Sum(column => kernel[(9 * row) + column] * kernel[(9 * other) + column]);
                    product.ShouldBe(row == other ? 1 : 0, 1e-14);
                }
            }
        }
    }

    public class TheRefusals
    {
        private static string Problem(Network network) => Should.Throw<PlanException>(() => Planner.Build(network)).Problems.ShouldHaveSingleItem().ToString();

        [Fact]
        public void Should_name_layer_expected_and_found()
        {
            Problem(Of(new Shape(3), new LongShortTermMemory(2)))
                .ShouldBe("layer 1 (lstm): expected a sequence of shape batch × time steps × features, found 1 × 3");
            Problem(Of(new Shape(3, 2), new GatedRecurrent(2), new SimpleRecurrent(2)))
                .ShouldBe("layer 2 (simple-rnn): expected a sequence of shape batch × time steps × features, found 1 × 2");
        }

        [Fact]
        public void Should_show_the_shape_that_values_need()
        {
            Problem(Of(new Shape(3, 2), new LongShortTermMemory(2, kernel: new Given(Tensor.Matrix([[1]])))))
                .ShouldBe("layer 1 (lstm), kernel: expected shape 2 × 8, found 1 × 1");
            Problem(Of(new Shape(3, 2), new GatedRecurrent(2, bias: new Given(Tensor.Vector(1, 2, 3, 4, 5, 6)))))
                .ShouldBe("layer 1 (gru), bias: expected shape 2 × 6, found 6");
        }

        [Fact]
        public void Should_refuse_states_of_another_shape() => Problem(WithStates(new LongShortTermMemory(2), 3))
            .ShouldBe("layer 1 (lstm): expected a first state of shape 1 × 2, found 1 × 3");

        [Fact]
        public void Should_refuse_more_states_than_there_are() => Problem(WithStates(new GatedRecurrent(2), 2, 2))
            .ShouldBe("layer 1 (gru): expected a sequence, and possibly the first h, found 3 inputs");

        [Fact]
        public void Should_refuse_no_units() => Should.Throw<ArgumentOutOfRangeException>(() => new GatedRecurrent(0)).ParamName.ShouldBe("units");

        [Fact]
        public void Should_refuse_a_bias_that_is_taken_away() =>
            Should.Throw<ArgumentException>(() => new SimpleRecurrent(1, useBias: false, bias: new Ones())).ParamName.ShouldBe("bias");

        private static Network WithStates(Layer layer, params int[] widths) => new(
            [new NetworkInput("x", new Shape(2, 1)), .. widths.Select((width, index) => new NetworkInput($"s{index}", new Shape(width)))],
            [new Node("r", layer, ["x", .. widths.Select((_, index) => $"s{index}")])],
            [new NetworkOutput("r", new MeanSquaredError())],
            new GradientDescent(0.1));
    }

    public class LongSequences
    {
        private static IterationTrace Run(int mostPathCells)
        {
            Network network = Of(new Shape(5, 2), new LongShortTermMemory(3, returnSequences: true), new GatedRecurrent(2));
            Iteration iteration = new(new Training(Planner.Build(network, 2, new PlanOptions { MostPathCells = mostPathCells }), Data(2, 5, 2), Data(2, 2)));
            iteration.Run();
            return iteration.Trace();
        }

        [Fact]
        public void Should_have_the_same_gradients_when_only_sums_are_kept()
        {
            (IterationTrace apart, IterationTrace summed) = (Run(PlanOptions.DefaultMostPathCells), Run(0));
            summed.Plan.BufferLength.ShouldBeLessThan(apart.Plan.BufferLength);
            foreach (Symbol parameter in apart.Plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter))
            {
                Address same = summed.Plan.Find(parameter.Label.ToString(), parameter.Shape.Rank == 1 ? [1] : [1, 1]).Address.ShouldNotBeNull();
                double[] expected = GradientOf(apart, parameter);
                double[] found = GradientOf(summed, summed.Plan.SymbolOf(same));
                for (int cell = 0; cell < expected.Length; cell++)
                {
                    found[cell].ShouldAgree(expected[cell], 1e-13, $"{parameter.Label}, cell {cell}");
                }
            }

            foreach (Address address in summed.Plan.Steps.SelectMany(step => step.Output.AllAddresses()))
            {
                summed.Plan.Explain(address).Evaluate(summed).ShouldBeBitEqual(summed[address], summed.Plan.LabelOf(address).ToString());
            }
        }

        [Fact]
        public void Should_compile_each_formula_once()
        {
            Plan plan = Run(0).Plan;
            Step[] gates = [.. plan.Steps.Where(step => step.Output.Label.ToString().StartsWith("i1_t", StringComparison.Ordinal))];
            gates.Length.ShouldBe(5);
            gates.Select(step => step.Operation).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
        }

        private static double[] GradientOf(IterationTrace trace, Symbol symbol) =>
        [
            .. symbol.AllAddresses().Select(address => trace[trace.Plan.FindDerivative(new Address(trace.Plan.Loss.Index, 0), address).ShouldNotBeNull()]),
        ];
    }
}
