using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>
/// A tensor of parameters as a layer writes it: a kernel, a bias. Most are one symbol; what is computed in pieces, such as the
/// kernels of an LSTM's gates, is several, side by side along the last axis; vectors also in several rows.
/// </summary>
/// <param name="Name">What it is called, in one word also where each of its numbers has a name of its own: <c>W2</c>.</param>
/// <param name="Layer">The position of its layer in the network, from 1.</param>
/// <param name="Part">The layer's own name for it: <c>kernel</c>.</param>
/// <param name="Symbols">The symbols, in order.</param>
public sealed record ParameterTensor(string Name, int Layer, string Part, ImmutableArray<Symbol> Symbols)
{
    /// <summary>What a piece is called: by its own name where it has one for all its numbers.</summary>
    internal string NameOf(int piece)
    {
        SymbolNames names = ((Naming.Given)Symbols[piece].Naming).Names;
        return names.Shape is null ? names.Tensor : Symbols.Length == 1 ? Name : $"{Name}_{piece + 1}";
    }
}
