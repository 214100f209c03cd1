using Engine.Planning;
using Oracles;

namespace Engine.Tests.Support;

/// <summary>Which of the oracle's numbers one of the plan's is, by its place in the network.</summary>
internal static class OracleMap
{
    /// <summary>The oracle's number; null for what belongs to the backward pass, the update or the settings.</summary>
    public static Variable? VariableOf(this OraclePass pass, Plan plan, Address address)
    {
        Symbol symbol = plan.SymbolOf(address);
        return symbol.Role switch
        {
            SymbolRole.Input => At(pass.Inputs, address.Cell),
            SymbolRole.Target => At(pass.Targets, address.Cell),
            SymbolRole.Parameter or SymbolRole.Activation => OfLayer(pass.Layers[symbol.Place.Layer - 1], symbol.Place.Part, address.Cell),
            SymbolRole.LossTerm => At(pass.Terms, address.Cell),
            SymbolRole.Loss => pass.Total,
            _ => null,
        };
    }

    /// <summary>The addresses of a plan that the oracle knows.</summary>
    public static IEnumerable<Address> OracleAddresses(this Plan plan, OraclePass pass) =>
        plan.AllAddresses().Where(address => pass.VariableOf(plan, address) is not null);

    /// <summary>The addresses of all numbers of a plan.</summary>
    public static IEnumerable<Address> AllAddresses(this Plan plan) => plan.Symbols.SelectMany(AllAddresses);

    /// <summary>The addresses of all numbers of a symbol.</summary>
    public static IEnumerable<Address> AllAddresses(this Symbol symbol) =>
        Enumerable.Range(0, symbol.Shape.Size).Select(cell => new Address(symbol.Index, cell));

    private static Variable OfLayer(OracleLayerPass layer, LayerPart part, int cell) => part switch
    {
        LayerPart.Kernel => At(layer.Kernel, cell),
        LayerPart.Bias => layer.Bias![cell],
        LayerPart.PreActivation => At(layer.Weighted, cell),
        LayerPart.Output => At(layer.Outputs, cell),
        _ => throw new InvalidOperationException($"The oracle has no {part}."),
    };

    private static Variable At(Variable[][] rows, int cell) => rows[cell / rows[0].Length][cell % rows[0].Length];
}
