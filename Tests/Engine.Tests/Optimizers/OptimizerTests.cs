using Engine.Clippings;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Regularizers;
using Engine.Running;
using Engine.Schedules;
using Engine.Tests.Support;

namespace Engine.Tests.Optimizers;

/// <summary>What all optimizers owe beside the right numbers, which the reference tests check.</summary>
public class OptimizerTests
{
    private static readonly Schedule Falling = new ExponentialDecay(0.2, 3, 0.7, staircase: true);

    private static readonly IReadOnlyDictionary<string, Optimizer> Optimizers = new Dictionary<string, Optimizer>
    {
        ["sgd"] = new GradientDescent(0.1),
        ["sgd, exponential"] = new GradientDescent(new ExponentialDecay(0.2, 3, 0.7)),
        ["sgd, steps"] = new GradientDescent(new StepDecay(0.2, 0.5, 2, 1)),
        ["sgd, inverse time"] = new GradientDescent(new InverseTimeDecay(0.2, 0.3)),
        ["sgd, pieces"] = new GradientDescent(new PiecewiseConstant([1, 3], [0.3, 0.2, 0.1])),
        ["momentum, by value"] = new GradientDescent(0.1, 0.9, clip: new ByValue(0.5)),
        ["nesterov, by norm"] = new GradientDescent(Falling, 0.9, nesterov: true, new ByNorm(0.5)),
        ["adagrad, by global norm"] = new Adagrad(0.1, clip: new ByGlobalNorm(0.5)),
        ["adagrad, outside"] = new Adagrad(Falling, 0, 1e-5, EpsilonPlacement.OutsideRoot),
        ["rmsprop"] = new RootMeanSquarePropagation(),
        ["rmsprop, all"] = new RootMeanSquarePropagation(Falling, 0.8, 0.6, 1e-3, true, EpsilonPlacement.OutsideRoot),
        ["adam"] = new Adam(),
        ["adam, paper"] = new Adam(Falling, 0.8, 0.99, 1e-3, true, AdamEpsilon.Paper, new ByNorm(0.7)),
        ["adam, amsgrad"] = new Adam(0.01, amsgrad: true),
    };

