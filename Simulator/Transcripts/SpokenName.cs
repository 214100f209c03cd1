using System.Text;
using Engine.Formulas;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>Names of numbers as they are read aloud: <c>dE_total/dw5</c> is "the derivative of E total with respect to w5".</summary>
internal static class SpokenName
{
    public static string Of(Label label, SpeechWords words) => label switch
    {
        Label.Derivative { Via: null } derivative => words.Derivative(Of(derivative.Of, words), Of(derivative.WithRespectTo, words)),
        Label.Derivative derivative =>
            words.Via(words.Derivative(Of(derivative.Of, words), Of(derivative.WithRespectTo, words)), Of(derivative.Via, words)),
        Label.Next next => words.Updated(Of(next.Current, words)),
        _ => OfName(label.ToString(), words),
    };

    /// <summary>Whether a label is more than a name, so that it needs a pause from what stands beside it.</summary>
    public static bool IsPhrase(Label label) => label is Label.Derivative or Label.Next { Current: Label.Derivative };

    /// <summary>A symbol's own name, such as <c>E_total</c>, <c>mhat_w5</c> or <c>W1[2,1]</c>, typed or written with Greek letters.</summary>
    public static string OfName(string name, SpeechWords words)
    {
        string spelled = Label.Spelled(name);
        int bracket = spelled.IndexOf('[', StringComparison.Ordinal);
        string positions = bracket < 0 ? "" : spelled[(bracket + 1)..].TrimEnd(']').Replace(",", ", ", StringComparison.Ordinal);
        string symbol = Symbol(bracket < 0 ? spelled : spelled[..bracket], words);
        return bracket < 0 ? symbol : words.AtPosition(symbol, positions);
    }

    private static string Symbol(string name, SpeechWords words)
    {
        StringBuilder spoken = new();
        int start = 0;
        for (int at = 0; at <= name.Length; at++)
        {
            if (at < name.Length && char.IsLetter(name[at]))
            {
                continue;
            }

            spoken.Append(at > start ? Word(name[start..at], words) : "");
            spoken.Append(at == name.Length ? "" : name[at] is '_' or '.' ? " " : name[at].ToString());
            start = at + 1;
        }

        return spoken.Replace("  ", " ").ToString().Trim();
    }

    private static string Word(string word, SpeechWords words) =>
        word.Length > 1 && words.Marks.TryGetValue(word[1..], out string? mark) ? $"{word[0]} {mark}" : words.Greek.GetValueOrDefault(word, word);
}
