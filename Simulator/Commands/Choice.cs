using System.CommandLine;
using Lessons.Reading;

namespace Simulator.Commands;

/// <summary>Options that take one of a few words, or a number, and say so when they get something else.</summary>
internal static class Choice
{
    /// <summary>An option that takes one of the words; the first is the default unless another is given.</summary>
    public static Option<string> Of(string name, string description, params IReadOnlyList<string> words)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", words)}",
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        Restrict(option, words);
        return option;
    }

    /// <summary>The same without a default.</summary>
    public static Option<string?> Optional(string name, string description, params IReadOnlyList<string> words)
    {
        Option<string?> option = new(name) { Description = description, HelpName = string.Join('|', words) };
        Restrict(option, words);
        return option;
    }

    /// <summary>An option that takes an iteration's number.</summary>
    public static Option<int?> Iteration(string description)
    {
        return new Option<int?>("--iteration")
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
                if (int.TryParse(text, out int number))
                {
                    return number;
                }

                result.AddError($"--iteration: found '{text}'; expected an iteration's number, from 1; write --iteration 1");
                return null;
            },
        };
    }

    private static void Restrict(Option option, IReadOnlyList<string> words) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 0 || words.Contains(result.Tokens[^1].Value))
        {
            return;
        }

        string found = result.Tokens[^1].Value;
        string remedy = Nearest.To(found, words) is { } nearest ? $"did you mean '{nearest}'?" : $"write {option.Name} {words[0]}";
        result.AddError($"{option.Name}: found '{found}'; expected {string.Join(" or ", words)}; {remedy}");
    });
}
