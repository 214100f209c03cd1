using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Planning;

public class PlannerTests
{
    private static Network Of(params Layer[] layers) =>
        Network.Sequential(new Shape(2), [.. layers], new HalfSquaredError(), new GradientDescent(0.5));

    private static Dense Dense(int units, Tensor? kernel = null, params (string Part, SymbolNames Names)[] symbols) => new(
        units,
        kernel is null ? new Zeros() : new Given(kernel),
        new Sigmoid(),
        symbols: new PartNames(symbols.ToDictionary(entry => entry.Part, entry => entry.Names)));

    private static SymbolNames Each(params string[] names) => SymbolNames.Each(new Shape(names.Length), [.. names]);

    public class TheBuildMethod
    {
        public static TheoryData<int> Networks => [.. Enumerable.Range(0, NetworkCases.All.Count)];

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_order_steps_so_that_everything_comes_before_its_use(int index)
        {
            Plan plan = NetworkCases.All[index].ToPlan();
            HashSet<Symbol> known = [.. plan.Symbols.Where(symbol => plan.ProducerOf(symbol) is null)];
            Phase phase = Phase.Forward;
            foreach (Step step in plan.Steps)
            {
                plan.Steps[step.Index].ShouldBe(step);
                (step.Phase >= phase).ShouldBeTrue($"step {step.Index} is of {step.Phase} after {phase}");
                phase = step.Phase;
                step.Inputs.ShouldAllBe(input => known.Contains(input));
                known.Add(step.Output).ShouldBeTrue($"{step.Output.Label} has two producers");
                step.Output.Shape.ShouldBe(step.Operation.ShapeOf([.. step.Inputs.Select(input => input.Shape)]));
            }

            known.ShouldBe(plan.Symbols, ignoreOrder: true);
            plan.Steps.Select(step => step.Phase).Distinct().ShouldBe([Phase.Forward, Phase.Loss, Phase.Backward, Phase.Update]);
        }

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_make_every_number_once_or_take_it_as_given(int index)
        {
            Plan plan = NetworkCases.All[index].ToPlan();
            foreach (Symbol symbol in plan.Symbols)
            {
                plan.Symbols[symbol.Index].ShouldBe(symbol);
                int producers = plan.Steps.Count(step => step.Output == symbol);
                bool isGiven = symbol.Role is SymbolRole.Input or SymbolRole.Target or SymbolRole.Parameter or SymbolRole.Hyperparameter;
                producers.ShouldBe(isGiven ? 0 : 1, symbol.Label.ToString());
                (plan.InitialValuesOf(symbol) is not null).ShouldBe(symbol.Role is SymbolRole.Parameter or SymbolRole.Hyperparameter);
            }

            plan.BufferLength.ShouldBe(plan.Symbols.Sum(symbol => symbol.Shape.Size));
            plan.AllAddresses().Select(plan.OffsetOf).ShouldBe(Enumerable.Range(0, plan.BufferLength));
        }

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_update_every_parameter_and_carry_it_on(int index)
        {
            Plan plan = NetworkCases.All[index].ToPlan();
            Symbol[] parameters = [.. plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter)];
            plan.Carries.Select(carry => carry.Current).ShouldBe(parameters);
            plan.Carries.Select(carry => carry.Next).ShouldBe(parameters.Select(parameter => plan.NextOf(parameter)!));
        }

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_make_no_gradient_at_the_data(int index)
        {
            Plan plan = NetworkCases.All[index].ToPlan();
            IEnumerable<Address> subjects = plan.Steps
                .Where(step => step.Phase == Phase.Backward)
                .SelectMany(step => step.Output.AllAddresses())
                .Select(plan.SubjectOf);
            subjects.ShouldAllBe(subject => plan.SymbolOf(subject).Role != SymbolRole.Input && plan.SymbolOf(subject).Role != SymbolRole.Target);
        }

