using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Operations;

/// <summary>The way back through every operation that has a rule, in a plan, against central differences.</summary>
public class BackpropagationTests
{
    /// <summary>What lies between the operation and the loss, and what else uses its inputs.</summary>
    public enum Use
    {
        Weighted,
        Summed,
        SummedWithOthers,
    }

    public static TheoryData<int, string, Use> Cases
    {
        get
        {
            TheoryData<int, string, Use> data = [];
            for (int index = 0; index < OperationTable.Cases.Count; index++)
            {
                OperationCase subject = OperationTable.Cases[index];
                if (OperationTests.HasRule(subject.Operation) && subject.Inputs.All(shape => shape.Size > 0))
                {
                    foreach (Use use in Enum.GetValues<Use>())
                    {
                        data.Add(index, subject.ToString(), use);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_emit_the_gradient_that_differences_show(int index, string name, Use use)
    {
        OperationCase subject = OperationTable.Cases[index];
        Random random = new(7);
        Tensor[] values = [.. subject.Inputs.Select((shape, input) => Ordinary(shape, subject.WholeBelow(input), random))];
        (Plan plan, Symbol?[] gradients) = Build(subject.Operation, values, use);
        IterationTrace trace = Run(plan);
        double[] expected = CentralDifferences.Gradient(
            point => LossAt(subject, values, point, use), [.. values.SelectMany(value => value.Values.ToArray())]);
        int place = 0;
        for (int input = 0; input < gradients.Length; input++)
        {
            for (int cell = 0; cell < values[input].Shape.Size; cell++, place++)
            {
                if (subject.WholeBelow(input) is null)
                {
                    double found = gradients[input] is { } gradient ? trace[gradient][cell] : 0;
                    found.ShouldAgree(expected[place], 1e-9, $"{name}, {use}, input {input}, cell {cell}");
                }
            }
        }

        foreach (Step step in plan.Steps)
        {
            for (int cell = 0; cell < step.Output.Shape.Size; cell++)
            {
                Explanation explanation = plan.Explain(new Address(step.Output.Index, cell));
                explanation.Evaluate(trace).ShouldBeBitEqual(trace[explanation.Address], $"{name}, {explanation.Label}");
            }
        }
    }

    private static (Plan Plan, Symbol?[] Gradients) Build(Operation operation, Tensor[] values, Use use)
    {
        PlanBuilder builder = new(1, Mode.Training);
        Declare(builder, SymbolRole.Input, new Shape(1, 1), "unused");
        Symbol[] inputs = [.. values.Select((value, index) => Given(builder, SymbolRole.Parameter, value, $"p{index}"))];
        Symbol output = Emit(builder, SymbolRole.Activation, operation, "y", inputs);
        List<Symbol> parts = [output];
        if (use == Use.Weighted)
        {
            Symbol weights = Given(builder, SymbolRole.Hyperparameter, WeightsOf(output.Shape), "c");
            parts = [Emit(builder, SymbolRole.Activation, Cellwise.Multiply(), "cy", output, weights)];
        }

        Symbol loss = Emit(builder, SymbolRole.Loss, new SumAll(), "E", parts[0]);
        if (use == Use.SummedWithOthers)
        {
            parts = [loss, .. inputs.Select((input, index) => Emit(builder, SymbolRole.LossPart, new SumAll(), $"s{index}", input))];
            loss = Emit(builder, SymbolRole.Loss, Cellwise.Add(parts.Count), "total", [.. parts]);
        }

        GradientFlow flow = new(builder, loss, new PlanOptions());
        flow.EmitAll();
        Symbol?[] gradients = [.. inputs.Select(flow.FindGradientOf)];
        return (new Plan(builder, [], [], [], loss), gradients);
    }

    private static double LossAt(OperationCase subject, Tensor[] values, double[] point, Use use)
    {
        int start = point.Length;
        int size = subject.Operation.ShapeOf(subject.Inputs).Size;
        double[] buffer = [.. point, .. new double[size]];
        int[] offsets = [.. values.Select((_, index) => values.Take(index).Sum(value => value.Shape.Size))];
        Operands operands = new(buffer, offsets, [.. subject.Inputs], start, subject.Operation.LayoutOf(subject.Inputs));
        subject.Operation.Compute(operands, buffer.AsSpan(start));
        double[] y = buffer[start..];
        return use == Use.Weighted
            ? y.Zip(WeightsOf(new Shape(size)).Values.ToArray(), (value, weight) => value * weight).Sum()
            : y.Sum() + (use == Use.SummedWithOthers ? point.Sum() : 0);
    }

    private static Tensor WeightsOf(Shape shape) => new(shape, [.. Enumerable.Range(0, shape.Size).Select(cell => 0.7 - (0.3 * (cell % 5)))]);

    private static Tensor Ordinary(Shape shape, int? wholeBelow, Random random) => new(
        shape,
        [
            .. Enumerable.Range(0, shape.Size).Select(_ => wholeBelow is { } below ? random.Next(below) : 0.1 + (1.8 * random.NextDouble())),
        ]);

    private static Symbol Declare(PlanBuilder builder, SymbolRole role, Shape shape, string name) =>
        builder.Declare(role, shape, new Naming.Given(SymbolNames.Indexed(name)), default);

    private static Symbol Given(PlanBuilder builder, SymbolRole role, Tensor values, string name)
    {
        Symbol symbol = Declare(builder, role, values.Shape, name);
        builder.InitialValues.Add(symbol, values);
        return symbol;
    }

    private static Symbol Emit(PlanBuilder builder, SymbolRole role, Operation operation, string name, params ReadOnlySpan<Symbol> inputs) =>
        builder.Emit(Phase.Forward, role, operation, new Naming.Given(SymbolNames.Indexed(name)), default, false, inputs);

    private static IterationTrace Run(Plan plan)
    {
        Iteration iteration = new(new Training(plan, [Tensor.Matrix([[0]])], []));
        iteration.Run();
        return iteration.Trace();
    }
}
