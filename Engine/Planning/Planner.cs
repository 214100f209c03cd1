using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>Compiles a network, its loss and its optimizer into the plan of one training iteration.</summary>
public static class Planner
{
    /// <summary>The default of <c>mostPathCells</c>: generous for what fits on a screen, far from what costs time.</summary>
    public const int DefaultMostPathCells = 4096;

    /// <summary>How many numbers an iteration may have: 2^26, half a gibibyte of them.</summary>
    public const int MostCells = 1 << 26;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batchSize">The number of samples of an iteration, at least 1.</param>
    /// <param name="mostPathCells">
    /// Up to how many numbers a gradient's parts by path (<c>∂E_o1/∂h1</c>) are steps of their own; above, only their sum is.
    /// </param>
    /// <exception cref="PlanException">
    /// Layers, values or names do not fit each other, two numbers have the same name, or there is no layer: everything that is wrong.
    /// </exception>
    /// <exception cref="OverflowException">An iteration would have more than <see cref="MostCells"/> numbers.</exception>
    public static Plan Build(Network network, int batchSize = 1, int mostPathCells = DefaultMostPathCells)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (network.Layers.IsEmpty)
        {
            throw new PlanException([new PlanProblem(null, "", "network", "at least one layer", "none")], null);
        }

        PlanBuilder plan = new(batchSize);
        Symbol input = DeclareRows(plan, SymbolRole.Input, network.Features, network.InputNames, new Place(0, LayerPart.Output), "inputs");
        Symbol prediction = input;
        for (int index = 0; index < network.Layers.Length; index++)
        {
            Layer layer = network.Layers[index];
            LayerBuilder builder = new(plan, index + 1, Catalog.NameOf(layer), index == network.Layers.Length - 1);
            try
            {
                prediction = layer.Emit(builder, prediction);
            }
            catch (ShapeException problem)
            {
                // Without this layer's output, what follows it has no meaning.
                plan.Problems.Add(new PlanProblem(index + 1, "", builder.LayerName, problem.Expected, problem.Found));
                throw new PlanException(plan.Problems, null);
            }
        }

        SymbolNames outputNames = ((Naming.Given)prediction.Naming).Names;
        int layers = network.Layers.Length;
        Symbol target = DeclareRows(
            plan,
            SymbolRole.Target,
            network.Loss.TargetShapeOf(prediction.Shape.WithoutFirst()),
            network.TargetNames ?? outputNames.WithPrefix("target_", "t"),
            new Place(layers + 1, LayerPart.Target),
            "targets");
        Symbol loss = network.Loss.Emit(new LossBuilder(plan, layers, outputNames), prediction, target);

        GradientFlow flow = new(plan, loss, mostPathCells);
        flow.Run();
        UpdateBuilder updates = new(plan);
        foreach (Symbol parameter in plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter).ToList())
        {
            if (flow.FindGradientOf(parameter) is { } gradient)
            {
                network.Optimizer.Emit(updates, parameter, gradient);
            }
        }

        // The optimizer has names too.
        NameTable.RequireUnique(plan);
        Plan compiled = new(plan, input, target, prediction, loss);
        return plan.Problems.Count == 0 ? compiled : throw new PlanException(plan.Problems, compiled);
    }

    private static Symbol DeclareRows(PlanBuilder plan, SymbolRole role, Shape features, SymbolNames names, Place place, string what)
    {
        Naming naming = plan.Fit(names, features, role == SymbolRole.Input ? 0 : null, what, $"symbols of {what}");
        return plan.Declare(role, new Shape([plan.BatchSize, .. features.Lengths]), naming, place, true);
    }
}