    /// <summary>Ordinary gradients, then numbers with which arithmetic has gone wrong somewhere.</summary>
    private static readonly double[][] Gradients =
    [
        [0.3, -0.2, 0.7, -1.1, 0.05, 0.4],
        [-0.6, 0.9, 0.1, 0.2, -0.3, -2.5],
        [0, -0.0, 0, -0.0, 0, 0],
        [1e-300, -1e-300, 1e-12, 40, -800, 0.5],
        [0.1, 0.2, 0.3, 1e160, -1e160, 1e5],
        [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    ];

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    private static Training TrainingOf(string name) => GivenGradients.Of(
        Optimizers[name],
        [new("W", new Tensor(new Shape(2, 2), [0.5, -0.25, 0, 1.5])), new("b", Tensor.Vector(0.1, -0.7))],
        Gradients);

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_explain_every_number_bit_for_bit(string name)
    {
        Training training = TrainingOf(name);
        Iteration iteration = new(training);
        for (int run = 0; run < 2 * Gradients.Length; run++)
        {
            iteration.Run();
            IterationTrace trace = iteration.Trace();
            foreach (Address address in training.Plan.Steps.SelectMany(step => step.Output.AllAddresses()))
            {
                Explanation explanation = training.Plan.Explain(address);
                explanation.Evaluate(trace).ShouldBeBitEqual(trace[address], $"{name}, iteration {trace.Iteration}, {explanation.Label}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_come_to_the_same_bits_from_any_state_between(string name)
    {
        // Long enough for the plan to be compiled as a whole.
        Training training = TrainingOf(name);
        StraightLine.Compile(training.Plan).ShouldNotBeNull();
        Iteration iteration = new(training);
        for (int run = 1; run <= 210; run++)
        {
            TrainingState before = iteration.State();
            iteration.Run();
            if (run < 5 || run > 205)
            {
                Iteration fresh = new(training);
                fresh.Restore(before);
                fresh.Run();
                foreach (Symbol symbol in training.Plan.Symbols)
                {
                    iteration.Trace()[symbol].ShouldBeBitEqual(fresh.Trace()[symbol], $"{name}, iteration {run}, {symbol.Label}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_carry_on_all_that_it_keeps(string name)
    {
        Plan plan = TrainingOf(name).Plan;
        foreach (Symbol symbol in plan.Symbols.Where(symbol => symbol.Role is SymbolRole.Parameter or SymbolRole.State))
        {
            Symbol next = plan.NextOf(symbol).ShouldNotBeNull(symbol.Label.ToString());
            plan.ProducerOf(next).ShouldNotBeNull().Phase.ShouldBe(Phase.Update);
            plan.InitialValuesOf(symbol).ShouldNotBeNull().Shape.ShouldBe(symbol.Shape);
        }
    }

    [Fact]
    public void Should_point_to_what_a_number_is_kept_for()
    {
        Plan plan = TrainingOf("adam, paper").Plan;
        Address weight = plan.Find("W", 2, 1).Address.ShouldNotBeNull();
        foreach (string name in new[] { "m_W", "v_W", "vmax_W", "mhat_W", "vhat_W", "g_W" })
        {
            Address about = plan.Find(name, 2, 1).Address.ShouldNotBeNull(name);
            plan.SubjectOf(about).ShouldBe(weight, name);
            plan.LabelOf(about).ToString().ShouldBe($"{name}[2,1]");
        }

        Symbol next = plan.NextOf(plan.SymbolOf(plan.Find("m_W", 2, 1).Address!.Value)).ShouldNotBeNull();
        plan.SubjectOf(new Address(next.Index, weight.Cell)).ShouldBe(weight);
    }

    [Fact]
    public void Should_lay_out_adams_update_of_the_worked_example()
    {
        Network network = WorkedExample.ToNetwork() with { Optimizer = new Adam(epsilonPlacement: AdamEpsilon.Paper) };
        Plan plan = Planner.Build(network);
        plan.Steps.Where(step => step.Phase == Phase.Update).Select(step => step.Output.Label.ToString()).ShouldBe(
            [
                "correction1", "correction2",
                "m_w1..m_w4+", "v_w1..v_w4+", "mhat_w1..mhat_w4", "vhat_w1..vhat_w4", "w1..w4+",
                "m_w5..m_w8+", "v_w5..v_w8+", "mhat_w5..mhat_w8", "vhat_w5..vhat_w8", "w5..w8+",
                "t+",
            ]);
        plan.Explain(plan.At("mhat_w5")).Symbolic(Notation.Mathematical).ShouldBe("m_w5⁺ / correction1");
        plan.Explain(plan.At("w5+")).Symbolic(Notation.Mathematical).ShouldBe("w5 − α × m̂_w5 / (sqrt(v̂_w5) + ε)");
        plan.Explain(plan.At("m_w5+")).Symbolic(Notation.Plain).ShouldBe("beta_1 * m_w5 + (1 - beta_1) * dE_total/dw5");
        plan.Explain(plan.At("correction2")).Symbolic(Notation.Mathematical).ShouldBe("1 − β_2^(t + 1)");
    }

    [Fact]
    public void Should_take_the_gradient_of_the_whole_loss()
    {
        Dense layer = new(1, new Given(Tensor.Matrix([[0.5], [-2]])), kernelRegularizer: new L2(0.1), biasRegularizer: new L1(0.2));
        Network network = Network.Sequential(
            new Shape(2), [layer], new HalfSquaredError(), new GradientDescent(1, clip: new ByValue(0.15)));
        Plan plan = Planner.Build(network);
        Iteration iteration = new(new Training(plan, Tensor.Matrix([[0, 0]]), Tensor.Matrix([[0]])));
        iteration.Run();
        IterationTrace trace = iteration.Trace();

        // Without data, what is left is 2 × 0.1 × w and 0.2 × sign(0).
        trace[plan.Loss][0].ShouldBe((0.1 * 0.25) + (0.1 * 4), 1e-15);
        trace[plan.At("g_W1[1,1]")].ShouldBe(0.1, 1e-15);
        trace[plan.At("g_W1[2,1]")].ShouldBe(-0.15);
        trace[plan.At("W1[2,1]+")].ShouldBe(-1.85);
        trace[plan.At("b1+")].ShouldBe(0);
    }

    public class TheCountOfUpdates
    {
        private static Plan PlanWith(SymbolNames? targets, params string[] outputs) => Planner.Build(Network.Sequential(
            new Shape(1),
            [
                new Dense(2, new Zeros(), symbols: new PartNames(outputs.Length == 0
                    ? new Dictionary<string, SymbolNames>()
                    : new Dictionary<string, SymbolNames> { ["output"] = SymbolNames.Each(new Shape(2), [.. outputs]) })),
            ],
            new HalfSquaredError(),
            new GradientDescent(new InverseTimeDecay(1, 1)),
            targetNames: targets));

        [Fact]
        public void Should_be_called_t() => Count(PlanWith(null, "o1", "o2")).ShouldBe("t");

        [Fact]
        public void Should_be_called_updates_where_something_else_is_t()
        {
            Count(PlanWith(null)).ShouldBe("updates");
            Count(PlanWith(SymbolNames.Each(new Shape(2), ["t", "s"]), "o1", "o2")).ShouldBe("updates");
        }

        private static string Count(Plan plan) =>
            plan.Symbols.Single(symbol => symbol.Role == SymbolRole.State).Label.ToString();
    }

    public class NamesThatDoNotFit
    {
        private static PlanProblem ProblemOf(string output, Optimizer optimizer)
        {
            Dense layer = new(1, new Zeros(), symbols: new PartNames(new Dictionary<string, SymbolNames> { ["output"] = SymbolNames.Indexed(output) }));
            Network network = Network.Sequential(new Shape(1), [layer], new HalfSquaredError(), optimizer);
            return Should.Throw<PlanException>(() => Planner.Build(network)).Problems.ShouldHaveSingleItem();
        }

        [Fact]
        public void Should_be_changed_where_the_lesson_gave_them()
        {
            PlanProblem setting = ProblemOf("rho", new RootMeanSquarePropagation());
            (setting.Layer, setting.Part, setting.Found).ShouldBe((1, "symbols.output", "the name 'rho' of a setting of the optimizer again"));
            PlanProblem slot = ProblemOf("v_W1", new RootMeanSquarePropagation());
            (slot.Layer, slot.Part, slot.Found).ShouldBe((1, "symbols.output", "the name 'v_W1' of the optimizer again"));
        }
    }

    public class WhatIsOutOfRange
    {
        [Fact]
        public void Should_be_refused_by_name()
        {
            Refused(() => new GradientDescent(-1), "learningRate", "a finite number of at least 0");
            Refused(() => new GradientDescent(1, 1.1), "momentum", "a number from 0 to 1");
            Refused(() => new Adagrad(initialAccumulator: -1), "initialAccumulator", "a finite number of at least 0");
            Refused(() => new Adagrad(epsilon: double.NaN), "epsilon", "a finite number of at least 0");
            Refused(() => new RootMeanSquarePropagation(rho: 1), "rho", "a number of at least 0 and below 1");
            Refused(() => new RootMeanSquarePropagation(momentum: -0.1), "momentum", "a number from 0 to 1");
            Refused(() => new Adam(beta_1: 1), "beta_1", "a number of at least 0 and below 1");
            Refused(() => new Adam(beta_2: double.NaN), "beta_2", "a number of at least 0 and below 1");
            Refused(() => new ByNorm(0), "limit", "a finite number greater than 0");
            Refused(() => new ExponentialDecay(1, 0, 0.5), "decaySteps", "an integer of at least 1");
            Refused(() => new ExponentialDecay(1, 1, 0), "decayRate", "a finite number greater than 0");
            Refused(() => new StepDecay(1, 0.5, 1, -1), "offset", "an integer of at least 0");
            Refused(() => new InverseTimeDecay(double.PositiveInfinity, 1), "initialLearningRate", "a finite number of at least 0");
            Refused(() => new PiecewiseConstant([2, 2], [1, 2, 3]), "boundaries", "integers of at least 0, each greater than the one before");
            Refused(() => new PiecewiseConstant([], [1]), "boundaries", "integers of at least 0, each greater than the one before");
            Refused(() => new PiecewiseConstant([1], [1, -1]), "values", "finite numbers of at least 0");
            Should.Throw<ArgumentException>(() => new PiecewiseConstant([1, 2], [1, 2])).Message
                .ShouldStartWith("2 values for 2 boundaries, which part 3 pieces");
            Refused(() => new L1(-1), "l1", "a finite number of at least 0");
            Refused(() => new Elastic(1, 1.5), "l1Ratio", "a number from 0 to 1");
            Should.Throw<ArgumentException>(() => new Dense(1, new Zeros(), useBias: false, biasRegularizer: new L1())).ParamName.ShouldBe("biasRegularizer");
        }

        private static void Refused(Func<object> make, string argument, string range)
        {
            ArgumentOutOfRangeException problem = Should.Throw<ArgumentOutOfRangeException>(make);
            problem.ParamName.ShouldBe(argument);
            problem.Message.ShouldStartWith(range);
        }
    }
}
