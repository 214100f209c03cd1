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
        if (inputs.Shape[1] != network.Features.Size)
        {
            nodes.Report(
                inputsNode,
                $"rows of {network.Features.Size} numbers, one for each of the network's inputs",
                "change the rows, or network.inputs",
                $"rows of {inputs.Shape[1]}");
        }

        if (targets.Shape[0] != samples)
        {
            nodes.Report(
                targetsNode, $"{samples} rows, one for each row of inputs", "add or remove rows", $"{targets.Shape[0]} rows");
        }

        if (batchSize is { } size && (size > samples || samples % size != 0))
        {
            nodes.Report(
                training!.OptionalNode("batch-size")!,
                $"a divisor of the number of samples, {samples}",
                "change the batch size, or leave it out to use all samples in every iteration");
        }

        Plan? plan = nodes.Problems.Count == before ? Compile(network, batchSize ?? samples) : Compile(network, 1);
        if (plan is not null && targets.Shape[1] != plan.Target.Shape[1])
        {
            nodes.Report(
                targetsNode,
                $"rows of {plan.Target.Shape[1]} numbers, one for each output of the last layer",
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
            foreach (PlanProblem problem in exception.Problems)
            {
                nodes.Report(
                    networks.NodeOf(problem), problem.Expected, RemedyFor(problem), $"{problem.Found} ({problem.Where})");
            }

            return exception.Plan;
        }
        catch (OverflowException)
        {
            nodes.Report(networks.Node, "a network whose numbers fit in memory", "use fewer units or samples", "a network that is too large");
            return null;
        }
    }

    private static string RemedyFor(PlanProblem problem) => problem.Part switch
    {
        "kernel" => "write one row for each input and one column for each unit",
        "bias" => "write one number for each unit",
        _ when problem.Part.StartsWith("symbols", StringComparison.Ordinal) => "give the names the shape of the numbers they name, each name once",
        _ => "make the layers fit",
    };
}
