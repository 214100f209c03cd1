using Engine.Numbers;
using Engine.Planning;
using Engine.Running;

namespace Lessons.Reading;

/// <summary>Puts network and data together and reports what does not fit at the place that says so.</summary>
internal sealed class TrainingAssembler(NodeReader nodes, NetworkReader networks, MappingReader data, MappingReader? training)
{
    /// <summary>
    /// The plan, good for looking up names even where something does not fit, and the training, null unless all is right.
    /// </summary>
    public (Plan? Plan, Training? Training) Assemble(Network network, Table<double> inputs, Table<double> targets, int? batchSize)
    {
        int before = nodes.Problems.Count;
        int samples = inputs.Shape[0];
        SourceNode inputsNode = data.OptionalNode("inputs")!;
        SourceNode targetsNode = data.OptionalNode("targets")!;
        if (inputs.Shape[1] != network.Inputs[0].Features.Size)
        {
            nodes.Report(
                inputsNode,
                $"rows of {network.Inputs[0].Features.Size} numbers, one for each of the network's inputs",
                "change the rows, or network.inputs",
                $"rows of {inputs.Shape[1]}");
        }

        if (targets.Shape[0] != samples)
        {
            nodes.Report(
                targetsNode, $"as many rows as the inputs have, {samples}", "add or remove rows", $"rows: {targets.Shape[0]}");
        }

        if (batchSize is { } size && samples % size != 0)
        {
            batchSize = null;
            nodes.Report(
                training!.OptionalNode("batch-size")!,
                $"a divisor of the number of samples, {samples}",
                "change the batch size, or leave it out to use all samples in every iteration");
        }

        Plan? plan = Compile(network, batchSize ?? samples);
        if (plan is not null && targets.Shape[1] != plan.Targets[0].Shape[1])
        {
            nodes.Report(
                targetsNode,
                $"rows of {plan.Targets[0].Shape[1]} numbers, one for each output of the last layer",
                "change the rows, or the last layer's units",
                $"rows of {targets.Shape[1]}");
        }

        bool isRight = plan is not null && nodes.Problems.Count == before;
        return (plan, isRight ? new Training(plan!, TensorOf(inputs), TensorOf(targets)) : null);
    }

    public static Tensor TensorOf(Table<double> table) => new(new Shape(table.Shape.AsSpan()), table.Values);

    private Plan? Compile(Network network, int batchSize)
    {
        try
        {
            return Planner.Build(network, batchSize);
        }
        catch (PlanException exception)
        {
            foreach (PlanProblem problem in exception.Problems.Where(problem => !networks.IsRepeated(problem.RepeatedName ?? "")))
            {
                string found = IsShape(problem) ? $"{WhatIs(problem)} of shape {problem.Found}" : problem.Found;
                nodes.Report(networks.NodeOf(problem), problem.Expected, RemedyFor(problem), $"{found} in {problem.Where}");
            }

            return exception.Plan;
        }
        catch (OverflowException)
        {
            nodes.Report(networks.Node, "a network whose numbers fit in memory", "use fewer units or samples", "a network that is too large");
            return null;
        }
    }

    private static bool IsShape(PlanProblem problem) => problem.Part is not ("" or "optimizer") && problem.RepeatedName is null;

    private static string WhatIs(PlanProblem problem) => problem.Part is "kernel" or "bias" ? "values" : "names";

    private static bool IsTransposed(PlanProblem problem) =>
        problem.Found.Contains('×') && problem.Expected == $"shape {string.Join(" × ", problem.Found.Split(" × ").Reverse())}";

    private static string RemedyFor(PlanProblem problem) => problem.Part switch
    {
        _ when problem.RepeatedName is not null =>
            "give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)",
        "kernel" when IsTransposed(problem) => "exchange rows and columns: one row for each input and one column for each unit",
        "kernel" => "write one row for each input and one column for each unit",
        "bias" => "write one number for each unit",
        "optimizer" => "change the network, or take an optimizer that uses gradients",
        not "" => "write one name for each number, in the same rows, or one name for all",
        _ => "make the layers fit",
    };
}
