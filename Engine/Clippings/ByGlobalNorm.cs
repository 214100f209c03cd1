using System.Collections.Immutable;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Clippings;

/// <summary>
/// All gradients together have one norm, which is kept at the limit: they are scaled by one factor and keep their sizes to
/// each other. Keras' <c>global_clipnorm</c>.
/// </summary>
[Kind("by-global-norm")]
public sealed class ByGlobalNorm : NormClipping
{
    /// <summary>Clips all gradients together.</summary>
    /// <param name="limit">The largest norm that is left as it is, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not greater than 0 or not finite.</exception>
    public ByGlobalNorm(double limit)
        : base(limit)
    {
    }

    private protected override ImmutableArray<(Symbol Parameter, Symbol Gradient)> Emit(
        UpdateBuilder builder, Symbol limit, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Dictionary<Symbol, Symbol> gradients = parameters.ToDictionary(pair => pair.Parameter, pair => pair.Gradient);
        Symbol factor = EmitFactor(builder, limit, "", builder.Tensors.SelectMany(tensor => NamesOf(tensor, gradients)));
        return
        [
            .. parameters.Select(pair => (pair.Parameter, EmitClipped(builder, Cellwise.Multiply(), pair.Parameter, pair.Gradient, factor))),
        ];
    }
}
