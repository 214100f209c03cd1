namespace Simulator.Transcripts;

/// <summary>
/// Korean particles by the sound that a name or number ends with when it is read aloud: z1(일)은, h2(이)는, E total(토털)로. Letters are read
/// by their names, words of several letters as loanwords.
/// </summary>
internal static class Josa
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Finals = 28;
    private const int FinalRieul = 8;

    /// <summary>The particles that depend on the sound: after a consonant, after a vowel.</summary>
    private static readonly (string AfterConsonant, string AfterVowel)[] Pairs =
        [("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라"), ("이고", "고")];

    private enum Ending
    {
        Vowel,
        Consonant,

        /// <summary>The consonant that 로 follows as it does a vowel.</summary>
        Rieul,
    }

    /// <summary>A text with the particle that fits it.</summary>
    /// <param name="text">What the particle follows.</param>
    /// <param name="particle">The particle, in either of its forms.</param>
    public static string With(string text, string particle) => text + For(text, particle);

    /// <summary>The form of a particle that fits a text; another word as it is.</summary>
    /// <param name="text">What the particle follows.</param>
    /// <param name="particle">The particle, in either of its forms.</param>
    public static string For(string text, string particle)
    {
        (string consonant, string vowel) = Pairs
            .Where(pair => pair.AfterConsonant == particle || pair.AfterVowel == particle)
            .DefaultIfEmpty((particle, particle))
            .First();
        Ending ending = EndingOf(text);
        return ending == Ending.Vowel || (ending == Ending.Rieul && vowel == "로") ? vowel : consonant;
    }

    private static Ending EndingOf(string text)
    {
        int last = text.Length - 1;
        while (last >= 0 && !char.IsLetterOrDigit(text[last]))
        {
            last--;
        }

        if (last < 0)
        {
            return Ending.Vowel;
        }

        char end = text[last];
        if (end is >= (char)FirstSyllable and <= (char)LastSyllable)
        {
            return ((end - FirstSyllable) % Finals) switch
            {
                0 => Ending.Vowel,
                FinalRieul => Ending.Rieul,
                _ => Ending.Consonant,
            };
        }

        if (char.IsAsciiDigit(end))
        {
            return end switch
            {
                '1' or '7' or '8' => Ending.Rieul,
                '0' or '3' or '6' => Ending.Consonant,
                _ => Ending.Vowel,
            };
        }

        int first = last;
        while (first > 0 && char.IsAsciiLetter(text[first - 1]))
        {
            first--;
        }

        return OfWord(text[first..(last + 1)]);
    }

    private static Ending OfWord(string word)
    {
        char end = char.ToLowerInvariant(word[^1]);
        bool isSpelled = word.Length == 1 || word.All(char.IsAsciiLetterUpper) || !word.Any(letter => "aeiouyAEIOUY".Contains(letter));
        if (isSpelled)
        {
            return end switch
            {
                'l' or 'r' => Ending.Rieul,
                'm' or 'n' => Ending.Consonant,
                _ => Ending.Vowel,
            };
        }

        char before = char.ToLowerInvariant(word[^2]);
        return end switch
        {
            'l' => Ending.Rieul,
            'm' or 'n' => Ending.Consonant,
            'g' when before == 'n' => Ending.Consonant,
            'k' when before == 'c' => Ending.Consonant,
            'p' or 't' when "aeiou".Contains(before) => Ending.Consonant,
            _ => Ending.Vowel,
        };
    }
}
