namespace Lessons.Reading;

/// <summary>Finds the known word that a misspelt one was probably meant to be, for "did you mean" in messages.</summary>
/// <remarks>
/// Nearness is the number of characters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment, the
/// restricted Damerau-Levenshtein distance). Case, dashes, underscores and spaces do not count: <c>Learning_Rate</c> is
/// <c>learning-rate</c>.
/// </remarks>
public static class Nearest
{
    // A third of the letters wrong is the limit that compilers use: beyond it suggestions become guesses.
    private const int LettersPerMistake = 3;

    /// <summary>The known word nearest to a text, if one is close.</summary>
    /// <param name="text">The word as written.</param>
    /// <param name="known">The words that would be right; of equally near ones the first wins.</param>
    /// <returns>The nearest word, or <see langword="null"/> when more than a third of the letters would have to change.</returns>
    public static string? To(string text, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        var folded = Fold(text);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in known)
        {
            var candidate = Fold(word);
            var longer = Math.Max(candidate.Length, folded.Length);
            var limit = Math.Min(least - 1, Math.Min(Math.Max(1, longer / LettersPerMistake), longer - 1));
            if (folded == candidate || Math.Abs(candidate.Length - folded.Length) <= limit)
            {
                var distance = Distance(folded, candidate);
                if (distance == 0 || distance <= limit)
                {
                    (nearest, least) = distance < least ? (word, distance) : (nearest, least);
                }
            }
        }

        return nearest;
    }

    /// <summary>Whether two keys differ in case and word separators only.</summary>
    internal static bool IsSame(string one, string other) => Fold(one) == Fold(other);

    private static string Fold(string text) =>
        string.Concat(text.Where(character => character is not ('-' or '_' or ' ')).Select(char.ToLowerInvariant));

    private static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, current);
        }

        return last[to.Length];
    }
}
