using Engine.Layers;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>Compiles a network, its loss and its optimizer into the plan of one training iteration.</summary>
public static class Planner
{
    /// <summary>The default of <c>mostPathCells</c>: generous for what fits on a screen, far from what costs time.</summary>
    public const int DefaultMostPathCells = 4096;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batchSize">The number of samples of an iteration, at least 1.</param>
    /// <param name="mostPathCells">
    /// Up to how many numbers a gradient's parts by path (<c>∂E_o1/∂h1</c>) are steps of their own; above, only their sum is.
    /// </param>
    /// <exception cref="ShapeException">Layers, values or names do not fit each other.</exception>
    /// <exception cref="ArgumentException">Two numbers have the same name, or there is no layer.</exception>
    public static Plan Build(Network network, int batchSize = 1, int mostPathCells = DefaultMostPathCells)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (network.Layers.IsEmpty)
        {
            throw new ArgumentException("A network has at least one layer.", nameof(network));
        }

        PlanBuilder plan = new(batchSize);
        Symbol input = DeclareRows(plan, SymbolRole.Input, network.Features, network.InputNames, new Place(0, LayerPart.Output), "inputs");
        Symbol prediction = input;
        for (int index = 0; index < network.Layers.Length; index++)
        {
            Layer layer = network.Layers[index];
            LayerBuilder builder = new(plan, index + 1, Catalog.NameOf(layer), index == network.Layers.Length - 1);
            prediction = layer.Emit(builder, prediction);
        }

        SymbolNames outputNames = ((Naming.Given)prediction.Naming).Names;
        int layers = network.Layers.Length;
        Symbol target = DeclareRows(
            plan,
            SymbolRole.Target,
            prediction.Shape.WithoutFirst(),
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

        return new Plan(plan, input, target, prediction, loss);
    }

    private static Symbol DeclareRows(PlanBuilder plan, SymbolRole role, Shape features, SymbolNames names, Place place, string what)
    {
        if (names.Shape is not null && !names.Shape.Equals(features))
        {
            throw new ShapeException($"symbols of {what}", $"names of shape {features}", $"{names.Shape}");
        }

        return plan.Declare(role, new Shape([plan.BatchSize, .. features.Lengths]), new Naming.Given(names), place, true);
    }
}
