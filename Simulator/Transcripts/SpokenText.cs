using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Lessons;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>
/// Running text, such as a lesson's or a message of the program, as it is read aloud: signs that readers of screens pass over become words, and
/// Korean particles fit the word that comes of them.
/// </summary>
internal static partial class SpokenText
{
    private const string Particles = "(?:(?:은|는|이|가|을|를|과|와|으로|로|이라|라|이고|고)(?![가-힣]))?";

    /// <summary>Frames and marks of the screen that say nothing by themselves.</summary>
    private const string Ornaments = "·⑂▶›▸▾◂┃┴╋←↑↓↳";

    /// <summary>No text of a lesson takes so many milliseconds.</summary>
    private const int Longest = 10_000;

    private const string Letter = @"[A-Za-z\u0370-\u03ff]";
    private const string Name = "(?>" + Letter + @"[A-Za-z0-9_\u0370-\u03ff\u0302\u0303]*(?:\[[0-9,]+\])?)";

    private static readonly ImmutableArray<(string Sign, Func<TranscriptWords, string> Word)> Signs =
    [
        ("→", words => words.Arrow),
        ("≤", words => words.AtMost),
        ("≥", words => words.AtLeast),
        ("≠", words => words.Unequal),
        ("✓", words => words.Agrees),
        ("✗", words => words.Differs),
        ("×", words => words.Speech.Times),
        ("÷", words => words.Speech.Over),
        ("√", words => words.Root),
        ("Σ", words => words.SumSign),
        ("∞", words => words.Speech.Infinity),
    ];

    /// <summary>A text in one line, its signs in words.</summary>
    public static string Of(string text, Language language) => Of(text, language, isMessage: false);

    /// <summary>The same of a message, which may say how something is typed: names in the form in which they are typed stay as they are.</summary>
    public static string OfMessage(string text, Language language) => Of(text, language, isMessage: true);

    private static string Of(string text, Language language, bool isMessage)
    {
        TranscriptWords words = Words.In(language).Transcript;
        SpeechWords speech = words.Speech;
        string spoken = Normalized(text);
        spoken = Derivatives().Replace(spoken, match => IsTyped(match) ? match.Value : WithParticle(DerivativeOf(match, speech), match, language));
        spoken = Nexts().Replace(spoken, match => IsTyped(match) ? match.Value : WithParticle(speech.Updated(SpokenName.OfName(match.Groups["name"].Value, speech)), match, language));
        spoken = Halves().Replace(spoken, match => WithParticle(speech.Half, match, language));
        spoken = GreekOrJoined().Replace(spoken, match => IsTyped(match) ? match.Value : WithParticle(SpokenName.OfName(match.Groups["name"].Value, speech), match, language));
        spoken = Minuses().Replace(spoken, match => match.Groups["between"].Success ? $" {speech.Minus} " : speech.Negative(""));
        foreach ((string sign, Func<TranscriptWords, string> word) in Signs)
        {
            spoken = spoken.Replace(sign, $" {word(words)} ", StringComparison.Ordinal);
        }

        spoken = string.Concat(spoken.Where(letter => !Ornaments.Contains(letter)));
        return Spaces().Replace(spoken, " ").Trim();

        bool IsTyped(Match match) => isMessage && !match.Value.Any(letter => !char.IsAscii(letter) && letter is not (>= '가' and <= '힣'));
    }

    /// <summary>
    /// A formula that is at hand only as text. Names and signs become words, parentheses a group's, so that it sounds as
    /// <see cref="FormulaSpeaker"/> says it.
    /// </summary>
    public static string OfFormula(string formula, Language language)
    {
        SpeechWords speech = Words.In(language).Transcript.Speech;
        (string open, string close) = (speech.Group("|").Split('|')[0], speech.Group("|").Split('|')[1]);
        string spoken = Of(formula.Replace(" / ", $" {speech.Over} ", StringComparison.Ordinal), language)
            .Replace("(", $" {open}", StringComparison.Ordinal)
            .Replace(")", $"{close} ", StringComparison.Ordinal)
            .Replace(" + ", $" {speech.Plus} ", StringComparison.Ordinal)
            .Replace(" = ", " ", StringComparison.Ordinal)
            .Replace(" - ", $" {speech.Minus} ", StringComparison.Ordinal);
        spoken = Squares().Replace(spoken, match => speech.Squared(""));
        spoken = Hyphens().Replace(spoken, match => speech.Negative(""));
        return Spaces().Replace(spoken, " ").Trim();
    }

    private static string Normalized(string text) => text.Normalize(NormalizationForm.FormC).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    private static string DerivativeOf(Match match, SpeechWords words)
    {
        string derivative = words.Derivative(NameOf("of"), NameOf("by"));
        return match.Groups["via"].Success ? words.Via(derivative, NameOf("via")) : derivative;

        string NameOf(string group)
        {
            string name = match.Groups[group].Value;
            return name[^1] is '+' or '⁺' ? words.Updated(SpokenName.OfName(name[..^1], words)) : SpokenName.OfName(name, words);
        }
    }

    /// <summary>The words for what was found, with the particle that followed it in the form that fits them.</summary>
    private static string WithParticle(string spoken, Match match, Language language)
    {
        string particle = match.Groups["particle"].Value;
        return language == Language.Korean && particle.Length > 0 ? Josa.With(spoken, particle) : spoken + particle;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_])[∂d](?<of>" + Name + @"[+⁺]?)/[∂d](?<by>" + Name + @"[+⁺]?)(?: via (?<via>" + Name + "))?(?<particle>" + Particles + ")", RegexOptions.None, Longest)]
    private static partial Regex Derivatives();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(?<name>" + Name + @")(?:⁺|\+(?![\w+]))(?<particle>" + Particles + ")", RegexOptions.None, Longest)]
    private static partial Regex Nexts();

    [GeneratedRegex(@"½(?<particle>" + Particles + ")", RegexOptions.None, Longest)]
    private static partial Regex Halves();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])(?=[A-Za-z0-9]*[\u0370-\u03ff\u0302\u0303_\[])(?<name>" + Name + ")(?<particle>" + Particles + ")", RegexOptions.None, Longest)]
    private static partial Regex GreekOrJoined();

    [GeneratedRegex(@"(?<between>(?<=[\w)])(?: − |−)(?=[\w(]))|−", RegexOptions.None, Longest)]
    private static partial Regex Minuses();

    [GeneratedRegex(@"²|\^2(?![0-9])", RegexOptions.None, Longest)]
    private static partial Regex Squares();

    [GeneratedRegex(@"(?<![\w.])-(?=[0-9A-Za-z(])", RegexOptions.None, Longest)]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"\s+", RegexOptions.None, Longest)]
    private static partial Regex Spaces();
}