        [Fact]
        public void Should_lay_out_the_worked_example_step_by_step() => WorkedExample.ToPlan().Steps.Select(step => step.Output.Label.ToString()).ShouldBe(
            [
                "z1..z2", "h1..h2", "z3..z4", "o1..o2",
                "E_o1..E_o2", "E_total",
                "dE_total/do1..o2", "do1..o2/dz3..z4", "dE_total/dz3..z4", "dE_total/dw5..w8",
                "dE_total/dh1..h2 via z3..z4", "dE_total/dh1..h2",
                "dh1..h2/dz1..z2", "dE_total/dz1..z2", "dE_total/dw1..w4",
                "w1..w4+", "w5..w8+",
            ]);

        [Fact]
        public void Should_keep_parts_by_path_up_to_the_limit_only()
        {
            // The parts of the gradient at h1: 2 samples × 3 units × 2 units above = 12 numbers.
            NetworkCase network = new(2, [new(3), new(2)]) { BatchSize = 2 };
            Parts(network with { MostPathCells = 12 }).ShouldBe(1);
            Parts(network with { MostPathCells = 11 }).ShouldBe(0);

            static int Parts(NetworkCase network) => network.ToPlan().Steps.Count(step => step.Operation is PathContributions);
        }

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_agree_with_and_without_parts_by_path(int index)
        {
            NetworkCase network = NetworkCases.All[index];
            IterationTrace apart = (network with { MostPathCells = int.MaxValue }).FirstTrace();
            IterationTrace atOnce = (network with { MostPathCells = 0 }).FirstTrace();
            atOnce.Plan.Symbols.ShouldNotContain(symbol => symbol.Role == SymbolRole.Contribution);
            foreach (Symbol symbol in atOnce.Plan.Symbols)
            {
                Symbol other = apart.Plan.Symbols.Single(candidate => candidate.Label == symbol.Label);
                for (int cell = 0; cell < symbol.Shape.Size; cell++)
                {
                    apart[other][cell].ShouldAgree(atOnce[symbol][cell], 1e-13 * Math.Max(1, network.Scale), $"{symbol.Label}[{cell}]");
                }
            }
        }

