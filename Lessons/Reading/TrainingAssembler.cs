using System.Collections.Immutable;
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
        if (plan is not null && targets.Shape[1] != plan.Targets[0].Shape.WithoutFirst().Size)
        {
            nodes.Report(
                targetsNode,
                $"rows of {plan.Targets[0].Shape.WithoutFirst().Size} numbers, one for each output of the last layer",
                "change the rows, or the last layer's units",
                $"rows of {targets.Shape[1]}");
        }

        if (plan is null || nodes.Problems.Count > before)
        {
            return (plan, null);
        }

        RequireChoices(plan, plan.Inputs[0], inputs, inputsNode);
        RequireChoices(plan, plan.Targets[0], targets, targetsNode);
        bool isRight = nodes.Problems.Count == before;
        return (plan, isRight ? new Training(plan, RowsOf(plan.Inputs[0], inputs), RowsOf(plan.Targets[0], targets)) : null);
    }

    public static Tensor TensorOf(Table<double> table) => new(new Shape(table.Shape.AsSpan()), table.Values);

    /// <summary>The rows with the axes that the network gives a sample.</summary>
    private static Tensor RowsOf(Symbol symbol, Table<double> table) =>
        new(new Shape([table.Shape[0], .. symbol.Shape.WithoutFirst().Lengths]), table.Values);

    /// <summary>Numbers that choose, such as words of an embedding, are whole and in range.</summary>
    private void RequireChoices(Plan plan, Symbol symbol, Table<double> table, SourceNode node)
    {
        ImmutableArray<int?> choices = plan.ChoicesOf(symbol);
        for (int cell = 0; cell < table.Values.Length && !choices.IsEmpty; cell++)
        {
            double value = table.Values[cell];
            if (choices[cell % choices.Length] is { } below && !(value >= 0 && value < below && value == Math.Floor(value)))
            {
                SourceNode row = node is SequenceNode rows ? rows.Items[cell / choices.Length] : node;
                SourceNode place = row is SequenceNode numbers ? numbers.Items[cell % choices.Length] : row;
                nodes.Report(
                    place,
                    $"a whole number from 0 to {below - 1}",
                    symbol.Role == SymbolRole.Input
                        ? "change the number, or the embedding's input-dim, which says how many there are"
                        : "change the number, or the last layer's units, of which there is one for each class");
            }
        }
    }

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

    private static bool IsShape(PlanProblem problem) => problem.Part.Length > 0 && problem.RepeatedName is null;

    private static string WhatIs(PlanProblem problem) => IsValues(problem) ? "values" : "names";

    private static bool IsValues(PlanProblem problem) =>
        problem.Part is not ("inputs" or "targets") && !problem.Part.StartsWith("symbols", StringComparison.Ordinal);

    private static bool IsTransposed(PlanProblem problem) =>
        problem.Found.Contains('×') && problem.Expected == $"shape {string.Join(" × ", problem.Found.Split(" × ").Reverse())}";

    private static string RemedyFor(PlanProblem problem) => problem.Part switch
    {
        _ when problem.RepeatedName is not null =>
            "give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)",
        "kernel" when IsTransposed(problem) => "exchange rows and columns: one row for each input and one column for each unit",
        "kernel" => "write one row for each input and one column for each unit",
        "bias" => "write one number for each unit",
        not "" when IsValues(problem) => "write as many values, in the same rows",
        not "" => "write one name for each number, in the same rows, or one name for all",
        _ => "make the layers fit",
    };
}
