using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Clippings;

/// <summary>
/// Gradients whose norm, the root of the sum of their squares, is too large are scaled down to it: <c>g·limit / norm</c>. They
/// keep their direction. Sum of squares, norm and factor are steps.
/// </summary>
public abstract class NormClipping : Clipping
{
    private protected NormClipping(double limit)
        : base(limit)
    {
    }

    /// <summary>Emits what the gradients of some tensors are multiplied by.</summary>
    /// <param name="builder">The plan.</param>
    /// <param name="limit">The largest norm that is left as it is.</param>
    /// <param name="suffix">What comes after the names of norm and factor.</param>
    /// <param name="gradients">The gradients that are scaled alike, with what the sums of their squares are called.</param>
    private protected static Symbol EmitFactor(
        UpdateBuilder builder, Symbol limit, string suffix, IEnumerable<(Symbol Gradient, string Name)> gradients)
    {
        Symbol[] squares =
        [
            .. gradients.Select(entry => builder.EmitShared(
                new Reduction("squares", new Expression.Square(Cellwise.Input(0)), Shape.Scalar), $"squares_{entry.Name}", entry.Gradient)),
        ];
        Expression sum = squares.Length == 1
            ? Cellwise.Input(0)
            : new Expression.Sum([.. squares.Select((_, index) => new Expression.Term(Cellwise.Input(index)))]);
        Symbol norm = builder.EmitShared(new Cellwise("norm", new Expression.Call(ElementaryFunction.SquareRoot, sum)), "norm" + suffix, squares);
        Expression factor = new Expression.Choice(Cellwise.Input(0), Cellwise.Input(1), Cellwise.Input(1) / Cellwise.Input(0), 1.0);
        return builder.EmitShared(new Cellwise("factor", factor), "factor" + suffix, norm, limit);
    }

    /// <summary>The sums of squares of a tensor's gradients are called after the tensor, or after its pieces where there are several.</summary>
    private protected static IEnumerable<(Symbol Gradient, string Name)> NamesOf(
        ParameterTensor tensor, IReadOnlyDictionary<Symbol, Symbol> gradients) =>
        tensor.Symbols
            .Select((symbol, index) => (Symbol: symbol, Name: tensor.NameOf(index)))
            .Where(piece => gradients.ContainsKey(piece.Symbol))
            .Select(piece => (gradients[piece.Symbol], piece.Name));
}
