using System.Diagnostics.CodeAnalysis;

namespace Lessons.Quantities;

/// <summary>
/// Any number of a training run as lessons, the command line and go-to name it: a value or a derivative, and at which iteration.
/// </summary>
/// <remarks>
/// <code>
/// quantity   := term [ '@' iteration ]
/// term       := ( name | derivative ) [ '+' ]             the '+' means after this iteration's update: w5+
/// derivative := ('d'|'∂') name '/' ('d'|'∂') name         dE_total/dw5, ∂E_o1/∂h1
/// name       := identifier [ '[' int { ',' int } ']' ]    indices begin with 1: hidden.z[2,1]
/// </code>
/// Spaces may stand around '/', '+', '@' and indices; '⁺' is read as '+'. A name may begin with d (<c>delta</c>): only a '/' makes
/// a derivative.
/// </remarks>
public sealed record Quantity
{
    /// <summary>Makes a quantity.</summary>
    /// <param name="term">What it is.</param>
    /// <param name="iteration">The iteration, at least 0; <see langword="null"/> for the one that is being looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iteration"/> is negative.</exception>
    public Quantity(Term term, int? iteration = null)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(iteration ?? 0, nameof(iteration));
        Term = term;
        Iteration = iteration;
    }

    /// <summary>What it is.</summary>
    public Term Term { get; }

    /// <summary>The iteration, at least 0; <see langword="null"/> for the one that is being looked at.</summary>
    public int? Iteration { get; }

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text, spaces around it allowed.</param>
    /// <param name="quantity">The quantity; <see langword="null"/> when the text is not one.</param>
    /// <param name="error">The first error; <see langword="null"/> when there is none.</param>
    /// <returns>Whether the text is a quantity.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Quantity? quantity, [NotNullWhen(false)] out QuantityError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new QuantityParser(text);
        quantity = parser.Parse();
        error = parser.Error;
        return quantity is not null;
    }

    /// <summary>The quantity in its canonical form, which <see cref="TryParse"/> reads back as an equal one.</summary>
    /// <returns><c>h1</c>, <c>w5+@3</c>, <c>dE_total/dw5@120</c>.</returns>
    public override string ToString() => Iteration is { } iteration ? $"{Term}@{iteration}" : $"{Term}";
}
