using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Running;

/// <summary>
/// What an iteration hands to the next: all parameters (and optimizer slots), in the order of the plan's carries. With the
/// iteration's number and the data it determines every later number.
/// </summary>
/// <param name="CompletedIterations">How many iterations have been run; 0 before the first.</param>
/// <param name="Values">The values, symbol after symbol.</param>
public sealed record TrainingState(int CompletedIterations, ImmutableArray<double> Values)
{
    /// <summary>Where the numbers of one plan's states belong in another plan: to the symbols of the same name and shape.</summary>
    /// <returns>Where in the state they begin, the symbol, and the other plan's.</returns>
    internal static List<(int From, Symbol Symbol, Symbol Other)> Places(Plan plan, Plan otherPlan)
    {
        Dictionary<string, Symbol> others = otherPlan.Symbols
            .Where(symbol => symbol.Role is SymbolRole.Parameter or SymbolRole.State)
            .ToDictionary(symbol => symbol.Label.ToString());
        List<(int From, Symbol Symbol, Symbol Other)> places = [];
        int from = 0;
        foreach (Carry carry in plan.Carries)
        {
            if (others.TryGetValue(carry.Current.Label.ToString(), out Symbol? other) && other.Shape.Equals(carry.Current.Shape))
            {
                places.Add((from, carry.Current, other));
            }

            from += carry.Current.Shape.Size;
        }

        return places;
    }
}
