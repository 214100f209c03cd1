using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;

namespace Lessons.Reading;

/// <summary>Puts network and data together and reports what does not fit at the place that says so.</summary>
internal sealed class TrainingAssembler(NodeReader nodes, NetworkReader networks, TrainingReader settings)
{
    /// <summary>
    /// The plan, good for looking up names even where something does not fit, and the training, null unless all is right.
    /// </summary>
    public (Plan? Plan, Training? Training, Fitting? Fitting) Assemble(Network network, DataTables inputs, DataTables targets)
    {
        int before = nodes.Problems.Count;
        int all = inputs.Tables[0].Table.Shape[0];
        int? trained = settings.SamplesToTrainOn(all);
        int samples = trained ?? all;
        int? batchSize = trained is null ? null : settings.BatchSize;
        foreach ((NetworkInput input, (SourceNode node, Table<double> table)) in network.Inputs.Zip(inputs.Tables))
        {
            RequireFeatures(network, input, node, table);
            RequireSamples(node, table, all);
        }

        foreach ((SourceNode node, Table<double> table) in targets.Tables)
        {
            RequireSamples(node, table, all);
        }

        if (batchSize is { } size && samples % size != 0)
        {
            batchSize = null;
            nodes.Report(
                settings.BatchSizeNode!,
                $"a divisor of the number of samples, {samples}",
                "change the batch size, or leave it out to use all samples in every iteration");
        }

        Plan? plan = Compile(network, batchSize ?? samples);
        if (plan is not null)
        {
            foreach ((Symbol target, (SourceNode node, Table<double> table)) in plan.Targets.Zip(targets.Tables))
            {
                RequireTargets(target, node, table);
            }
        }

        if (plan is not null && nodes.Problems.Count == before)
        {
            RequireChoices(plan, plan.Inputs, inputs);
            RequireChoices(plan, plan.Targets, targets);
        }

        if (plan is null || nodes.Problems.Count > before)
        {
            return (plan, null, null);
        }

        Training training = new(plan, inputs.ToTensors(0, samples), targets.ToTensors(0, samples), settings.ShuffleSeed);
        return (plan, training, new Fitting(network, settings.Epochs, settings.Metrics, settings.Stopping)
        {
            ValidationInputs = samples < all ? inputs.ToTensors(samples, all - samples) : [],
            ValidationTargets = samples < all ? targets.ToTensors(samples, all - samples) : [],
        });
    }

    public static Tensor TensorOf(Table<double> table) => new(new Shape(table.Shape.AsSpan()), table.Values);

    private void RequireFeatures(Network network, NetworkInput input, SourceNode node, Table<double> table)
    {
        if (TensorOf(table).Shape.WithoutFirst().Equals(input.Features))
        {
            return;
        }

        bool isRow = input.Features.Rank == 1;
        string name = network.Inputs.Length == 1 ? "network.inputs" : $"network.inputs.{input.Name}";
        nodes.Report(
            node,
            isRow ? $"rows of {input.Features} numbers, one for each of the network's inputs" : $"samples of shape {input.Features}",
            $"change the rows, or {name}",
            isRow ? $"rows of {table.Shape[1]}" : $"samples of shape {TensorOf(table).Shape.WithoutFirst()}");
    }

    private void RequireTargets(Symbol target, SourceNode node, Table<double> table)
    {
        Shape expected = target.Shape.WithoutFirst();
        if (!TensorOf(table).Shape.WithoutFirst().Equals(expected))
        {
            bool isRow = expected.Rank == 1;
            nodes.Report(
                node,
                isRow ? $"rows of {expected} numbers, one for each output of the last layer" : $"targets of shape {expected}",
                "change the rows, or the last layer's units",
                isRow ? $"rows of {table.Shape[1]}" : $"targets of shape {TensorOf(table).Shape.WithoutFirst()}");
        }
    }

    private void RequireSamples(SourceNode node, Table<double> table, int samples)
    {
        if (table.Shape[0] != samples)
        {
            nodes.Report(node, $"as many rows as the inputs have, {samples}", "add or remove rows", $"rows: {table.Shape[0]}");
        }
    }

    /// <summary>Numbers that choose, such as words of an embedding, are whole and in range.</summary>
    private void RequireChoices(Plan plan, ImmutableArray<Symbol> symbols, DataTables data)
    {
        foreach ((Symbol symbol, (SourceNode node, Table<double> table)) in symbols.Zip(data.Tables))
        {
            ImmutableArray<int?> choices = plan.ChoicesOf(symbol);
            for (int cell = 0; cell < table.Values.Length && !choices.IsEmpty; cell++)
            {
                double value = table.Values[cell];
                if (choices[cell % choices.Length] is { } below && !(value >= 0 && value < below && value == Math.Floor(value)))
                {
                    nodes.Report(
                        NodeOf(node, table, cell),
                        $"a whole number from 0 to {below - 1}",
                        symbol.Role == SymbolRole.Input
                            ? "change the number, or the embedding's input-dim, which says how many there are"
                            : "change the number, or the last layer's units, of which there is one for each class");
                }
            }
        }
    }

    /// <summary>The number's own place in the file.</summary>
    private static SourceNode NodeOf(SourceNode node, Table<double> table, int cell)
    {
        foreach (int place in new Shape(table.Shape.AsSpan()).PositionOf(cell))
        {
            node = node is SequenceNode list ? list.Items[place] : node;
        }

        return node;
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

    private static bool IsShape(PlanProblem problem) => problem.Part is not ("" or "optimizer") && problem.RepeatedName is null;

    private static string WhatIs(PlanProblem problem) => IsValues(problem) ? "values" : "names";

    private static bool IsValues(PlanProblem problem) =>
        problem.Part is not ("inputs" or "targets" or "optimizer") && !problem.Part.StartsWith("symbols", StringComparison.Ordinal);

    private static bool IsTransposed(PlanProblem problem) =>
        problem.Found.Contains('×') && problem.Expected == $"shape {string.Join(" × ", problem.Found.Split(" × ").Reverse())}";

    private static string RemedyFor(PlanProblem problem) => problem.Part switch
    {
        _ when problem.RepeatedName is not null =>
            "give one of the two another name under 'symbols'; without symbols, layer 2 has the names W2, b2, z2 and h2 (o2 if it is the last)",
        "kernel" when IsTransposed(problem) => "exchange rows and columns: one row for each input and one column for each unit",
        "kernel" when problem.Expected.Count(letter => letter == '×') > 1 => "write lists in lists, one depth for each axis",
        "kernel" => "write one row for each input and one column for each unit",
        "bias" => "write one number for each unit",
        "optimizer" => "change the network, or take an optimizer that uses gradients",
        not "" when IsValues(problem) => "write as many values, in the same rows",
        not "" => "write one name for each number, in the same rows, or one name for all",
        _ => "make the layers fit",
    };
}
