using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>Compiles a network, its losses and its optimizer into the plan of one training iteration.</summary>
public static class Planner
{
    /// <summary>How many numbers an iteration may have: 2^26, half a gibibyte of them.</summary>
    public const int MostCells = 1 << 26;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batchSize">The number of samples of an iteration, at least 1.</param>
    /// <param name="options">How the plan is put together; for training where null.</param>
    /// <exception cref="PlanException">
    /// Layers, values or names do not fit each other, two numbers have the same name, or there is no layer: everything that is wrong.
    /// </exception>
    /// <exception cref="OverflowException">An iteration would have more than <see cref="MostCells"/> numbers.</exception>
    public static Plan Build(Network network, int batchSize = 1, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        options ??= new PlanOptions();
        if (network.Nodes.IsEmpty)
        {
            throw new PlanException([new PlanProblem(null, "", "network", "at least one layer", "none")], null);
        }

        PlanBuilder plan = new(batchSize, options.Mode);
        Dictionary<string, Symbol> values = EmitForward(plan, network);
        (ImmutableArray<Symbol> predictions, ImmutableArray<Symbol> targets, Symbol loss) = EmitLoss(plan, network, values);
        if (options.Mode == Mode.Training)
        {
            EmitUpdate(plan, network, loss, options);
        }
        else if (options.InputGradients)
        {
            new GradientFlow(plan, loss, options).EmitAll();
        }

        // The optimizer has names too.
        NameTable.RequireUnique(plan);
        Plan compiled = new(plan, [.. network.Nodes.Select(node => values[node.Name])], targets, predictions, loss);
        return plan.Problems.Count == 0 ? compiled : throw new PlanException(plan.Problems, compiled);
    }

    private static Dictionary<string, Symbol> EmitForward(PlanBuilder plan, Network network)
    {
        Dictionary<string, Symbol> values = [];
        foreach (NetworkInput input in network.Inputs)
        {
            Symbol symbol = DeclareRows(plan, SymbolRole.Input, input.Features, input.Names, new Place(0, LayerPart.Output), "inputs");
            if (!values.TryAdd(input.Name, symbol))
            {
                throw Refuse(plan, 0, "inputs", "every input once", $"the input '{input.Name}' twice");
            }
        }

        for (int index = 0; index < network.Nodes.Length; index++)
        {
            Node node = network.Nodes[index];
            LayerBuilder builder = new(plan, node.Layer, index + 1, network.Outputs.Any(output => output.Node == node.Name));
            if (node.Inputs.FirstOrDefault(name => !values.ContainsKey(name)) is { } unknown)
            {
                throw Refuse(plan, index + 1, builder.LayerName, "an input of the network or an earlier layer", $"'{unknown}'");
            }

            if (values.ContainsKey(node.Name))
            {
                throw Refuse(plan, index + 1, builder.LayerName, "every layer's name once", $"the name '{node.Name}' again");
            }

            try
            {
                values.Add(node.Name, node.Layer.Emit(builder, [.. node.Inputs.Select(name => values[name])]));
            }
            catch (ShapeException problem)
            {
                // Without this layer's output, what follows it has no meaning.
                throw Refuse(plan, index + 1, builder.LayerName, problem.Expected, problem.Found);
            }
        }

        return values;
    }

