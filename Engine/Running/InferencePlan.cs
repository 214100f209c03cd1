using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// The plan of a network that answers with what a training has learned, and where the training's parameters and running
/// statistics go in it.
/// </summary>
/// <param name="Plan">The plan: forward and loss.</param>
/// <param name="Parts">For each of the training's carries that the plan knows, the symbol of the plan.</param>
internal sealed record InferencePlan(Plan Plan, ImmutableArray<(Carry Carry, Symbol To)> Parts)
{
    public static InferencePlan Build(Plan training, Network network, int batchSize)
    {
        Plan plan = Planner.Build(network, batchSize, new PlanOptions { Mode = Mode.Inference });

        // Both plans are of one network, so that a parameter has one name in both.
        Dictionary<string, Symbol> here = plan.Symbols
            .Where(symbol => symbol.Role is SymbolRole.Parameter or SymbolRole.State)
            .ToDictionary(symbol => symbol.Label.ToString());
        return new InferencePlan(
            plan,
            [
                .. from carry in training.Carries
                   let to = here.GetValueOrDefault(carry.Current.Label.ToString())
                   where to is not null
                   select (carry, to),
            ]);
    }
}
