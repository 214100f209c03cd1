using System.Collections.Immutable;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Clippings;

/// <summary>
/// Each tensor of parameters has the norm of its gradient kept at the limit, on its own: a kernel, a bias. What a layer writes
/// as one tensor, such as the kernels of an LSTM's gates, is one. Keras' <c>clipnorm</c>.
/// </summary>
[Kind("by-norm")]
public sealed class ByNorm : NormClipping
{
    /// <summary>Clips tensor by tensor.</summary>
    /// <param name="limit">The largest norm that is left as it is, finite and greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not greater than 0 or not finite.</exception>
    public ByNorm(double limit)
        : base(limit)
    {
    }

    private protected override ImmutableArray<(Symbol Parameter, Symbol Gradient)> Emit(
        UpdateBuilder builder, Symbol limit, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        Dictionary<Symbol, Symbol> gradients = parameters.ToDictionary(pair => pair.Parameter, pair => pair.Gradient);
        Dictionary<Symbol, Symbol> clipped = [];
        foreach (ParameterTensor tensor in builder.Tensors.Where(tensor => tensor.Symbols.Any(gradients.ContainsKey)))
        {
            Symbol factor = EmitFactor(builder, limit, $"_{tensor.Name}", NamesOf(tensor, gradients));
            foreach (Symbol parameter in tensor.Symbols.Where(gradients.ContainsKey))
            {
                clipped.Add(parameter, EmitClipped(builder, Cellwise.Multiply(), parameter, gradients[parameter], factor));
            }
        }

        return [.. parameters.Select(pair => (pair.Parameter, clipped[pair.Parameter]))];
    }
}