    private static (ImmutableArray<Symbol> Predictions, ImmutableArray<Symbol> Targets, Symbol Loss) EmitLoss(
        PlanBuilder plan, Network network, Dictionary<string, Symbol> values)
    {
        var predictions = ImmutableArray.CreateBuilder<Symbol>();
        var targets = ImmutableArray.CreateBuilder<Symbol>();
        List<(Symbol Part, double Weight)> parts = [];
        bool isOnly = network.Outputs.Length == 1;
        int column = network.Nodes.Length + 1;
        foreach (NetworkOutput output in network.Outputs)
        {
            if (!values.TryGetValue(output.Node, out Symbol? prediction))
            {
                throw Refuse(plan, null, "outputs", "a layer's name", $"'{output.Node}'");
            }

            SymbolNames names = ((Naming.Given)prediction.Naming).Names;
            string suffix = isOnly ? "" : $"_{output.Node}";
            Symbol target = DeclareRows(
                plan,
                SymbolRole.Target,
                output.Loss.TargetShapeOf(prediction.Shape.WithoutFirst()),
                output.TargetNames ?? names.WithPrefix("target_", "t" + suffix),
                new Place(column, LayerPart.Target),
                "targets");
            string? part = isOnly && output.Weight == 1 && plan.Penalties.Count == 0 ? null : isOnly ? "E_data" : $"E_{output.Node}";
            Symbol total = output.Loss.Emit(new LossBuilder(plan, new Place(column, LayerPart.Loss), names, suffix, part), prediction, target);
            predictions.Add(prediction);
            targets.Add(target);
            parts.Add((total, output.Weight));
        }

        foreach ((Symbol parameter, Regularizers.Regularizer regularizer) in plan.Penalties)
        {
            Naming naming = new Naming.Given(SymbolNames.Indexed("R_" + NameOf(plan, parameter)));
            Place place = new(column, LayerPart.None);
            parts.Add((plan.Emit(Phase.Loss, SymbolRole.LossPart, regularizer.ToOperation(), naming, place, false, parameter), 1));
        }

        plan.Predictions = predictions.ToImmutable();
        plan.Targets = targets.ToImmutable();
        return (predictions.ToImmutable(), targets.ToImmutable(), parts[0].Part.Role == SymbolRole.Loss ? parts[0].Part : EmitSum(plan, parts, column));
    }

    /// <summary>The loss as the weighted sum of several.</summary>
    private static Symbol EmitSum(PlanBuilder plan, List<(Symbol Part, double Weight)> parts, int column)
    {
        Expression sum = new Expression.Sum(
        [
            .. parts.Select((part, index) => new Expression.Term(part.Weight == 1 ? Cellwise.Input(index) : part.Weight * Cellwise.Input(index))),
        ]);
        return plan.Emit(
            Phase.Loss,
            SymbolRole.Loss,
            new Cellwise("total loss", sum),
            new Naming.Given(SymbolNames.Indexed("E_total")),
            new Place(column, LayerPart.None),
            false,
            [.. parts.Select(part => part.Part)]);
    }

    private static void EmitUpdate(PlanBuilder plan, Network network, Symbol loss, PlanOptions options)
    {
        var gradients = ImmutableArray.CreateBuilder<(Symbol Parameter, Symbol Gradient)>();
        if (network.Optimizer.UsesGradients)
        {
            GradientFlow flow = new(plan, loss, options);
            flow.EmitAll();
            foreach (Symbol parameter in plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter).ToList())
            {
                if (flow.FindGradientOf(parameter) is { } gradient)
                {
                    gradients.Add((parameter, gradient));
                }
            }
        }

        plan.FirstOfUpdate = plan.Symbols.Count;
        UpdateBuilder updates = new(plan);
        try
        {
            network.Optimizer.Emit(updates, gradients.ToImmutable());
        }
        catch (ShapeException problem)
        {
            string where = $"optimizer ({Catalog.NameOf(network.Optimizer)})";
            plan.Problems.Add(new PlanProblem(null, "optimizer", where, problem.Expected, problem.Found));
        }

        foreach (Action<UpdateBuilder> update in plan.Updates)
        {
            update(updates);
        }

        updates.Finish();
    }

    /// <summary>One name for all of a parameter's numbers, also where each has its own.</summary>
    private static string NameOf(PlanBuilder plan, Symbol parameter)
    {
        ParameterTensor tensor = plan.Tensors.Find(tensor => tensor.Symbols.Contains(parameter))!;
        return tensor.NameOf(tensor.Symbols.IndexOf(parameter));
    }

    private static PlanException Refuse(PlanBuilder plan, int? layer, string where, string expected, string found)
    {
        plan.Problems.Add(new PlanProblem(layer, "", where, expected, found));
        return new PlanException(plan.Problems, null);
    }

    private static Symbol DeclareRows(PlanBuilder plan, SymbolRole role, Shape features, SymbolNames names, Place place, string what)
    {
        Naming naming = plan.Fit(names, features, role == SymbolRole.Input ? 0 : null, what, $"symbols of {what}");
        return plan.Declare(role, new Shape([plan.BatchSize, .. features.Lengths]), naming, place, true);
    }
}
