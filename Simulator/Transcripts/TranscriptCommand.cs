using System.Collections.Immutable;
using System.Globalization;
using Lessons;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>What a person can ask for by a word or letter of its own.</summary>
internal enum TranscriptCommand
{
    Next,
    Back,
    Again,
    Why,
    Tour,
    Level,
    Return,
    Values,
    Where,
    Continue,
    ContinueBack,
    Breakpoints,
    Watches,
    Undo,
    Redo,
    Phase,
    Iteration,
    First,
    Last,
    Answer,
    Hint,
    Exercise,
    Language,
    Help,
    Quit,
}

/// <summary>A typed line that is such a word or letter.</summary>
/// <param name="Command">What is asked for.</param>
/// <param name="Count">How often; 1 where nothing was said.</param>
/// <param name="Argument">What follows the word, of an answer; otherwise empty.</param>
internal readonly record struct TypedCommand(TranscriptCommand Command, int Count, string Argument)
{
    private const int MostDigits = 9;

    private static readonly ImmutableArray<(string Letter, TranscriptCommand Command)> Letters =
    [
        ("n", TranscriptCommand.Next),
        ("b", TranscriptCommand.Back),
        (".", TranscriptCommand.Again),
        ("w", TranscriptCommand.Why),
        ("t", TranscriptCommand.Tour),
        ("l", TranscriptCommand.Level),
        ("r", TranscriptCommand.Return),
        ("a", TranscriptCommand.Answer),
        ("i", TranscriptCommand.Hint),
        ("?", TranscriptCommand.Help),
        ("q", TranscriptCommand.Quit),
    ];

    /// <summary>What a line means; null where it is something else, such as a quantity.</summary>
    public static TypedCommand? Parse(string line)
    {
        string text = line.Trim();
        if (text.Length == 0)
        {
            return new TypedCommand(TranscriptCommand.Next, 1, "");
        }

        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        string word = text[digits..].Trim();
        if (digits is > 0 and <= MostDigits && word.Length > 0)
        {
            return Find(word) is { } counted ? new TypedCommand(counted, Math.Max(1, int.Parse(text[..digits], CultureInfo.InvariantCulture)), "") : null;
        }

        if (Find(text) is { } command)
        {
            return new TypedCommand(command, 1, "");
        }

        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Find(text[..space]) == TranscriptCommand.Answer ? new TypedCommand(TranscriptCommand.Answer, 1, text[space..].Trim()) : null;
    }

    private static TranscriptCommand? Find(string word)
    {
        foreach ((string letter, TranscriptCommand command) in Letters)
        {
            if (letter == word)
            {
                return command;
            }
        }

        foreach (TranscriptCommand command in Enum.GetValues<TranscriptCommand>())
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                if (Words.In(language).Transcript.CommandWords(command).Contains(word, StringComparer.OrdinalIgnoreCase))
                {
                    return command;
                }
            }
        }

        return null;
    }
}