        [Fact]
        public void Should_refuse_no_layers_and_no_samples()
        {
            Should.Throw<PlanException>(() => Planner.Build(Of())).Message.ShouldContain("at least one layer");
            Should.Throw<ArgumentOutOfRangeException>(() => Planner.Build(Of(Dense(1)), 0)).ParamName.ShouldBe("batchSize");
        }
    }

    public class ShapesThatDoNotFit
    {
        private static void Refuses(Network network, string where, string expected, string found)
        {
            PlanProblem problem = Should.Throw<PlanException>(() => Planner.Build(network)).Problems.ShouldHaveSingleItem();
            problem.Where.ShouldBe(where);
            problem.Expected.ShouldBe(expected);
            problem.Found.ShouldBe(found);
        }

        [Fact]
        public void Should_name_the_layer_of_a_kernel() =>
            Refuses(Of(Dense(3), Dense(2, Tensor.Matrix([[1, 2], [3, 4]]))), "layer 2 (dense), kernel", "shape 3 × 2", "2 × 2");

        [Fact]
        public void Should_name_the_layer_of_a_bias() =>
            Refuses(Of(new Dense(2, new Zeros(), bias: new Given(Tensor.Vector(1)))), "layer 1 (dense), bias", "shape 2", "1");

        [Theory]
        [InlineData("bias", "names of shape 2")]
        [InlineData("z", "names of shape 2")]
        [InlineData("output", "names of shape 2")]
        [InlineData("kernel", "names of shape 2 × 2")]
        public void Should_name_the_part_of_symbols(string part, string expected) =>
            Refuses(Of(Dense(2, null, (part, Each("a", "b", "c")))), $"layer 1 (dense), symbols of {part}", expected, "3");

        [Fact]
        public void Should_name_the_symbols_of_data() =>
            Refuses(WithInput(Of(Dense(1)), input => input with { Names = Each("x1") }), "symbols of inputs", "names of shape 2", "1");

        [Fact]
        public void Should_name_the_symbols_of_targets() =>
            Refuses(WithOutput(Of(Dense(1)), output => output with { TargetNames = Each("a", "b") }), "symbols of targets", "names of shape 1", "2");

        [Fact]
        public void Should_name_the_symbols_of_losses() => Refuses(
            WithOutput(Of(Dense(1)), output => output with
            {
                Loss = new HalfSquaredError(symbols: new PartNames(new Dictionary<string, SymbolNames> { ["terms"] = Each("a", "b") })),
            }),
            "loss, symbols of terms",
            "names of shape 1",
            "2");

        [Fact]
        public void Should_be_told_all_at_once()
        {
            Network network = Of(Dense(3, Tensor.Matrix([[1]])), Dense(2, Tensor.Matrix([[1, 2], [3, 4]]), ("output", Each("a"))));
            PlanException refused = Should.Throw<PlanException>(() => Planner.Build(network));
            refused.Problems.Select(problem => (problem.Layer, problem.Part)).ShouldBe(
                [(1, "kernel"), (2, "kernel"), (2, "symbols.output")]);
            refused.Plan.ShouldNotBeNull().Find("W1", 2, 3).Address.ShouldNotBeNull();
        }

        [Fact]
        public void Should_name_the_layer_of_an_input_that_is_no_row() => Refuses(
            WithInput(Of(Dense(1)), input => input with { Features = Shape.Scalar }), "layer 1 (dense)", "an input of shape batch × features", "1");

        private static Network WithInput(Network network, Func<NetworkInput, NetworkInput> change) =>
            network with { Inputs = [.. network.Inputs.Select(change)] };

        private static Network WithOutput(Network network, Func<NetworkOutput, NetworkOutput> change) =>
            network with { Outputs = [.. network.Outputs.Select(change)] };
    }

    public class NamesThatDoNotFit
    {
        [Fact]
        public void Should_be_refused_where_two_numbers_have_one() =>
            Should.Throw<PlanException>(() => Planner.Build(Of(Dense(2, null, ("z", Each("a", "b")), ("output", Each("b", "c"))))))
                .Message.ShouldContain("'b'");

        [Fact]
        public void Should_be_refused_where_one_is_the_settings() =>
            Should.Throw<PlanException>(() => Planner.Build(Of(Dense(1, null, ("output", Each("alpha")))))).Message.ShouldContain("'alpha'");

        [Theory]
        [InlineData("weights")]
        [InlineData("Bias")]
        public void Should_be_refused_for_parts_that_do_not_exist(string part)
        {
            ArgumentException problem = Should.Throw<ArgumentException>(() => Dense(1, null, (part, Each("a"))));
            problem.Message.ShouldContain($"'{part}'");
            problem.Message.ShouldContain("kernel, output, bias, z");
            problem.ParamName.ShouldBe("symbols");
        }

        [Fact]
        public void Should_be_refused_for_the_sum_of_a_linear_layer_and_a_bias_left_out()
        {
            Should.Throw<ArgumentException>(() => new Dense(1, new Zeros(), symbols: Names("z"))).Message.ShouldContain("'z'");
            Should.Throw<ArgumentException>(() => new Dense(1, new Zeros(), useBias: false, symbols: Names("bias"))).Message.ShouldContain("'bias'");
            Should.Throw<ArgumentException>(() => new Dense(1, new Zeros(), useBias: false, bias: new Zeros())).ParamName.ShouldBe("bias");

            static PartNames Names(string part) => new(ImmutableDictionary<string, SymbolNames>.Empty.Add(part, Each("a")));
        }

        [Fact]
        public void Should_be_counted() =>
            Should.Throw<ShapeException>(() => SymbolNames.Each(new Shape(2, 2), ["a", "b"])).Message.ShouldBe("symbols: expected 4 names for shape 2 × 2, found 2");
    }
}
