using System.Collections.Immutable;

namespace Lessons.Quantities;

/// <summary>The name of a symbol, with the place of one cell in it if it has several: <c>w5</c>, <c>hidden.z[2,1]</c>.</summary>
/// <remarks>
/// An identifier begins with a letter of any script or an underscore and goes on with letters, digits and underscores; dots join
/// such parts. A letter may have a hat or a tilde. Two names are equal when identifier and indices are.
/// </remarks>
public sealed record Name
{
    /// <summary>As in <c>m̂_w5</c>, which the screen shows for <c>mhat_w5</c>.</summary>
    private const char CombiningHat = '\u0302';

    /// <summary>As in <c>c̃1_t3</c>, which the screen shows for <c>ctilde1_t3</c>.</summary>
    private const char CombiningTilde = '\u0303';

    /// <summary>Makes a name.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <param name="indices">1-based indices as mathematics writes them, row first; empty or default for the whole symbol.</param>
    /// <exception cref="ArgumentException"><paramref name="identifier"/> is not an identifier, or an index is less than 1.</exception>
    public Name(string identifier, ImmutableArray<int> indices = default)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        if (!IsIdentifier(identifier))
        {
            const string Rule = "a letter or underscore, then letters, digits, underscores";
            throw new ArgumentException($"'{identifier}' is not {Rule}.", nameof(identifier));
        }

        Identifier = identifier;
        Indices = indices.IsDefault ? [] : indices;
        if (Indices.Any(index => index < 1))
        {
            throw new ArgumentException("Indices begin with 1.", nameof(indices));
        }
    }

    /// <summary>The identifier, without indices.</summary>
    public string Identifier { get; }

    /// <summary>1-based indices, row first; empty for the whole symbol.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>Whether a text is an identifier.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIdentifier(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && LengthAt(text, 0) == text.Length;
    }

    /// <summary>Whether identifier and indices are equal.</summary>
    /// <param name="other">The other name.</param>
    public bool Equals(Name? other) => other is not null && Identifier == other.Identifier && Indices.SequenceEqual(other.Indices);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Identifier);
        foreach (var index in Indices)
        {
            hash.Add(index);
        }

        return hash.ToHashCode();
    }

    /// <summary>The name as written in lessons.</summary>
    /// <returns><c>identifier</c> or <c>identifier[i,j]</c>.</returns>
    public override string ToString() => Indices.IsEmpty ? Identifier : $"{Identifier}[{string.Join(',', Indices)}]";

    /// <summary>The length of the identifier that begins at a place of a text; 0 when none does.</summary>
    internal static int LengthAt(string text, int start)
    {
        if (start >= text.Length || !(char.IsLetter(text[start]) || text[start] == '_'))
        {
            return 0;
        }

        var end = start + 1;
        while (end < text.Length && (IsPart(text[end]) || (text[end] == '.' && end + 1 < text.Length && IsPart(text[end + 1]))))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsPart(char character) =>
        char.IsLetter(character) || char.IsAsciiDigit(character) || character is '_' or CombiningHat or CombiningTilde;
}
