using System.Collections.Immutable;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Clippings;

/// <summary>
/// How gradients that are too large are made smaller before an optimizer uses them. It acts on the gradients of the whole
/// loss, penalties included. The clipped gradients are called after their parameters, <c>g_w5</c>.
/// Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "그래디언트 클리핑"; Pascanu, Mikolov, Bengio, "On the difficulty of training
/// recurrent neural networks", 2013.
/// </summary>
public abstract class Clipping
{
    private readonly double limit;

    /// <summary>A clipping.</summary>
    /// <param name="limit">The largest size that is left as it is, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not greater than 0 or not finite.</exception>
    private protected Clipping(double limit) => this.limit = Require.Positive(limit, nameof(limit));

    /// <summary>Emits the steps of the clipping and returns each parameter with its clipped gradient.</summary>
    internal ImmutableArray<(Symbol Parameter, Symbol Gradient)> Emit(
        UpdateBuilder builder, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters) =>
        parameters.IsEmpty ? parameters : Emit(builder, builder.Hyperparameter("limit", limit), parameters);

    /// <inheritdoc cref="Emit(UpdateBuilder, ImmutableArray{ValueTuple{Symbol, Symbol}})"/>
    private protected abstract ImmutableArray<(Symbol Parameter, Symbol Gradient)> Emit(
        UpdateBuilder builder, Symbol limit, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters);

    /// <summary>A clipped gradient.</summary>
    private protected static Symbol EmitClipped(UpdateBuilder builder, Operation operation, Symbol parameter, params ReadOnlySpan<Symbol> inputs) =>
        builder.Emit(operation, "g", parameter, inputs);
}
