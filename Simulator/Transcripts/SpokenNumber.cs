using Engine.Formulas;
using Engine.Numbers;
using Simulator.Explaining;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>Numbers as they are read aloud: a sign and a power of ten are words, since readers of screens pass over the signs.</summary>
internal static class SpokenNumber
{
    private const int GivenDigits = 16;

    /// <summary>A number with as many digits as the screen shows.</summary>
    public static string Of(double value, SpeechWords words, Rounding? rounding = null) =>
        Of(rounding is null ? NumberText.Short(value) : ValueText.Of(value, rounding), words);

    /// <summary>A number that was given, with all its digits.</summary>
    public static string Given(double value, SpeechWords words) => Of(NumberText.Short(value, GivenDigits), words);

    /// <summary>A number as it is written, in words where it has signs.</summary>
    public static string Of(string written, SpeechWords words)
    {
        string text = written.Replace('−', '-');
        if (text == "NaN")
        {
            return words.NotANumber;
        }

        if (text.StartsWith('-'))
        {
            return words.Negative(Of(text[1..], words));
        }

        if (text is "inf" or "∞")
        {
            return words.Infinity;
        }

        int exponent = text.IndexOfAny(['e', 'E']);
        return exponent < 0 ? text : words.TimesPowerOfTen(text[..exponent], Of(text[(exponent + 1)..].TrimStart('+'), words));
    }
}
