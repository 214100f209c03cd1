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

namespace Engine.Tests.Planning;

/// <summary>Networks of several inputs and outputs, and layers that are used twice.</summary>
public class GraphTests
{
    private static readonly Dense Shared = new(2, new Given(Tensor.Matrix([[0.5, -0.3], [0.2, 0.8]])), new HyperbolicTangent(), bias: new Given(Tensor.Vector(0.1, -0.2)));

    private static Network Twins(double firstWeight = 1) => new(
        [new NetworkInput("a", new Shape(2)), new NetworkInput("b", new Shape(2))],
        [
            new Node("left", Shared, ["a"]),
            new Node("right", Shared, ["b"]),
            new Node("answer", new Dense(1, new Given(Tensor.Matrix([[1], [-1]])), useBias: false), ["left"]),
        ],
        [new NetworkOutput("answer", new HalfSquaredError()) { Weight = firstWeight }, new NetworkOutput("right", new MeanSquaredError())],
        new GradientDescent(0.1));

    [Fact]
    public void Should_share_the_parameters_of_a_layer_that_is_used_twice()
    {
        Plan plan = Planner.Build(Twins());
        plan.Symbols.Count(symbol => symbol.Role == SymbolRole.Parameter).ShouldBe(3);
        plan.Inputs.Length.ShouldBe(2);
        plan.Targets.Length.ShouldBe(2);
        plan.Predictions.ShouldBe([plan.LayerOutputs[2], plan.LayerOutputs[1]]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    public void Should_add_up_the_gradients_of_both_uses(double weight)
    {
        IterationTrace trace = Run(Twins(weight));
        Plan plan = trace.Plan;
        Address loss = new(plan.Loss.Index, 0);
        foreach (Symbol parameter in plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter))
        {
            for (int cell = 0; cell < parameter.Shape.Size; cell++)
            {
                double gradient = trace[plan.FindDerivative(loss, new Address(parameter.Index, cell)).ShouldNotBeNull()];

                // By trying: the same network with one weight a little to either side.
                double difference = (LossWith(weight, parameter, cell, 1e-6) - LossWith(weight, parameter, cell, -1e-6)) / 2e-6;
                gradient.ShouldBe(difference, 1e-8, $"{plan.LabelOf(new Address(parameter.Index, cell))}");
            }
        }
    }

    [Fact]
    public void Should_name_the_losses_by_the_layers()
    {
        Plan plan = Planner.Build(Twins(0.25));
        plan.Names.ShouldContain("E_answer");
        plan.Names.ShouldContain("E_right");
        plan.Names.ShouldContain("E_total");
        Explanation total = plan.Explain(new Address(plan.Loss.Index, 0));
        total.Symbolic(Notation.Plain).ShouldBe("0.25 * E_answer + E_right");
    }

    [Fact]
    public void Should_refuse_an_input_that_does_not_exist()
    {
        Network network = Twins() with { Nodes = [new Node("left", Shared, ["c"])] };
        PlanProblem problem = Should.Throw<PlanException>(() => Planner.Build(network)).Problems.Single();
        problem.Layer.ShouldBe(1);
        problem.Expected.ShouldBe("an input of the network or an earlier layer");
        problem.Found.ShouldBe("'c'");
    }

    [Fact]
    public void Should_refuse_an_output_that_does_not_exist_and_names_that_are_not_unique()
    {
        Refuse(Twins() with { Outputs = [new NetworkOutput("nothing", new HalfSquaredError())] }, "a layer's name");
        Refuse(Twins() with { Nodes = [new Node("a", Shared, ["a"])] }, "every layer's name once");
        Refuse(Twins() with { Inputs = [new NetworkInput("a", new Shape(2)), new NetworkInput("a", new Shape(2))] }, "every input once");

        static void Refuse(Network network, string expected) =>
            Should.Throw<PlanException>(() => Planner.Build(network)).Problems[^1].Expected.ShouldBe(expected);
    }

    [Fact]
    public void Should_differentiate_with_respect_to_data_where_asked()
    {
        Plan plan = Planner.Build(Twins(), 1, new PlanOptions { InputGradients = true });
        IterationTrace trace = Run(plan);
        Address loss = new(plan.Loss.Index, 0);
        for (int cell = 0; cell < 2; cell++)
        {
            double gradient = trace[plan.FindDerivative(loss, new Address(plan.Inputs[0].Index, cell)).ShouldNotBeNull()];
            double difference = (LossAt(cell, 1e-6) - LossAt(cell, -1e-6)) / 2e-6;
            gradient.ShouldBe(difference, 1e-8);
        }

        Planner.Build(Twins()).FindDerivative(loss, new Address(plan.Inputs[0].Index, 0)).ShouldBeNull();

        double LossAt(int cell, double by)
        {
            double[] row = [0.4, -0.7];
            row[cell] += by;
            return LossOf(Run(Planner.Build(Twins()), row));
        }
    }

    [Fact]
    public void Should_only_answer_in_inference()
    {
        Plan plan = Planner.Build(Twins(), 1, new PlanOptions { Mode = Mode.Inference });
        plan.Steps.ShouldAllBe(step => step.Phase == Phase.Forward || step.Phase == Phase.Loss);
        plan.Carries.ShouldBeEmpty();
        LossOf(Run(plan)).ShouldBe(LossOf(Run(Twins())));
    }

    [Fact]
    public void Should_be_summed_up()
    {
        NetworkSummary summary = NetworkSummary.Of(Twins());
        summary.Lines.Select(line => (line.Name, line.Kind, line.Trainable)).ShouldBe(
            [("a", "input", 0), ("b", "input", 0), ("left", "dense", 6), ("right", "dense", 0), ("answer", "dense", 2)]);
        summary.Lines[^1].Inputs.ShouldBe(["left"]);
        summary.Lines[^1].Output.ShouldBe(new Shape(1));
        summary.Trainable.ShouldBe(8);
        summary.Other.ShouldBe(0);
    }

    private static double LossWith(double weight, Symbol parameter, int cell, double by)
    {
        Plan plan = Planner.Build(Twins(weight));
        Iteration machine = new(TrainingOf(plan, [0.4, -0.7]));
        double[] values = [.. plan.InitialValuesOf(plan.Symbols[parameter.Index])!.Values];
        values[cell] += by;
        machine.Set(plan.Symbols[parameter.Index], values);
        machine.Run();
        return LossOf(machine.Trace());
    }

    private static double LossOf(IterationTrace trace) => trace[trace.Plan.Loss][0];

    private static IterationTrace Run(Network network) => Run(Planner.Build(network));

    private static IterationTrace Run(Plan plan, double[]? row = null)
    {
        Iteration machine = new(TrainingOf(plan, row ?? [0.4, -0.7]));
        machine.Run();
        return machine.Trace();
    }

    private static Training TrainingOf(Plan plan, double[] row)
    {
        ImmutableArray<Tensor> inputs = [Tensor.Matrix([row]), Tensor.Matrix([[-0.9, 0.3]])];
        return new Training(plan, inputs, [Tensor.Matrix([[0.6]]), Tensor.Matrix([[0.1, -0.5]])]);
    }
}
