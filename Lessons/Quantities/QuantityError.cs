namespace Lessons.Quantities;

/// <summary>Why a text is not a quantity.</summary>
/// <param name="Column">1-based place in the text, in UTF-16 code units; one past the end when something is missing there.</param>
/// <param name="Found">What is there, to follow the word "found".</param>
/// <param name="Expected">What should be there, to follow the word "expected".</param>
/// <param name="Remedy">What to do, in the imperative.</param>
public sealed record QuantityError(int Column, string Found, string Expected, string Remedy)
{
    /// <summary>What is wrong, in one word.</summary>
    public QuantityErrorKind Kind { get; init; }

    /// <summary>The piece of the text that is wrong, as typed; empty where the kind needs none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What was probably meant instead of the piece, or can be; empty where nothing is near.</summary>
    public string Instead { get; init; } = "";

    /// <summary>The whole quantity that was probably meant, without an iteration; null where nothing is near.</summary>
    public Term? Suggestion { get; init; }

    /// <summary>The error as one line.</summary>
    /// <returns><c>column 3: found …; expected …; remedy</c>.</returns>
    public override string ToString() => $"column {Column}: found {Found}; expected {Expected}; {Remedy}";
}
