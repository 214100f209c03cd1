using System.Collections.Immutable;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;

namespace Engine.Planning;

/// <summary>A network of layers one after the other, what it is trained on and how. It holds no numbers that change.</summary>
/// <param name="Features">The shape of one sample.</param>
/// <param name="Layers">The layers, from the inputs to the outputs; at least one.</param>
/// <param name="Loss">What training makes small.</param>
/// <param name="Optimizer">How it does so.</param>
public sealed record Network(Shape Features, ImmutableArray<Layer> Layers, Loss Loss, Optimizer Optimizer)
{
    /// <summary>The names of a sample's numbers.</summary>
    public SymbolNames InputNames { get; init; } = SymbolNames.Indexed("x");

    /// <summary>The names of the targets; made from the names of the outputs where null: <c>target_o1</c>.</summary>
    public SymbolNames? TargetNames { get; init; }
}
