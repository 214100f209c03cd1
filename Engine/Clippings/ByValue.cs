using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Clippings;

/// <summary>
/// Each number of a gradient by itself is kept between −limit and limit; the gradient may point elsewhere afterwards. Keras'
/// <c>clipvalue</c>.
/// </summary>
[Kind("by-value")]
public sealed class ByValue : Clipping
{
    /// <summary>Clips each number by itself.</summary>
    /// <param name="limit">The largest size that is left as it is, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not greater than 0 or not finite.</exception>
    public ByValue(double limit)
        : base(limit)
    {
    }

    private protected override ImmutableArray<(Symbol Parameter, Symbol Gradient)> Emit(
        UpdateBuilder builder, Symbol limit, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        (Expression g, Expression most) = (Cellwise.Input(0), Cellwise.Input(1));
        Cellwise clip = new("clip by value", new Expression.Choice(g, most, most, new Expression.Choice(-most, g, -most, g)));
        return [.. parameters.Select(pair => (pair.Parameter, EmitClipped(builder, clip, pair.Parameter, pair.Gradient, limit)))];
    }
}
